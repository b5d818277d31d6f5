import { swedishDay } from "../../../../kit/swedish-day";
import { type Mistake, mistake } from "../../follow-up/mistake";

export interface Period {
  readonly periodStart: string;
  readonly periodEnd: string;
}

/** Whether a period's days can be right; days are text, such as 2026-01-31. */
export function checkPeriod({ periodStart, periodEnd }: Period, today = swedishDay()): Mistake[] {
  const year = Number(today.slice(0, 4));
  const bounds = { first: "1990-01-01", last: `${year + 1}-12-31` };
  const outside = [
    { field: "periodStart", day: periodStart },
    { field: "periodEnd", day: periodEnd },
  ].filter(({ day }) => day < bounds.first || day > bounds.last);
  if (outside.length > 0) return outside.map(({ field }) => mistake("PERIOD_OUT_OF_BOUNDS", { field }, bounds));
  if (periodEnd < periodStart) return [mistake("PERIOD_BACKWARDS", { field: "periodEnd" })];
  const tenYearsOn = `${Number(periodStart.slice(0, 4)) + 10}${periodStart.slice(4)}`;
  return periodEnd >= tenYearsOn ? [mistake("PERIOD_TOO_LONG", { field: "periodEnd" })] : [];
}

export function checkOverlap(
  { periodStart, periodEnd }: Period,
  others: readonly (Period & { readonly id: string })[],
): Mistake[] {
  return others
    .filter((other) => other.periodStart <= periodEnd && other.periodEnd >= periodStart)
    .map(({ id, periodStart: start, periodEnd: end }) =>
      mistake("PERIOD_OVERLAPS", { field: "periodStart", record: id }, { report: id, start, end }),
    );
}
