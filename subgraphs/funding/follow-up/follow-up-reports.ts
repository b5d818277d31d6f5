import DataLoader from "dataloader";
import type { FundingContext } from "../loaders";
import type { ReportsOf, ShownReport } from "./follow-up";

/** Reports of grants for one answer. */
export function createReportsOf(_context: FundingContext, _includeUnpublished: boolean): ReportsOf {
  const reports = new DataLoader<string, readonly ShownReport[]>(async (grantIds) => grantIds.map(() => []));
  return (grantId) => reports.load(grantId);
}
