import type { Statements } from "../../../kit/connection";
import { sql } from "../../../kit/sql";
import { swedishDay } from "../../../kit/swedish-day";
import { type Mistake, mistake, Refused } from "../follow-up/mistake";
import { checkText } from "../follow-up/text";
import type { ApproveFollowUpReportInput, RequestSupplementInput } from "../generated/types";
import { appendEvents } from "../life/append-events";
import { checkNotNegative, isAbove, sumOf } from "./check/money";
import { LENGTHS, shown, upTo } from "./check/rows";
import type { FollowUpContentValue } from "./content";
import type { ReportRow } from "./report";
import { findOtherReports, handedInOf, lockGrantFacts } from "./report-surroundings";
import { checkRevision, reportNotFound } from "./save-report";
import { lockInOrder } from "./submit-report";

/**
 * Answers a report that was handed in with what it lacks.
 * @param by funding source that answers
 * @throws Refused with all mistakes
 */
export async function requestSupplement(
  statements: Statements,
  by: string,
  input: RequestSupplementInput,
): Promise<void> {
  const { message, fields = [], dueOn = null } = input;
  const report = await findReviewed(statements, input.report, by);
  const mistakes = [
    ...checkReviewed(report, input.expectedRevision),
    ...checkText(message, "message", { limit: LENGTHS.words, isRequired: true }),
    ...upTo(100, fields, "fields", () => fields.flatMap((place, index) => checkPlace(place, `fields[${index}]`))),
    ...(dueOn !== null && dueOn < swedishDay() ? [mistake("SUPPLEMENT_DUE_PAST", { field: "dueOn" }, { dueOn })] : []),
  ];
  if (mistakes.length > 0) throw new Refused(mistakes);
  await review(statements, report, by, {
    kind: "SUPPLEMENT_REQUESTED",
    message: message.trim(),
    fields,
    dueOn,
    approvedCost: null,
  });
}

/**
 * Approves a report that was handed in, which publishes it.
 * @param by funding source that answers
 * @throws Refused with all mistakes
 */
export async function approveReport(
  statements: Statements,
  by: string,
  input: ApproveFollowUpReportInput,
): Promise<void> {
  const { message = null, approvedCost = null } = input;
  const report = await findReviewed(statements, input.report, by);
  const mistakes = [
    ...checkReviewed(report, input.expectedRevision),
    ...checkText(message, "message", { limit: LENGTHS.words }),
    ...(await checkApprovedCost(statements, report, approvedCost)),
    ...(await checkAllocated(statements, report)),
  ];
  if (mistakes.length > 0) throw new Refused(mistakes);
  await review(statements, report, by, {
    kind: "APPROVED",
    message: message?.trim() || null,
    fields: [],
    dueOn: null,
    approvedCost,
  });
}

interface Review {
  readonly kind: "SUPPLEMENT_REQUESTED" | "APPROVED";
  readonly message: string | null;
  readonly fields: readonly string[];
  readonly dueOn: string | null;
  readonly approvedCost: string | null;
}

async function findReviewed(statements: Statements, id: string, by: string): Promise<ReportRow> {
  const report = await lockInOrder(statements, id);
  if (report?.sourceId !== by) throw new Refused([reportNotFound(id)]);
  return report;
}

function checkReviewed({ id: record, state, revision }: ReportRow, expected: number): Mistake[] {
  return [
    ...(state === "SUBMITTED" ? [] : [mistake("REPORT_NOT_SUBMITTED", { field: "report", record }, { state })]),
    ...checkRevision(expected, revision, record),
  ];
}

/** A place as mistakes name it, such as allocations[1].areas. */
function checkPlace(place: string, field: string): Mistake[] {
  const isPlace = place.length <= 200 && /^[a-zA-Z]+(\[\d{1,3}\])?(\.[a-zA-Z]+(\[\d{1,3}\])?)*$/.test(place);
  return isPlace ? [] : [mistake("SUPPLEMENT_FIELD_INVALID", { field }, { place: shown(place) })];
}

async function checkApprovedCost(
  statements: Statements,
  { municipalityCode, id, kind, lastVersion }: ReportRow,
  approved: string | null,
): Promise<Mistake[]> {
  if (approved === null) return [];
  const field = "approvedCost";
  if (kind === "PROGRESS") return [mistake("APPROVED_COST_OF_PROGRESS", { field })];
  const [version] = await statements.rows<{ content: FollowUpContentValue }>(
    "findReviewedVersion",
    sql`SELECT v.content FROM follow_up_version v
        WHERE v.municipality_code = ${municipalityCode} AND v.report_id = ${id} AND v.number = ${lastVersion}`,
  );
  const totalCost = version?.content.finalAccount?.totalCost ?? null;
  return [
    ...checkNotNegative(approved, field),
    ...(isAbove(approved, totalCost)
      ? [mistake("APPROVED_COST_ABOVE_REPORTED", { field }, { approved, totalCost: totalCost ?? "" })]
      : []),
  ];
}

/** The award may have been corrected to less since the report was handed in. */
async function checkAllocated(
  statements: Statements,
  { municipalityCode, grantId, id: record }: ReportRow,
): Promise<Mistake[]> {
  const awarded = (await lockGrantFacts(statements, municipalityCode, grantId))?.awarded ?? null;
  const handedIn = handedInOf(await findOtherReports(statements, municipalityCode, grantId, null));
  const allocations = handedIn.flatMap(({ content }) => content.allocations);
  const sum = sumOf(allocations.map(({ amount }) => amount));
  return allocations.length > 0 && isAbove(sum, awarded)
    ? [mistake("ALLOCATIONS_ABOVE_AWARD", { field: "report", record }, { sum, awarded: awarded ?? "" })]
    : [];
}

/** The answer stands before the head changes: the change feed tells by it whether everybody may see the report. */
async function review(statements: Statements, report: ReportRow, by: string, given: Review): Promise<void> {
  const { municipalityCode: municipality, id, grantId, lastVersion } = report;
  const { kind, message, fields, dueOn, approvedCost } = given;
  await statements.rows(
    "addReview",
    sql`INSERT INTO follow_up_review (municipality_code, report_id, number, kind, version, message, fields, due_on,
          approved_cost, reviewed_by)
        SELECT ${municipality}, ${id}, count(*) + 1, ${kind}, ${lastVersion}, ${message}, ${fields}::text[], ${dueOn}::date,
          ${approvedCost}::numeric, ${by}
        FROM follow_up_review w WHERE w.municipality_code = ${municipality} AND w.report_id = ${id}`,
  );
  await statements.rows(
    "countReview",
    sql`UPDATE follow_up_report SET revision = revision + 1, changed_at = now()
        WHERE municipality_code = ${municipality} AND id = ${id}`,
  );
  const { mistakes } = await appendEvents(statements, { grantId, origin: "REPORT", by, expectedRevision: null }, [
    {
      place: "report",
      kind: kind === "APPROVED" ? "APPROVAL" : "SUPPLEMENT_REQUEST",
      date: swedishDay(),
      value: null,
      year: null,
      totalCost: approvedCost,
      registrationNumber: null,
      note: null,
      sources: [],
      correctsId: null,
      isRetraction: false,
      reportId: id,
      reportVersion: lastVersion,
    },
  ]);
  if (mistakes.length > 0) throw new Refused(mistakes);
}
