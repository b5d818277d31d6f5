import type { FuzzyDateValue, QualityNoteValue, SourceValue, TextValue } from "./record";
import { scalars } from "./scalars";

type Language = "SV" | "EN";

/** The text in the language asked for, else in the other one, else nothing. */
export function inLanguage(text: TextValue | null, language: Language): string | null {
  if (!text) return null;
  return language === "EN" ? (text.en ?? text.sv) : (text.sv ?? text.en);
}

const SEASONS: Record<string, { sv: string; en: string }> = {
  "21": { sv: "våren", en: "spring" },
  "22": { sv: "sommaren", en: "summer" },
  "23": { sv: "hösten", en: "autumn" },
  "24": { sv: "vintern", en: "winter" },
};

/** A fuzzy date in words: 20 mars 2024, mars 2024, våren 2024, 2024. */
export function dateInWords({ value, precision }: FuzzyDateValue, language: Language): string {
  const [year = "", part = ""] = value.split("-");
  if (precision === "YEAR") return year;
  if (precision === "SEASON") return `${SEASONS[part]?.[language === "EN" ? "en" : "sv"] ?? part} ${year}`;
  return new Intl.DateTimeFormat(language === "EN" ? "en-GB" : "sv-SE", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(precision === "DAY" && { day: "numeric" }),
  }).format(new Date(precision === "DAY" ? value : `${value}-01`));
}

/** Resolvers of the value types and scalars that every subgraph has in common. */
export const valueResolvers = {
  ...scalars,
  SourceReference: { document: ({ documentId }: SourceValue) => ({ id: documentId }) },
  QualityNote: {
    message: ({ message }: QualityNoteValue, { language }: { language: Language }) => inLanguage(message, language),
  },
  FuzzyDate: {
    label: (date: FuzzyDateValue, { language }: { language: Language }) => dateInWords(date, language),
  },
};
