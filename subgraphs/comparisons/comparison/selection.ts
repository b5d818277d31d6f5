import { isMoney, isSource } from "../input/fields";
import type { NormalisedInput } from "../input/normalised-input";

/** Which records, and what of them is added up. */
export interface Selection extends NormalisedInput {
  /** Only records of which no year is known. */
  readonly withoutYear?: true;
}

/** What `fact.subject` holds for a selection. */
export function subjectOf({ measure, level }: Selection): string {
  if (isMoney(measure)) return `MONEY_${level}`;
  return measure === "TARGET_COUNT" || measure === "QUANTIFIED_TARGET_SHARE" ? "TARGET" : "INITIATIVE";
}

/** Whether records of money are taken apart into what came from each source. */
export function isDividedBySource({ measure, filter }: Selection, dimensions: NormalisedInput["groupBy"]): boolean {
  return (
    isMoney(measure) && (dimensions.some(isSource) || filter.sources !== undefined || filter.sourceKinds !== undefined)
  );
}

/**
 * Whether what is counted depends on the years in which initiatives go on. Money has the certainty of its year in its own.
 */
export function restsOnYears({ measure, groupBy, filter, normalise }: Selection): boolean {
  return !isMoney(measure) && (groupBy.includes("YEAR") || filter.years !== undefined || normalise === "PER_CAPITA");
}
