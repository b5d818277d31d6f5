import type { Unit } from "../../subgraphs/comparisons/generated/types";

/** Stands before a number that its source gives as approximate. */
export const APPROXIMATELY = "≈\u00A0";

/** Decimals that every number of a column has, so that they stand below each other. */
export function decimalsFor(unit: Unit, values: readonly (number | null)[]): number {
  if (unit === "SHARE") return 1;
  if (unit === "COUNT_PER_INHABITANT") return 6;
  if (unit === "SEK_PER_INHABITANT") return 2;
  return values.every((value) => value === null || Number.isInteger(value)) ? 0 : 2;
}

/**
 * A number for people: grouped by threes, by no-break spaces in Swedish (13 287 000,50) and by commas in English; a share in
 * per cent.
 */
export function createNumberFormat(locale: string, unit: Unit, decimals: number): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (value) => format.format(unit === "SHARE" ? value * 100 : value);
}
