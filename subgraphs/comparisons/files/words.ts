import type { CertaintyValue } from "../../../kit/record";
import type { ComparisonFrame } from "../comparison/comparison";
import { DIMENSION_WORDS } from "../comparison/dimension-words";
import type { Measure, MoneyLevel, Normalisation, Unit } from "../generated/types";
import type { NormalisedFilter } from "../input/normalised-input";

/** The same words in both languages. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

export type WordLanguage = keyof Words;

export const MEASURE_WORDS: Readonly<Record<Measure, Words>> = {
  INITIATIVE_COUNT: { sv: "Antal insatser", en: "Number of initiatives" },
  AMOUNT: { sv: "Belopp", en: "Amount" },
  STATE_SHARE: { sv: "Statlig andel", en: "State share" },
  TARGET_COUNT: { sv: "Antal mål", en: "Number of targets" },
  QUANTIFIED_TARGET_SHARE: { sv: "Andel mål med målvärde", en: "Share of targets with a number" },
  INITIATIVE_WITH_AMOUNT_SHARE: {
    sv: "Andel insatser med känt belopp",
    en: "Share of initiatives with a known amount",
  },
};

export const LEVEL_WORDS: Readonly<Record<MoneyLevel, Words>> = {
  INITIATIVE: { sv: "på insatsnivå", en: "at the level of initiatives" },
  GRANT: { sv: "på bidragsnivå", en: "at the level of grants" },
  POT: { sv: "på pottnivå", en: "at the level of pots" },
};

export const NORMALISATION_WORDS: Readonly<Record<Normalisation, Words>> = {
  NONE: { sv: "", en: "" },
  PER_CAPITA: { sv: "per invånare", en: "per inhabitant" },
  SHARE_OF_MUNICIPALITY: { sv: "som andel av kommunens", en: "as a share of the municipality's" },
};

export const UNIT_WORDS: Readonly<Record<Unit, Words>> = {
  SHARE: { sv: "andel, 0 till 1", en: "share, 0 to 1" },
  PERSONS: { sv: "personer", en: "persons" },
  COUNT: { sv: "antal", en: "count" },
  SEK: { sv: "kronor", en: "kronor (SEK)" },
  FULL_TIME_EQUIVALENTS: { sv: "årsarbetskrafter", en: "full-time equivalents" },
  YEARS: { sv: "år", en: "years" },
  SEK_PER_INHABITANT: { sv: "kronor per invånare", en: "kronor (SEK) per inhabitant" },
  COUNT_PER_INHABITANT: { sv: "antal per invånare", en: "count per inhabitant" },
};

export const CERTAINTY_WORDS: Readonly<Record<CertaintyValue, Words>> = {
  STATED: { sv: "angiven", en: "stated" },
  DERIVED: { sv: "härledd", en: "derived" },
  INFERRED: { sv: "slutsats", en: "inferred" },
  MODELLED: { sv: "modellerad", en: "modelled" },
  UNKNOWN: { sv: "okänd", en: "unknown" },
};

const FILTER_WORDS: Readonly<Record<keyof NormalisedFilter, Words>> = {
  amountKinds: { sv: "slag av belopp", en: "kinds of amount" },
  years: { sv: "år", en: "years" },
  themes: { sv: "teman", en: "themes" },
  targetGroups: { sv: "målgrupper", en: "target groups" },
  strategyAreas: { sv: "strategiområden", en: "strategy areas" },
  instruments: { sv: "instrument", en: "instruments" },
  statuses: { sv: "statusar", en: "statuses" },
  programmes: { sv: "satsningar", en: "programmes" },
  initiatives: { sv: "insatser", en: "initiatives" },
  areas: { sv: "områden", en: "areas" },
  organisations: { sv: "ansvariga organisationer", en: "responsible organisations" },
  organisationKinds: { sv: "slag av ansvarig organisation", en: "kinds of responsible organisation" },
  sources: { sv: "finansieringskällor", en: "funding sources" },
  sourceKinds: { sv: "slag av finansieringskälla", en: "kinds of funding source" },
  isReserve: { sv: "reserver", en: "reserves" },
};

/** What the comparison is, in a line: "Belopp per invånare efter kommun och år, på insatsnivå". */
export function titleOf({ input }: Pick<ComparisonFrame, "input">): Words {
  const inWords = (language: WordLanguage) => {
    const { measure, normalise, groupBy, level } = input;
    const by = groupBy.map((dimension) => DIMENSION_WORDS[dimension][language]);
    const and = language === "sv" ? " och " : " and ";
    const dimensions = [by.slice(0, -1).join(", "), ...by.slice(-1)].filter((part) => part !== "").join(and);
    const parts = [
      MEASURE_WORDS[measure][language],
      NORMALISATION_WORDS[normalise][language],
      dimensions && `${language === "sv" ? "efter" : "by"} ${dimensions}`,
    ];
    const title = parts.filter((part) => part !== "").join(" ");
    return level === null ? title : `${title}, ${LEVEL_WORDS[level][language]}`;
  };
  return { sv: inWords("sv"), en: inWords("en") };
}

/** What the records are restricted to, a line for each field that restricts: "år: 2020, 2021". */
export function filterLines({ input }: Pick<ComparisonFrame, "input">, language: WordLanguage): string[] {
  const yes = language === "sv" ? ["nej", "ja"] : ["no", "yes"];
  return Object.entries(input.filter).map(([field, value]) => {
    const name = FILTER_WORDS[field as keyof NormalisedFilter][language];
    return `${name}: ${Array.isArray(value) ? value.join(", ") : yes[Number(value)]}`;
  });
}
