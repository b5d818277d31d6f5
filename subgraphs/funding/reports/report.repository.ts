import type { Statements } from "../../../kit/connection";
import type { Reader } from "../../../kit/database";
import { type List, plain } from "../../../kit/pagination";
import { ownerOf } from "../../../kit/record";
import { raw, type Sql, sql } from "../../../kit/sql";
import type { FollowUpReportFilter } from "../generated/types";
import type { ReportRow, ReviewRow, VersionRow } from "./report";

const ofReport = (alias: string) => `${alias}.municipality_code = r.municipality_code AND ${alias}.report_id = r.id`;

/** Reports `r` with what follows from their versions and reviews: nothing of it is stored. */
const reports = raw(`follow_up_report r CROSS JOIN LATERAL (
    SELECT (SELECT w.version FROM follow_up_review w WHERE ${ofReport("w")} AND w.kind = 'APPROVED') AS approved_version,
      (SELECT max(v.number) FROM follow_up_version v WHERE ${ofReport("v")}) AS last_version
  ) s CROSS JOIN LATERAL (
    SELECT CASE WHEN s.approved_version IS NOT NULL THEN 'APPROVED' WHEN s.last_version IS NULL THEN 'DRAFT'
      WHEN EXISTS (SELECT FROM follow_up_review w WHERE ${ofReport("w")} AND w.version = s.last_version)
      THEN 'SUPPLEMENT_REQUESTED' ELSE 'SUBMITTED' END AS state
  ) t`);

const columns =
  raw(`r.municipality_code AS "municipalityCode", r.id, r.source_id AS "sourceId", r.grant_id AS "grantId", r.kind,
  r.period_start::text AS "periodStart", r.period_end::text AS "periodEnd", r.template_id AS "templateId",
  r.template_version AS "templateVersion", r.revision, r.draft, r.changed_at AS "changedAt", t.state,
  s.last_version AS "lastVersion", s.approved_version AS "approvedVersion"`);

const order = [plain("r.municipality_code"), plain("r.period_start::text"), plain("r.period_end::text"), plain("r.id")];

/** Reports as they are kept: who may see which is decided by who asks (visibility.ts), and by row-level security. */
export function createReportRepository(reader: Reader) {
  return {
    findReportsById: (ids: readonly string[]) =>
      reader.rows<ReportRow>(
        "findReportsById",
        sql`SELECT ${columns} FROM ${reports} WHERE r.municipality_code = ANY(${ids.map(ownerOf)}) AND r.id = ANY(${ids})`,
      ),
    /** By period. */
    findReportsByGrant: (grantIds: readonly string[]) =>
      reader.rows<ReportRow>(
        "findReportsByGrant",
        sql`SELECT ${columns} FROM ${reports}
            WHERE r.municipality_code = ANY(${grantIds.map(ownerOf)}) AND r.grant_id = ANY(${grantIds})
            ORDER BY r.period_start, r.period_end, r.id COLLATE "C"`,
      ),
    findVersionsByReport: (reportIds: readonly string[]) =>
      reader.rows<VersionRow>(
        "findVersionsByReport",
        sql`SELECT v.municipality_code AS "municipalityCode", v.report_id AS "reportId", v.number, v.content, v.hash,
              v.submitted_by AS "submittedBy", v.submitted_at AS "submittedAt",
              CASE WHEN extract(year FROM r.period_start) = extract(year FROM r.period_end)
                THEN extract(year FROM r.period_end)::int END AS year
            FROM follow_up_version v
            JOIN follow_up_report r ON r.municipality_code = v.municipality_code AND r.id = v.report_id
            WHERE v.municipality_code = ANY(${reportIds.map(ownerOf)}) AND v.report_id = ANY(${reportIds})
            ORDER BY v.report_id COLLATE "C", v.number`,
      ),
    findReviewsByReport: (reportIds: readonly string[]) =>
      reader.rows<ReviewRow>(
        "findReviewsByReport",
        sql`SELECT w.municipality_code AS "municipalityCode", w.report_id AS "reportId", w.number, w.kind, w.version, w.message,
              w.fields, w.due_on::text AS "dueOn", w.approved_cost AS "approvedCost", w.reviewed_by AS "reviewedBy",
              w.reviewed_at AS "reviewedAt"
            FROM follow_up_review w
            WHERE w.municipality_code = ANY(${reportIds.map(ownerOf)}) AND w.report_id = ANY(${reportIds})
            ORDER BY w.report_id COLLATE "C", w.number`,
      ),
  };
}

/** A report, held against others who change it until the transaction ends; null when there is none. */
export async function lockReport(statements: Statements, id: string): Promise<ReportRow | null> {
  const municipality = ownerOf(id);
  await statements.rows(
    "lockReport",
    sql`SELECT FROM follow_up_report r WHERE r.municipality_code = ${municipality} AND r.id = ${id} FOR UPDATE`,
  );
  const [report = null] = await statements.rows<ReportRow>(
    "findLockedReport",
    sql`SELECT ${columns} FROM ${reports} WHERE r.municipality_code = ${municipality} AND r.id = ${id}`,
  );
  return report;
}

/**
 * Reports by municipality, period and id.
 * @param own which reports the caller is shown all of; of all others what is published is shown
 */
export function reportsMatching(filter: FollowUpReportFilter | null | undefined, own: Sql): List {
  const { municipalities, source, grants, kinds, states, years } = filter ?? {};
  return {
    name: "listFollowUpReports",
    columns: sql`${columns}, ${own} AS "showsAll"`,
    from: reports,
    order: { name: "PERIOD", terms: order, direction: "ASC" },
    where: [
      sql`(t.state = 'APPROVED' OR ${own})`,
      municipalities ? sql`r.municipality_code = ANY(${municipalities})` : undefined,
      source ? sql`r.source_id = ${source}` : undefined,
      grants ? sql`r.municipality_code = ANY(${grants.map(ownerOf)}) AND r.grant_id = ANY(${grants})` : undefined,
      kinds ? sql`r.kind = ANY(${kinds})` : undefined,
      states ? sql`t.state = ANY(${states})` : undefined,
      years
        ? sql`EXISTS (SELECT FROM unnest(${years}::int[]) AS y(year) WHERE y.year BETWEEN extract(year FROM r.period_start) AND extract(year FROM r.period_end))`
        : undefined,
    ],
  };
}
