import type { WordLanguage, Words } from "./words";

interface ProblemKind {
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
}

/** What can be wrong with a comparison's address; the names are stable, clients may switch on them. */
export const problemCatalogue = {
  "wrong-address": {
    status: 404,
    title: { sv: "Här finns ingenting", en: "There is nothing here" },
    detail: {
      sv: "En jämförelse har adressen /comparisons/ följt av sin kod, och filer samma adress med .csv, .xlsx, .json eller .metadata.json efter.",
      en: "A comparison is at /comparisons/ followed by its code, and its files at the same address with .csv, .xlsx, .json or .metadata.json after it.",
    },
  },
  "broken-link": {
    status: 404,
    title: { sv: "Länken går inte att läsa", en: "The link cannot be read" },
    detail: {
      sv: "Länken är skadad eller kommer inte härifrån. Kopiera hela adressen, eller ställ frågan på nytt.",
      en: "The link is damaged or does not come from here. Copy the whole address, or ask the question anew.",
    },
  },
  "wrong-question": {
    status: 400,
    title: { sv: "Frågan i länken går inte att besvara", en: "The question in the link cannot be answered" },
    detail: {
      sv: "Länken frågar efter något som inte hänger ihop. Ställ frågan på nytt.",
      en: "The link asks for what does not fit together; mistakes says what. Ask the question anew.",
    },
  },
  "wrong-option": {
    status: 400,
    title: { sv: "Adressen har ett val som inte finns", en: "The address has an option that is not there" },
    detail: {
      sv: "Något efter frågetecknet i adressen är fel.",
      en: "Something after the question mark is wrong; mistakes says what, and what to do.",
    },
  },
  "data-has-moved-on": {
    status: 410,
    title: { sv: "Uppgifterna har ändrats", en: "The data has moved on" },
    detail: {
      sv: "Uppgifterna om kommunerna har ändrats sedan länken gjordes, så jämförelsen skulle inte längre ge samma rader. Samma fråga över dagens uppgifter finns på en ny adress.",
      en: "The data of the municipalities has changed since the link was made, so that the comparison would no longer give the same rows. The same question over today's data is at permalink.",
    },
  },
  "too-many-rows": {
    status: 422,
    title: { sv: "Fler rader än Excel rymmer", en: "More rows than Excel holds" },
    detail: {
      sv: "Ett kalkylblad rymmer 1 048 576 rader. Hämta jämförelsen som CSV, eller begränsa den.",
      en: "A sheet holds 1,048,576 rows. Take the comparison as CSV, or ask for less.",
    },
  },
  "not-available": {
    status: 503,
    title: { sv: "Inte tillgängligt just nu", en: "Not available just now" },
    detail: { sv: "Försök igen om en stund.", en: "Try again in a moment." },
  },
  "took-too-long": {
    status: 504,
    title: { sv: "Det tog för lång tid", en: "It took too long" },
    detail: {
      sv: "Försök igen, eller begränsa jämförelsen.",
      en: "Try again, or ask for less.",
    },
  },
  failure: {
    status: 500,
    title: { sv: "Något gick fel", en: "Something failed" },
    detail: {
      sv: "Felet är vårt och står i vår logg.",
      en: "The failure is ours; the hub's log has the details under requestId.",
    },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof problemCatalogue;

/** Why a comparison's address is answered with no rows. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  constructor(
    readonly kind: ProblemName,
    /** What is particular to this one; shown as it is. */
    readonly members: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(problemCatalogue[kind].detail.en, options);
    this.status = problemCatalogue[kind].status;
  }

  title(language: WordLanguage): string {
    return problemCatalogue[this.kind].title[language];
  }

  detail(language: WordLanguage): string {
    return problemCatalogue[this.kind].detail[language];
  }
}
