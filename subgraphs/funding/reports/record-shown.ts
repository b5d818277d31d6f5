import DataLoader from "dataloader";
import { recordReads } from "../audit/record-reads";
import type { FundingContext } from "../loaders";
import type { FollowUpReportRow } from "./report";
import { showsUnpublished } from "./visibility";

const recorders = new WeakMap<object, Map<string, DataLoader<FollowUpReportRow, true>>>();

/**
 * Gives back a report that the caller is shown, when it stands in the audit log if not all of it is published. Reports of one
 * tick and action stand there together.
 * @param action name of the root field that it comes by, such as followUpReport
 */
export async function recordShown<Report extends FollowUpReportRow | null>(
  context: FundingContext,
  action: string,
  report: Report,
): Promise<Report> {
  if (report && showsUnpublished(report)) await recorderOf(context, action).load(report);
  return report;
}

function recorderOf(context: FundingContext, action: string): DataLoader<FollowUpReportRow, true> {
  const ofContext = recorders.get(context) ?? new Map<string, DataLoader<FollowUpReportRow, true>>();
  recorders.set(context, ofContext);
  const found = ofContext.get(action);
  if (found) return found;
  const recorder = new DataLoader<FollowUpReportRow, true>(
    async (reports) => {
      await recordReads(context, action, reports);
      return reports.map(() => true);
    },
    { cache: false },
  );
  ofContext.set(action, recorder);
  return recorder;
}
