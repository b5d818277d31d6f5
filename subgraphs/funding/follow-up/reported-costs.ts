import type { AmountValue } from "../amount";
import { yearOf } from "../reports/report";
import type { ShownReport } from "./follow-up";
import { reportedSum } from "./follow-up-amounts";

/** Costs that a grant's reports state, each for its own period; null when none states any. */
export function reportedCostsOf(reports: readonly ShownReport[]): AmountValue | null {
  const costs = reports.flatMap(({ report, content }) =>
    (content?.costs ?? []).map(({ amount }) => ({ value: amount, year: yearOf(report) })),
  );
  return reportedSum(costs, "STATED", "INCURRED");
}
