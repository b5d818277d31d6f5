import type { AmountKind } from "./generated/types";

/** Rows of one kind added up by PostgreSQL; `sum` is exact decimal text, null when no row of the kind has a value. */
export interface KindSum {
  readonly key: string;
  readonly kind: AmountKind | null;
  readonly sum: string | null;
}

/**
 * The sum that stands for a set of allocation rows. Amounts of different kinds are not added: rows that are ALLOCATED
 * count alone; without any, the one other kind that the rows have. Rows of several other kinds have no sum.
 * @returns the kind and its sum as exact decimal text; nulls when no amount is known or the kinds cannot be added
 */
export function sumOfOneKind(sums: readonly KindSum[]): { kind: AmountKind | null; sum: string | null } {
  const known = sums.filter(({ sum }) => sum !== null);
  const chosen = known.find(({ kind }) => kind === "ALLOCATED") ?? (known.length === 1 ? known[0] : undefined);
  return chosen ? { kind: chosen.kind, sum: chosen.sum } : { kind: null, sum: null };
}
