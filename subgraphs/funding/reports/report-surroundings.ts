import type { Statements } from "../../../kit/connection";
import { ownerOf } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import { lockGrant } from "../life/lock-grants";
import type { ReportTemplateRow } from "../templates/report-template";
import { templateColumns } from "../templates/template.repository";
import type { HandedIn } from "./check/rules";
import type { GrantFacts } from "./grant-facts";

/**
 * What a report's grant is known to have been given, held against others who write to the grant and its reports until the
 * transaction ends; null when the municipality has no such grant. A sum that lacks an amount, or has one that is not
 * exact, is not known.
 */
export async function lockGrantFacts(
  statements: Statements,
  municipality: string,
  grantId: string,
): Promise<GrantFacts | null> {
  await statements.rows("lockGrant", lockGrant(grantId));
  const [grant = null] = await statements.rows<GrantFacts>(
    "findGrantFacts",
    sql`SELECT g.id, g.source_id AS "sourceId", g.programme_id AS "programmeId",
          coalesce(e.kinds, '{}') AS "eventKinds",
          CASE WHEN e.is_award_exact THEN e.awarded END AS awarded,
          CASE WHEN e.is_disbursed_exact THEN e.disbursed END AS disbursed
        FROM "grant" g CROSS JOIN LATERAL (
          SELECT array_agg(e.kind ORDER BY e.position, e.number) AS kinds,
            sum(e.value) FILTER (WHERE e.kind = 'AWARD') AS awarded,
            bool_and(e.value IS NOT NULL AND e.precision = 'EXACT') FILTER (WHERE e.kind = 'AWARD') AS is_award_exact,
            sum(e.value) FILTER (WHERE e.kind IN ('DISBURSEMENT', 'FINAL_PAYMENT')) AS disbursed,
            bool_and(e.value IS NOT NULL AND e.precision = 'EXACT')
              FILTER (WHERE e.kind IN ('DISBURSEMENT', 'FINAL_PAYMENT')) AS is_disbursed_exact
          FROM grant_event e
          WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id AND e.withdrawn_at IS NULL
        ) e
        WHERE g.municipality_code = ${municipality} AND g.id = ${grantId} AND g.withdrawn_at IS NULL`,
  );
  return grant;
}

/** The other reports of a grant, drafts too. */
export interface OtherReport {
  readonly id: string;
  readonly kind: "PROGRESS" | "FINAL";
  readonly periodStart: string;
  readonly periodEnd: string;
  /** What was handed in last; null when nothing was. */
  readonly content: HandedIn["content"] | null;
}

export function findOtherReports(
  statements: Statements,
  municipality: string,
  grantId: string,
  reportId: string | null,
): Promise<OtherReport[]> {
  return statements.rows<OtherReport>(
    "findOtherReports",
    sql`SELECT r.id, r.kind, r.period_start::text AS "periodStart", r.period_end::text AS "periodEnd", v.content
        FROM follow_up_report r LEFT JOIN LATERAL (
          SELECT v.content FROM follow_up_version v
          WHERE v.municipality_code = r.municipality_code AND v.report_id = r.id ORDER BY v.number DESC LIMIT 1
        ) v ON TRUE
        WHERE r.municipality_code = ${municipality} AND r.grant_id = ${grantId} AND r.id IS DISTINCT FROM ${reportId}::text
        ORDER BY r.period_start, r.id COLLATE "C"`,
  );
}

/** Only those that were handed in. */
export const handedInOf = (others: readonly OtherReport[]): HandedIn[] =>
  others.flatMap(({ content, ...report }) => (content === null ? [] : [{ ...report, content }]));

/** The form that a new report follows: the latest of the source for the programme, else for all of its programmes. */
export async function findTemplateFor(
  statements: Statements,
  { sourceId, programmeId }: GrantFacts,
  kind: "PROGRESS" | "FINAL",
): Promise<ReportTemplateRow | null> {
  const [template = null] = await statements.rows<ReportTemplateRow>(
    "findTemplateFor",
    sql`SELECT ${templateColumns} FROM report_template p
        WHERE p.municipality_code = ${ownerOf(sourceId)} AND p.source_id = ${sourceId} AND p.kind = ${kind}
          AND (p.programme_id IS NULL OR p.programme_id = ${programmeId}::text)
        ORDER BY p.programme_id IS NULL, p.published_at DESC, p.id COLLATE "C", p.version DESC LIMIT 1`,
  );
  return template;
}

export async function findTemplate(
  statements: Statements,
  sourceId: string,
  id: string | null,
  version: number | null,
): Promise<ReportTemplateRow | null> {
  if (id === null || version === null) return null;
  const [template = null] = await statements.rows<ReportTemplateRow>(
    "findTemplate",
    sql`SELECT ${templateColumns} FROM report_template p
        WHERE p.municipality_code = ${ownerOf(sourceId)} AND p.source_id = ${sourceId} AND p.id = ${id} AND p.version = ${version}`,
  );
  return template;
}
