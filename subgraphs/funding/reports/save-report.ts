import type { Statements } from "../../../kit/connection";
import { ownerOf } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import { type Mistake, mistake, Refused } from "../follow-up/mistake";
import type { SaveFollowUpReportInput } from "../generated/types";
import { stateOf } from "../grant-state";
import { hubId } from "../life/hub-id";
import { checkContent } from "./check/content";
import { checkOverlap, checkPeriod } from "./check/period";
import { contentOfInput } from "./content-of-input";
import type { GrantFacts } from "./grant-facts";
import type { ReportRow } from "./report";
import { lockReport } from "./report.repository";
import { findOtherReports, findTemplate, findTemplateFor, handedInOf, lockGrantFacts } from "./report-surroundings";

/**
 * Begins or changes a report's draft.
 * @returns the report's id
 * @throws Refused with all mistakes
 */
export async function saveReport(statements: Statements, input: SaveFollowUpReportInput): Promise<string> {
  const { grant: grantId, kind, periodStart, periodEnd } = input;
  const municipality = ownerOf(grantId);
  const grant = await lockGrantFacts(statements, municipality, grantId);
  if (!grant) {
    throw new Refused([mistake("REPORT_GRANT_NOT_FOUND", { field: "grant", record: grantId }, { grant: grantId })]);
  }
  const report = await findReport(statements, input, municipality);
  const others = await findOtherReports(statements, municipality, grantId, report?.id ?? null);
  const template = report
    ? await findTemplate(statements, report.sourceId, report.templateId, report.templateVersion)
    : await findTemplateFor(statements, grant, kind);
  const content = contentOfInput(input.content);
  const periodMistakes = checkPeriod(input);
  const mistakes = [
    ...(report ? checkReport(report, input) : checkNew(grant, input)),
    ...periodMistakes,
    ...(periodMistakes.length > 0
      ? []
      : checkOverlap(
          input,
          others.filter((other) => other.kind === kind),
        )),
    ...checkContent(content, { municipality, kind, periodEnd, grant, template, others: handedInOf(others) }),
  ];
  if (mistakes.length > 0) throw new Refused(mistakes);
  const draft = JSON.stringify(content);
  if (report) {
    await statements.rows(
      "changeDraft",
      sql`UPDATE follow_up_report SET draft = ${draft}::jsonb, period_start = ${periodStart}, period_end = ${periodEnd},
            revision = revision + 1, changed_at = now()
          WHERE municipality_code = ${municipality} AND id = ${report.id}`,
    );
    return report.id;
  }
  const id = hubId(municipality, grant.sourceId);
  await statements.rows(
    "beginReport",
    sql`INSERT INTO follow_up_report (municipality_code, id, source_id, grant_id, kind, period_start, period_end, template_id,
          template_version, revision, draft)
        VALUES (${municipality}, ${id}, ${grant.sourceId}, ${grantId}, ${kind}, ${periodStart}, ${periodEnd},
          ${template?.id ?? null}, ${template?.version ?? null}, 1, ${draft}::jsonb)`,
  );
  return id;
}

async function findReport(
  statements: Statements,
  { report: id }: SaveFollowUpReportInput,
  municipality: string,
): Promise<ReportRow | null> {
  if (id === null || id === undefined) return null;
  const report = ownerOf(id) === municipality ? await lockReport(statements, id) : null;
  if (!report) throw new Refused([reportNotFound(id)]);
  return report;
}

export const reportNotFound = (id: string) =>
  mistake("REPORT_NOT_FOUND", { field: "report", record: id }, { report: id });

export function checkRevision(expected: number, revision: number, record: string | null): Mistake[] {
  if (expected === revision) return [];
  return [mistake("STALE_REVISION", { field: "expectedRevision", record }, { revision, given: expected })];
}

/** A report is begun when there is something to report of. */
function checkNew({ id, eventKinds }: GrantFacts, { expectedRevision }: SaveFollowUpReportInput): Mistake[] {
  const state = stateOf(eventKinds.map((kind) => ({ kind })));
  const at = { field: "grant", record: id };
  return [
    ...checkRevision(expectedRevision, 0, null),
    ...(["REJECTED", "CLOSED", "REVOKED"].includes(state)
      ? [mistake("REPORT_GRANT_ENDED", at, { state })]
      : eventKinds.includes("AWARD")
        ? []
        : [mistake("REPORT_GRANT_NOT_AWARDED", at, { grant: id })]),
  ];
}

function checkReport(report: ReportRow, input: SaveFollowUpReportInput): Mistake[] {
  const { id: record, grantId, kind, periodStart: start, periodEnd: end, state } = report;
  const isOpen = state === "DRAFT" || state === "SUPPLEMENT_REQUESTED";
  const isSamePeriod = start === input.periodStart && end === input.periodEnd;
  return [
    ...(grantId === input.grant
      ? []
      : [mistake("REPORT_OF_ANOTHER_GRANT", { field: "grant", record }, { grant: grantId })]),
    ...(kind === input.kind ? [] : [mistake("REPORT_KIND_FIXED", { field: "kind", record }, { kind })]),
    ...(isOpen ? [] : [mistake("REPORT_FROZEN", { field: "report", record }, { state })]),
    ...(state === "DRAFT" || isSamePeriod
      ? []
      : [mistake("REPORT_PERIOD_FIXED", { field: "periodStart", record }, { start, end })]),
    ...checkRevision(input.expectedRevision, report.revision, record),
  ];
}
