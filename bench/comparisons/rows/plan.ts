import type { Dice } from "./dice";

export const FIRST_YEAR = 2016;
export const YEARS = 10;
export const LAST_YEAR = FIRST_YEAR + YEARS - 1;

/** What a statement that makes rows needs to know. */
export interface Plan {
  readonly dice: Dice;
  readonly municipalities: number;
  /** Of each municipality. */
  readonly initiatives: number;
  readonly grants: number;
  readonly areas: number;
  readonly programmes: number;
  readonly organisations: number;
  /** Of all municipalities together. */
  readonly allocations: number;
  readonly disbursementPercent: number;
  readonly initiativeAmounts: number;
}

/**
 * Divides the amounts: 85 % allocations, 10 % awards and disbursements, 5 % said of an initiative. Every municipality has
 * initiatives that begin in each of the years, a tenth as many as there are amounts, and a pot a year.
 */
export function planRows(dice: Dice, amounts: number, municipalities: number): Plan {
  const perMunicipality = (all: number, least: number) => Math.max(least, Math.round(all / municipalities));
  const allocations = Math.round(amounts * 0.85);
  const initiativeAmounts = Math.round(amounts * 0.05);
  const grantEvents = amounts - allocations - initiativeAmounts;
  const grants = perMunicipality(amounts * 0.07, 2);
  return {
    dice,
    municipalities,
    initiatives: perMunicipality(amounts * 0.1, YEARS),
    grants,
    areas: 6,
    programmes: 4,
    organisations: 20,
    allocations,
    disbursementPercent: Math.max(0, Math.round((grantEvents / (grants * municipalities) - 1) * 100)),
    initiativeAmounts,
  };
}
