import fc from "fast-check";
import type { ComparisonInput, Dimension, Measure } from "../../subgraphs/comparisons/generated/types";
import { findMistakes } from "../../subgraphs/comparisons/input/find-mistakes";
import { normaliseInput } from "../../subgraphs/comparisons/input/normalise-input";
import type { NormalisedInput } from "../../subgraphs/comparisons/input/normalised-input";

const MEASURES: readonly Measure[] = [
  "AMOUNT",
  "AMOUNT",
  "AMOUNT",
  "INITIATIVE_COUNT",
  "TARGET_COUNT",
  "STATE_SHARE",
  "QUANTIFIED_TARGET_SHARE",
  "INITIATIVE_WITH_AMOUNT_SHARE",
];
const DIMENSIONS: readonly Dimension[] = [
  "MUNICIPALITY",
  "COUNTY",
  "YEAR",
  "THEME",
  "STRATEGY_AREA",
  "TARGET_GROUP",
  "INSTRUMENT",
  "STATUS",
  "AREA",
  "PROGRAMME",
  "INITIATIVE",
  "FUNDING_SOURCE",
  "FUNDING_SOURCE_KIND",
  "AMOUNT_KIND",
  "ORGANISATION",
  "ORGANISATION_KIND",
];

const some = <Value>(...values: readonly Value[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const towns = ["0191", "0480", "2181", "2281"] as const;

/** One filter at a time, and now and then two; with codes that random houses use. */
const filters = {
  amountKinds: some("ALLOCATED", "AWARDED", "PROPOSED", "DISBURSED"),
  years: some(2019, 2020, 2021, 2022),
  themes: some("THEME_1", "THEME_2", "THEME_3", "UNKNOWN"),
  targetGroups: some("CHILDREN", "YOUTH", "UNKNOWN"),
  strategyAreas: some("HOUSING", "LABOUR_MARKET", "UNKNOWN"),
  instruments: some("SUPPORT", "PLATFORM"),
  statuses: some("ONGOING", "PLANNED", "UNKNOWN"),
  initiatives: some(...towns.map((code) => `${code}-r0`)),
  areas: some(...towns.map((code) => `${code}-norr`)),
  organisations: some("myndigheten", ...towns.map((code) => `${code}-r2`)),
  organisationKinds: some("ASSOCIATION", "MUNICIPAL_UNIT"),
  sources: some("staten", "verket", "0191-r0", "UNKNOWN"),
  sourceKinds: some("STATE_GRANT", "MUNICIPAL_POT", "UNKNOWN"),
  isReserve: fc.boolean(),
};
const filter = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(filters) as (keyof typeof filters)[])), { maxLength: 2 })
  .chain((fields) => fc.record(Object.fromEntries(fields.map((field) => [field, filters[field]]))));

/** Questions of every sort over the municipalities and codes of random houses, those with mistakes left out. */
export function arbitraryQuestion(): fc.Arbitrary<NormalisedInput> {
  return fc
    .record({
      municipalities: fc.option(some(...towns), { freq: 3 }),
      measure: fc.constantFrom(...MEASURES),
      groupBy: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 3 }),
      filter: fc.option(filter, { freq: 2 }),
      level: fc.constantFrom("INITIATIVE", "INITIATIVE", "GRANT", "POT"),
      normalise: fc.constantFrom("NONE", "NONE", "NONE", "PER_CAPITA", "SHARE_OF_MUNICIPALITY"),
      multiValued: fc.constantFrom("FULL", "FRACTIONAL"),
      split: fc.constantFrom("STATED", "STATED", "MODELLED"),
    })
    .map((input) => input as ComparisonInput)
    .filter((input) => findMistakes(input).length === 0)
    .map(normaliseInput);
}
