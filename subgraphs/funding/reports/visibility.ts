import type { Identity } from "../../../kit/access";
import { join, raw, type Sql, sql } from "../../../kit/sql";
import type { FollowUpReportRow, ReportRow } from "./report";

/** Whether the caller may see all of a report: as a reporter of its municipality, or a reader or reviewer of its source. */
export function isOwn({ municipalityCode, sourceId }: ReportRow, identity: Identity | null): boolean {
  if (!identity) return false;
  const { owner, roles } = identity;
  const isReader = roles.includes("reader") || roles.includes("reviewer");
  return (roles.includes("reporter") && owner === municipalityCode) || (isReader && owner === sourceId);
}

/** The same as a condition on a report `r`. */
export function ownReports(identity: Identity | null): Sql {
  const { owner = "", roles = [] } = identity ?? {};
  const isReader = roles.includes("reader") || roles.includes("reviewer");
  const conditions = [
    roles.includes("reporter") ? sql`r.municipality_code = ${owner}` : undefined,
    isReader ? sql`r.source_id = ${owner}` : undefined,
  ].filter((condition) => condition !== undefined);
  return conditions.length === 0 ? raw("FALSE") : sql`(${join(conditions, " OR ")})`;
}

/** What everybody sees of a report; null for one that is not published. */
export function asPublished(report: ReportRow | null): FollowUpReportRow | null {
  return report?.state === "APPROVED" ? { ...report, showsAll: false } : null;
}

/** All of a report for who may see it, else what everybody sees. */
export function asOwn(report: ReportRow | null, identity: Identity | null): FollowUpReportRow | null {
  return report && isOwn(report, identity) ? { ...report, showsAll: true } : asPublished(report);
}

/** Whether more of the report is shown than what everybody sees, now or through its versions and reviews. */
export function showsUnpublished({ showsAll, approvedVersion }: FollowUpReportRow): boolean {
  return showsAll && approvedVersion !== 1;
}
