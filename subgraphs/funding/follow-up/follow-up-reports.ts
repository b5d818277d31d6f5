import DataLoader from "dataloader";
import type { FundingContext } from "../loaders";
import { recordShown } from "../reports/record-shown";
import { lastVersionOf } from "../reports/shown-versions";
import { asOwn, asPublished } from "../reports/visibility";
import type { ReportsOf, ShownReport } from "./follow-up";

/**
 * Reports of grants for one answer, each grant's loaded once.
 * @param includeUnpublished whether those of the caller's own count that are not published; they stand in the audit log then
 */
export function createReportsOf(context: FundingContext, includeUnpublished: boolean): ReportsOf {
  const reports = new DataLoader<string, readonly ShownReport[]>((grantIds) =>
    Promise.all(grantIds.map((grantId) => shownReports(context, grantId, includeUnpublished))),
  );
  return (grantId) => reports.load(grantId);
}

async function shownReports(
  context: FundingContext,
  grantId: string,
  includeUnpublished: boolean,
): Promise<ShownReport[]> {
  const rows = await context.loaders.reportsByGrant.load(grantId);
  const shown = rows
    .map((report) => (includeUnpublished ? asOwn(report, context.identity) : asPublished(report)))
    .filter((report) => report !== null);
  return Promise.all(
    shown.map(async (report) => ({
      report: await recordShown(context, "fundingFollowUp", report),
      content: (await lastVersionOf(report, context.loaders))?.content ?? null,
    })),
  );
}
