import type { Dimension } from "../generated/types";

/** Dimensions inside a sentence. */
export const DIMENSION_WORDS: Readonly<Record<Dimension, { readonly sv: string; readonly en: string }>> = {
  MUNICIPALITY: { sv: "kommun", en: "municipality" },
  COUNTY: { sv: "län", en: "county" },
  YEAR: { sv: "år", en: "year" },
  THEME: { sv: "tema", en: "theme" },
  STRATEGY_AREA: { sv: "strategiområde", en: "strategy area" },
  TARGET_GROUP: { sv: "målgrupp", en: "target group" },
  INSTRUMENT: { sv: "instrument", en: "instrument" },
  STATUS: { sv: "status", en: "status" },
  AREA: { sv: "område", en: "area" },
  PROGRAMME: { sv: "satsning", en: "programme" },
  INITIATIVE: { sv: "insats", en: "initiative" },
  FUNDING_SOURCE: { sv: "finansieringskälla", en: "funding source" },
  FUNDING_SOURCE_KIND: { sv: "slag av finansieringskälla", en: "kind of funding source" },
  AMOUNT_KIND: { sv: "slag av belopp", en: "kind of amount" },
  ORGANISATION: { sv: "ansvarig organisation", en: "responsible organisation" },
  ORGANISATION_KIND: { sv: "slag av ansvarig organisation", en: "kind of responsible organisation" },
};
