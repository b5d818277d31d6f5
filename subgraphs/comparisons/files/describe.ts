import { qualityScoreOf } from "../coverage/quality-score";
import { shortDecimal } from "./decimal-text";
import type { ComparisonSummary } from "./document";
import { RawJson } from "./json-text";
import { titleOf } from "./words";

/** The comparison without its rows, as JSON and metadata have it. */
export function describe({ frame, permalink, total, totalRows }: ComparisonSummary) {
  const { id, input, dataVersion, asOf, unit, isAdditive, municipalityCodes } = frame;
  return {
    id,
    title: titleOf(frame),
    permalink,
    dataVersion,
    asOf: asOf?.toISOString() ?? null,
    measure: input.measure,
    level: input.level,
    unit,
    groupBy: [...input.groupBy],
    filter: { ...input.filter },
    normalise: input.normalise,
    multiValued: input.multiValued,
    split: input.split,
    municipalityCodes: [...municipalityCodes],
    totalRows,
    isAdditive,
    total: decimal(total),
  };
}

/** A number as its own exact text. */
export const decimal = (text: string | null) => (text === null ? null : new RawJson(shortDecimal(text)));

/** What there is of each municipality, with its name and score. */
export function describeCoverage({ coverage, municipalityNames }: ComparisonSummary) {
  return coverage.map((one) => ({
    ...one,
    municipalityName: municipalityNames.get(one.municipalityCode) ?? null,
    qualityScore: qualityScoreOf(one),
  }));
}
