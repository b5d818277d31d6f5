import type { FuzzyDateValue, PeriodValue } from "../../kit/record";

interface Observation {
  readonly status: string;
  readonly date: FuzzyDateValue | null;
}

/** A source that says so at a time says that the initiative was alive at that time. */
const ALIVE: ReadonlySet<string> = new Set(["ONGOING", "EXTENDED", "MADE_PERMANENT", "COMPLETED"]);

/**
 * First and last year in which an initiative is known to be alive or meant to be: from the known ends of its periods, and
 * from the times at which a source says that it goes on. Both null when nothing is known.
 */
export function knownYears(
  periods: readonly (PeriodValue | null)[],
  history: readonly Observation[],
): { readonly firstYear: number | null; readonly lastYear: number | null } {
  const dates = [
    ...periods.flatMap((period) => [period?.start, period?.end]),
    ...history.filter(({ status }) => ALIVE.has(status)).map(({ date }) => date),
  ];
  const years = dates.flatMap((date) => (date ? [Number(date.value.slice(0, 4))] : []));
  if (years.length === 0) return { firstYear: null, lastYear: null };
  return { firstYear: Math.min(...years), lastYear: Math.max(...years) };
}
