import { yearOf } from "../reports/report";
import type { FollowUpAreaValue, ShownReport } from "./follow-up";
import { reportedSum } from "./follow-up-amounts";
import { groupBy } from "./follow-up-group";

/** What reached each area, as the reports' shares of their allocations say, by area id. */
export function areasOf(reports: readonly ShownReport[]): FollowUpAreaValue[] {
  const parts = reports.flatMap(({ report, content }) =>
    (content?.allocations ?? []).flatMap(({ initiativeId, areas }) =>
      areas.map(({ areaId, amount }) => ({ areaId, initiativeId, value: amount, year: yearOf(report) })),
    ),
  );
  return groupBy(parts, ({ areaId }) => areaId)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([areaId, own]) => {
      const amount = reportedSum(own, "DERIVED");
      return amount ? [{ areaId, amount, initiativeIds: [...new Set(own.map((part) => part.initiativeId))] }] : [];
    });
}
