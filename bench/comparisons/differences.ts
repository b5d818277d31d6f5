import type { AnswerRow } from "./answers";

const MOST_TOLD = 5;
/** Quotients are as exact as each side carries them. */
const QUOTIENT_DIGITS = 10;

/**
 * What two answers to one question differ in, in words; empty when nothing.
 * @param isQuotient whether values are shares or per inhabitant, which have no last digit
 */
export function differences(hub: readonly AnswerRow[], plain: readonly AnswerRow[], isQuotient: boolean): string[] {
  const byKeys = new Map(plain.map((row) => [row.keys.join(" / "), row]));
  const told: string[] = [];
  for (const row of hub) {
    const keys = row.keys.join(" / ");
    const other = byKeys.get(keys);
    byKeys.delete(keys);
    if (!other) told.push(`${keys}: the tables have no such row`);
    else if (describe(row, isQuotient) !== describe(other, isQuotient)) {
      told.push(`${keys}: the hub says ${describe(row, isQuotient)}, the tables ${describe(other, isQuotient)}`);
    }
  }
  for (const keys of byKeys.keys()) told.push(`${keys}: the hub has no such row`);
  const rest = told.length - MOST_TOLD;
  return rest > 0 ? [...told.slice(0, MOST_TOLD), `and ${rest} more`] : told;
}

function describe({ value, records, missing }: AnswerRow, isQuotient: boolean): string {
  return `${value === null ? null : canonical(value, isQuotient)} of ${records} records, ${missing} missing`;
}

/** 5.60 and 5.6 are one number. */
function canonical(value: string, isQuotient: boolean): string {
  if (isQuotient) return Number(value).toPrecision(QUOTIENT_DIGITS);
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}
