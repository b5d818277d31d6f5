import type { CertaintyValue, PrecisionValue } from "../../kit/record";
import type { AmountKind } from "./generated/types";

/** Allocation rows of one kind and year added up by PostgreSQL; `value` is exact decimal text. */
export interface AllocationSumRow {
  /** The initiative or pot that the rows belong to. */
  readonly key: string;
  readonly kind: AmountKind | null;
  readonly year: number | null;
  readonly value: string | null;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly certainty: CertaintyValue | null;
  readonly precision: PrecisionValue | null;
}

/**
 * The one sum that may stand for a set of allocation rows. Amounts of different kinds or years are not added: rows that
 * are ALLOCATED stand alone; without any, the one other kind that the rows have; and only when they are of one year.
 * @returns undefined when no amount is known or the amounts cannot be added
 */
export function oneSum(sums: readonly AllocationSumRow[]): AllocationSumRow | undefined {
  const known = sums.filter(({ value }) => value !== null);
  const allocated = known.filter(({ kind }) => kind === "ALLOCATED");
  const candidates = allocated.length > 0 ? allocated : known;
  return candidates.length === 1 ? candidates[0] : undefined;
}
