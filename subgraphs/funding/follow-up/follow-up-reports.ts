import DataLoader from "dataloader";
import { recordNoneShown } from "../audit/record-reads";
import type { FundingContext } from "../loaders";
import { recordShown } from "../reports/record-shown";
import { lastVersionOf } from "../reports/shown-versions";
import { asOwn, asPublished, showsUnpublished } from "../reports/visibility";
import type { ReportsOf, ShownReport } from "./follow-up";

const ACTION = "fundingFollowUp";

/**
 * Reports of grants for one fundingFollowUp, each grant's loaded once.
 * @param includeUnpublished whether those of the caller's own count that are not published; they stand in the audit log then,
 * and when none was shown, that they were asked for
 * @param municipalities codes that were asked about
 */
export function createReportsOf(
  context: FundingContext,
  includeUnpublished: boolean,
  municipalities: readonly string[] | null | undefined,
): ReportsOf {
  let showsNone = true;
  const reports = new DataLoader<string, readonly ShownReport[]>(async (grantIds) => {
    const groups = await Promise.all(grantIds.map((grantId) => shownReports(context, grantId, includeUnpublished)));
    if (groups.flat().some(({ report }) => showsUnpublished(report))) showsNone = false;
    return groups;
  });
  if (includeUnpublished) {
    context.beforeAnswer.push(async () => {
      if (showsNone) await recordNoneShown(context, ACTION, municipalities);
    });
  }
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
      report: await recordShown(context, ACTION, report),
      content: (await lastVersionOf(report, context.loaders))?.content ?? null,
    })),
  );
}
