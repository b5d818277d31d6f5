import type { Unit } from "../../subgraphs/comparisons/generated/types";

/** Stands before a number that its source gives as approximate. */
export const APPROXIMATELY = "≈\u00A0";

/** Stands before a number that amounts of different kinds are added in. */
export const MIXED_KINDS = "†\u00A0";

/** Decimals that every number of a column has, so that they stand below each other. */
export function decimalsFor(unit: Unit, values: readonly (number | null)[]): number {
  if (unit === "SHARE") return 1;
  if (unit === "SEK_PER_INHABITANT") return 2;
  return values.every((value) => value === null || Number.isInteger(value)) ? 0 : 2;
}

/**
 * A number for people: grouped by threes, by no-break spaces in Swedish (13 287 000,50) and by commas in English; a share in
 * per cent, and a count per inhabitant, which is mostly tiny, in four significant digits.
 */
export function createNumberFormat(locale: string, unit: Unit, decimals: number): (value: number) => string {
  const digits =
    unit === "COUNT_PER_INHABITANT"
      ? { maximumSignificantDigits: 4 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = new Intl.NumberFormat(locale, digits);
  return (value) => format.format(unit === "SHARE" ? value * 100 : value);
}
