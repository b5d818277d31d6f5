import type { ProblemDetails } from "../../kit/http/problem-json";
import type { Words } from "./column";

export type Language = keyof Words;

interface ProblemKind {
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
}

/** What can be wrong with a question for a bulk file; the names are stable, clients may switch on them. */
export const problemCatalogue = {
  "wrong-address": {
    status: 404,
    title: { sv: "Här finns ingenting", en: "There is nothing here" },
    detail: {
      sv: "Adressen är /bulk/v1/ följt av en datamängds namn och .ndjson, .csv, .xlsx eller .parquet. /bulk/v1/ har dem alla.",
      en: "The address is /bulk/v1/ followed by the name of a dataset and .ndjson, .csv, .xlsx or .parquet. /bulk/v1/ lists them.",
    },
  },
  "wrong-parameters": {
    status: 400,
    title: { sv: "Parametrar är fel", en: "Parameters are wrong" },
    detail: {
      sv: "Något efter frågetecknet i adressen är fel; errors säger vad, och vad man gör.",
      en: "Something after the question mark is wrong; errors says what, and what to do.",
    },
  },
  unauthenticated: {
    status: 401,
    title: { sv: "En giltig token behövs", en: "A valid access token is needed" },
    detail: {
      sv: "Skicka Authorization: Bearer och en åtkomsttoken som gäller, eller be om det som är publicerat.",
      en: "Send Authorization: Bearer and an access token that is valid, or ask for what is published.",
    },
  },
  forbidden: {
    status: 403,
    title: { sv: "Token räcker inte till", en: "The access token does not allow this" },
    detail: {
      sv: "Det som inte är publicerat får kommunen som municipality anger, eller källan som source anger, och bara för sig själv.",
      en: "What is not published is for the municipality that municipality names, or the source that source names, and of its own alone.",
    },
  },
  "too-many-rows": {
    status: 422,
    title: { sv: "Fler rader än Excel rymmer", en: "More rows than Excel holds" },
    detail: {
      sv: "Ett kalkylblad rymmer 1 048 575 rader. Hämta ett annat format, eller välj färre rader.",
      en: "A sheet holds 1,048,575 rows. Take another format, or ask for fewer rows.",
    },
  },
  "too-many-downloads": {
    status: 429,
    title: { sv: "Många hämtar just nu", en: "Many are downloading just now" },
    detail: {
      sv: "Navet ger bara några filer i taget, och högst två åt var och en. Vänta så länge som Retry-After säger, och hämta en fil i taget.",
      en: "The hub gives a few files at a time, and each caller two at most. Wait as long as Retry-After says, and fetch one file at a time.",
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
      sv: "Försök igen, eller dela upp hämtningen med limit.",
      en: "Try again, or fetch it in parts with limit.",
    },
  },
  failure: {
    status: 500,
    title: { sv: "Något gick fel", en: "Something failed" },
    detail: {
      sv: "Felet är vårt och står i vår logg.",
      en: "The failure is ours; the hub's log has the details under the request's id.",
    },
  },
} as const satisfies Record<string, ProblemKind>;

/** A parameter that is wrong. */
export interface ParameterMistake {
  readonly parameter: string;
  readonly value: string | null;
  readonly detail: Words;
}

/** Why a question is answered with no rows. */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly kind: keyof typeof problemCatalogue,
    readonly mistakes: readonly ParameterMistake[] = [],
    options?: ErrorOptions,
  ) {
    super(problemCatalogue[kind].detail.en, options);
  }
}

/** The problem in a language. */
export function detailsOf({ kind, mistakes }: Problem, language: Language): ProblemDetails {
  const { status, title, detail } = problemCatalogue[kind];
  const errors = mistakes.map((mistake) => ({ ...mistake, detail: mistake.detail[language] }));
  return {
    kind,
    status,
    title: title[language],
    detail: detail[language],
    ...(errors.length > 0 && { members: { errors } }),
  };
}

/** Swedish when the header prefers it to English, else English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const quality = (language: string) =>
    Math.max(
      0,
      ...(acceptLanguage ?? "").split(",").map((part) => {
        const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
        if (tag !== language && !tag.startsWith(`${language}-`)) return 0;
        const given = parameters.find((parameter) => parameter.startsWith("q="));
        return given === undefined ? 1 : Number(given.slice(2)) || 0;
      }),
    );
  return quality("sv") > quality("en") ? "sv" : "en";
}
