import { createHash } from "node:crypto";
import { canonicalJson } from "../../../kit/canonical-json";
import type { Statements } from "../../../kit/connection";
import { ownerOf } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import { swedishDay } from "../../../kit/swedish-day";
import { type Mistake, mistake, Refused } from "../follow-up/mistake";
import type { SubmitFollowUpReportInput } from "../generated/types";
import { appendEvents } from "../life/append-events";
import { lockGrant } from "../life/lock-grants";
import { checkContent, missingIn } from "./check/content";
import type { FollowUpContentValue } from "./content";
import { type ReportRow, yearOf } from "./report";
import { lockReport } from "./report.repository";
import { findOtherReports, findTemplate, handedInOf, lockGrantFacts } from "./report-surroundings";
import { checkRevision, reportNotFound } from "./save-report";

/**
 * Freezes a report's draft as its next version, and records the event.
 * @param by municipality code of who hands it in
 * @throws Refused with all mistakes
 */
export async function submitReport(
  statements: Statements,
  by: string,
  { report: id, expectedRevision }: SubmitFollowUpReportInput,
): Promise<void> {
  const { report, content } = await checkedDraft(statements, id, expectedRevision);
  const { municipalityCode: municipality, grantId, kind } = report;
  const number = (report.lastVersion ?? 0) + 1;
  const hash = createHash("sha256").update(canonicalJson(content)).digest("hex");
  await statements.rows(
    "freezeVersion",
    sql`INSERT INTO follow_up_version (municipality_code, report_id, number, content, hash, submitted_by)
        VALUES (${municipality}, ${id}, ${number}, ${JSON.stringify(content)}::jsonb, ${hash}, ${by})`,
  );
  await statements.rows(
    "endDraft",
    sql`UPDATE follow_up_report SET draft = NULL, revision = revision + 1, changed_at = now()
        WHERE municipality_code = ${municipality} AND id = ${id}`,
  );
  const account = content.finalAccount;
  const { mistakes } = await appendEvents(statements, { grantId, origin: "REPORT", by, expectedRevision: null }, [
    {
      place: "report",
      kind: kind === "FINAL" ? "FINAL_REPORT" : "PROGRESS_REPORT",
      date: swedishDay(),
      value: account?.spent ?? null,
      year: account ? yearOf(report) : null,
      totalCost: account?.totalCost ?? null,
      registrationNumber: null,
      note: null,
      sources: [],
      correctsId: await findReportEvent(statements, report),
      isRetraction: false,
      reportId: id,
      reportVersion: number,
    },
  ]);
  if (mistakes.length > 0) throw new Refused(mistakes);
}

async function checkedDraft(
  statements: Statements,
  id: string,
  expectedRevision: number,
): Promise<{ readonly report: ReportRow; readonly content: FollowUpContentValue }> {
  const municipality = ownerOf(id);
  const report = await lockInOrder(statements, id);
  if (!report) throw new Refused([reportNotFound(id)]);
  const grant = await lockGrantFacts(statements, municipality, report.grantId);
  const refusals = [...checkState(report), ...checkRevision(expectedRevision, report.revision, id)];
  if (!grant) {
    const { grantId } = report;
    refusals.push(mistake("REPORT_GRANT_NOT_FOUND", { field: "report", record: grantId }, { grant: grantId }));
  }
  const { draft: content, kind, periodEnd } = report;
  if (!grant || !content) throw new Refused(refusals);
  const others = handedInOf(await findOtherReports(statements, municipality, report.grantId, id));
  const template = await findTemplate(statements, report.sourceId, report.templateId, report.templateVersion);
  // The grant and its other reports may have changed since the draft was saved.
  const mistakes = [
    ...refusals,
    ...checkContent(content, { municipality, kind, periodEnd, grant, template, others }),
    ...missingIn(content, { kind, template }),
  ];
  if (mistakes.length > 0) throw new Refused(mistakes);
  return { report, content };
}

/** Every write takes the grant first and a report after it, so that none waits for another in a circle. */
export async function lockInOrder(statements: Statements, id: string): Promise<ReportRow | null> {
  const [report] = await statements.rows<{ grantId: string }>(
    "findGrantOfReport",
    sql`SELECT r.grant_id AS "grantId" FROM follow_up_report r WHERE r.municipality_code = ${ownerOf(id)} AND r.id = ${id}`,
  );
  if (!report) return null;
  await statements.rows("lockGrant", lockGrant(report.grantId));
  return lockReport(statements, id);
}

function checkState({ id: record, state, draft }: ReportRow): Mistake[] {
  if (state === "SUBMITTED" || state === "APPROVED") {
    return [mistake("REPORT_FROZEN", { field: "report", record }, { state })];
  }
  return draft === null ? [mistake("REPORT_WITHOUT_DRAFT", { field: "report", record })] : [];
}

/** The event of the version before, which the new one corrects. */
async function findReportEvent(statements: Statements, report: ReportRow): Promise<string | null> {
  const [event] = await statements.rows<{ id: string }>(
    "findReportEvent",
    sql`SELECT e.id FROM whole_grant_event e
        WHERE e.municipality_code = ${report.municipalityCode} AND e.grant_id = ${report.grantId} AND e.report_id = ${report.id}
          AND e.kind IN ('PROGRESS_REPORT', 'FINAL_REPORT') AND e.corrected_by_id IS NULL AND NOT e.is_retraction`,
  );
  return event?.id ?? null;
}
