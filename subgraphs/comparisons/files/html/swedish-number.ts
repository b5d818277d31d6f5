import type { Unit } from "../../generated/types";

const whole = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 0 });
const money = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat("sv-SE", { style: "percent", maximumFractionDigits: 1 });
const small = new Intl.NumberFormat("sv-SE", { maximumSignificantDigits: 4 });

const FORMATS: Readonly<Record<Unit, Intl.NumberFormat>> = {
  SHARE: share,
  PERSONS: whole,
  COUNT: money,
  SEK: money,
  FULL_TIME_EQUIVALENTS: money,
  YEARS: whole,
  SEK_PER_INHABITANT: money,
  COUNT_PER_INHABITANT: small,
};

/** Exact decimal text as Swedes write it: 13 287 000, 57,1 %. */
export function swedishNumber(exact: string, unit: Unit): string {
  return FORMATS[unit].format(exact as `${number}`);
}
