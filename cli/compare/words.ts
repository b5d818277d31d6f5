import type {
  Certainty,
  Dimension,
  Language,
  Measure,
  Unit,
  WarningSeverity,
} from "../../subgraphs/comparisons/generated/types";

/** What the command itself says in its tables; labels of codes and warnings come from the hub. */
export interface Words {
  readonly locale: string;
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly severities: Readonly<Record<WarningSeverity, string>>;
  readonly records: string;
  readonly missingRecords: string;
  readonly certainty: string;
  readonly missing: string;
  readonly modelled: string;
  readonly mixedKinds: string;
  readonly total: string;
  readonly warnings: string;
  readonly permalink: string;
  readonly noRows: string;
  readonly notComparable: string;
  rowsShown(shown: string, all: string): string;
}

export const words: Readonly<Record<Language, Words>> = {
  SV: {
    locale: "sv-SE",
    dimensions: {
      MUNICIPALITY: "Kommun",
      COUNTY: "Län",
      YEAR: "År",
      THEME: "Tema",
      STRATEGY_AREA: "Strategiområde",
      TARGET_GROUP: "Målgrupp",
      INSTRUMENT: "Instrument",
      STATUS: "Status",
      AREA: "Område",
      PROGRAMME: "Satsning",
      INITIATIVE: "Insats",
      FUNDING_SOURCE: "Finansieringskälla",
      FUNDING_SOURCE_KIND: "Slag av källa",
      AMOUNT_KIND: "Slag av belopp",
      ORGANISATION: "Ansvarig organisation",
      ORGANISATION_KIND: "Slag av organisation",
    },
    measures: {
      INITIATIVE_COUNT: "Insatser",
      AMOUNT: "Belopp",
      STATE_SHARE: "Statlig andel",
      TARGET_COUNT: "Mål",
      QUANTIFIED_TARGET_SHARE: "Andel mål med målvärde",
      INITIATIVE_WITH_AMOUNT_SHARE: "Andel insatser med känt belopp",
    },
    units: {
      SHARE: "%",
      PERSONS: "personer",
      COUNT: "antal",
      SEK: "kr",
      FULL_TIME_EQUIVALENTS: "årsarbetskrafter",
      YEARS: "år",
      SEK_PER_INHABITANT: "kr per invånare",
      COUNT_PER_INHABITANT: "antal per invånare",
    },
    certainties: {
      STATED: "angiven",
      DERIVED: "härledd",
      INFERRED: "slutsats",
      MODELLED: "modellerad",
      UNKNOWN: "okänd",
    },
    severities: { MISLEADING: "VILSELEDANDE", NOTE: "upplysning" },
    records: "Poster",
    missingRecords: "Saknar värde",
    certainty: "Säkerhet",
    missing: "saknas",
    modelled: "delvis modellerad",
    mixedKinds:
      "Belopp av olika slag är hoplagda, så att samma krona kan finnas med flera gånger. Gruppera på slag av belopp.",
    total: "Totalt",
    warnings: "Varningar",
    permalink: "Permalänk",
    noRows: "Inga rader.",
    notComparable: "Jämförelsen vore vilseledande. Ändra frågan, eller fråga utan --strict:",
    rowsShown: (shown, all) => `${shown} av ${all} rader visas.`,
  },
  EN: {
    locale: "en-GB",
    dimensions: {
      MUNICIPALITY: "Municipality",
      COUNTY: "County",
      YEAR: "Year",
      THEME: "Theme",
      STRATEGY_AREA: "Strategy area",
      TARGET_GROUP: "Target group",
      INSTRUMENT: "Instrument",
      STATUS: "Status",
      AREA: "Area",
      PROGRAMME: "Programme",
      INITIATIVE: "Initiative",
      FUNDING_SOURCE: "Funding source",
      FUNDING_SOURCE_KIND: "Kind of source",
      AMOUNT_KIND: "Kind of amount",
      ORGANISATION: "Responsible organisation",
      ORGANISATION_KIND: "Kind of organisation",
    },
    measures: {
      INITIATIVE_COUNT: "Initiatives",
      AMOUNT: "Amount",
      STATE_SHARE: "State share",
      TARGET_COUNT: "Targets",
      QUANTIFIED_TARGET_SHARE: "Targets with a number",
      INITIATIVE_WITH_AMOUNT_SHARE: "Initiatives with a known amount",
    },
    units: {
      SHARE: "%",
      PERSONS: "persons",
      COUNT: "count",
      SEK: "SEK",
      FULL_TIME_EQUIVALENTS: "full-time equivalents",
      YEARS: "years",
      SEK_PER_INHABITANT: "SEK per inhabitant",
      COUNT_PER_INHABITANT: "count per inhabitant",
    },
    certainties: {
      STATED: "stated",
      DERIVED: "derived",
      INFERRED: "inferred",
      MODELLED: "modelled",
      UNKNOWN: "unknown",
    },
    severities: { MISLEADING: "MISLEADING", NOTE: "note" },
    records: "Records",
    missingRecords: "Lack a value",
    certainty: "Certainty",
    missing: "missing",
    modelled: "partly modelled",
    mixedKinds:
      "Amounts of different kinds are added, so that the same krona may be in it several times. Group by kind of amount.",
    total: "Total",
    warnings: "Warnings",
    permalink: "Permalink",
    noRows: "No rows.",
    notComparable: "The comparison would mislead. Change the question, or ask without --strict:",
    rowsShown: (shown, all) => `${shown} of ${all} rows are shown.`,
  },
};
