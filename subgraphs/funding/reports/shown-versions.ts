import type { FundingContext } from "../loaders";
import type { FollowUpReportRow, VersionRow } from "./report";

type Loaders = Pick<FundingContext["loaders"], "versionsByReport">;

/** The versions of a report that its reader is shown, the first first: each that was handed in, or the approved one alone. */
export async function versionsOf(
  { id, showsAll, approvedVersion }: FollowUpReportRow,
  { versionsByReport }: Loaders,
): Promise<VersionRow[]> {
  const versions = await versionsByReport.load(id);
  return showsAll ? versions : versions.filter(({ number }) => number === approvedVersion);
}

/** What a report states to its reader: the last of those versions, never a draft; null when nothing was handed in. */
export async function lastVersionOf(report: FollowUpReportRow, loaders: Loaders): Promise<VersionRow | null> {
  return (await versionsOf(report, loaders)).at(-1) ?? null;
}
