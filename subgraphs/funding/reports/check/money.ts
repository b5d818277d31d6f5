import { type Mistake, mistake } from "../../follow-up/mistake";
import { toKronor, toOre } from "../../kronor";

export function checkPositive(amount: string, field: string): Mistake[] {
  return toOre(amount) > 0n ? [] : [mistake("REPORTED_AMOUNT_NOT_POSITIVE", { field }, { amount })];
}

export function checkNotNegative(amount: string | null, field: string): Mistake[] {
  return amount === null || toOre(amount) >= 0n ? [] : [mistake("AMOUNT_NEGATIVE", { field }, { amount })];
}

/** Exact, in kronor as decimal text. */
export function sumOf(amounts: readonly string[]): string {
  return toKronor(amounts.reduce((sum, amount) => sum + toOre(amount), 0n));
}

/** Whether it is more; false where the bound is not known. */
export function isAbove(amount: string | null, bound: string | null): boolean {
  return amount !== null && bound !== null && toOre(amount) > toOre(bound);
}
