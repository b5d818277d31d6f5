import type { PeriodValue } from "../../kit/record";

/** First and last year that the known ends of the periods fall in; both null when no end is known. */
export function knownYears(periods: readonly (PeriodValue | null)[]): {
  readonly firstYear: number | null;
  readonly lastYear: number | null;
} {
  const years = periods
    .flatMap((period) => [period?.start, period?.end])
    .flatMap((date) => (date ? [Number(date.value.slice(0, 4))] : []));
  if (years.length === 0) return { firstYear: null, lastYear: null };
  return { firstYear: Math.min(...years), lastYear: Math.max(...years) };
}
