import type { Statements } from "../../../kit/connection";
import { columnsOf } from "../../../kit/entity-columns";
import { NATIONAL, ownerOf } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import { type GrantEventEntry, type GrantEventRow, grantEventEntity } from "../grant-event.entity";
import { lockGrant } from "./lock-grants";

/** A grant as who writes to its log needs it. */
export interface LoggedGrant {
  readonly id: string;
  readonly municipalityCode: string;
  readonly sourceId: string;
  readonly recipientId: string;
  /** Organisation behind the funding source; null when it is not known. */
  readonly sourceOrganisationId: string | null;
  readonly isWithdrawn: boolean;
  /** Largest share of the cost, as decimal text; null unless documents state both the programme and its share. */
  readonly maxShare: string | null;
  /** Whether it was registered here, so that its log has all of its life. */
  readonly isWholeKnown: boolean;
}

/** A grant and all entries of its log, in the order in which the log got them. */
export interface GrantLog {
  readonly grant: LoggedGrant;
  readonly log: readonly GrantEventRow[];
}

/** A grant as it is now, held against nobody; null when there is none. */
export async function findLoggedGrant(statements: Statements, grantId: string): Promise<LoggedGrant | null> {
  const municipality = ownerOf(grantId);
  const [grant] = await statements.rows<LoggedGrant>("findLoggedGrants", findLoggedGrants(municipality, [grantId]));
  return grant ?? null;
}

/** A grant with its log as it is now, held against nobody; null when there is none. */
export async function findGrantLog(statements: Statements, grantId: string): Promise<GrantLog | null> {
  const [found] = await readGrantLogs(statements, ownerOf(grantId), [grantId]);
  return found ?? null;
}

/** A grant with its log, held against others who write to it until the transaction ends; null when there is none. */
export async function lockGrantLog(statements: Statements, grantId: string): Promise<GrantLog | null> {
  await statements.rows("lockGrant", lockGrant(grantId));
  return findGrantLog(statements, grantId);
}

/** The municipality's grants of these ids with their logs, by id; those that are not there are left out. */
export async function readGrantLogs(
  statements: Statements,
  municipality: string,
  grantIds: readonly string[],
): Promise<GrantLog[]> {
  if (grantIds.length === 0) return [];
  const grants = await statements.rows<LoggedGrant>("findLoggedGrants", findLoggedGrants(municipality, grantIds));
  if (grants.length === 0) return [];
  const entries = await statements.rows<GrantEventRow>(
    "readGrantLogs",
    sql`SELECT ${columnsOf(grantEventEntity, "e")}, e.corrected_by_id AS "correctedById" FROM funding.whole_grant_event e
        WHERE e.municipality_code = ${municipality} AND e.grant_id = ANY(${[...grantIds]}) ORDER BY e.grant_id, e.number`,
  );
  return grants.map((grant) => ({ grant, log: entries.filter(({ grantId }) => grantId === grant.id) }));
}

/** A municipality's own source or programme goes before a national one of the same id; withdrawn ones tell nothing. */
const findLoggedGrants = (municipality: string, grantIds: readonly string[]) =>
  sql`SELECT g.id, g.municipality_code AS "municipalityCode", g.source_id AS "sourceId", g.recipient_id AS "recipientId",
        s.organisation_id AS "sourceOrganisationId", g.withdrawn_at IS NOT NULL AS "isWithdrawn",
        g.origin = 'RECORDED' AS "isWholeKnown",
        CASE WHEN g.programme_certainty = 'STATED' AND p.certainty = 'STATED' THEN p.max_share::numeric::text END AS "maxShare"
      FROM funding."grant" g
      LEFT JOIN LATERAL (
        SELECT organisation_id FROM funding.funding_source
        WHERE id = g.source_id AND municipality_code IN (${NATIONAL}, g.municipality_code) AND withdrawn_at IS NULL
        ORDER BY municipality_code = g.municipality_code DESC LIMIT 1
      ) s ON true
      LEFT JOIN LATERAL (
        SELECT certainty, max_share FROM funding.funding_programme
        WHERE id = g.programme_id AND municipality_code IN (${NATIONAL}, g.municipality_code) AND withdrawn_at IS NULL
        ORDER BY municipality_code = g.municipality_code DESC LIMIT 1
      ) p ON true
      WHERE g.municipality_code = ${municipality} AND g.id = ANY(${[...grantIds]}) ORDER BY g.id`;

/** An entry as it is written: the database says when. */
export type NewEntry = Omit<GrantEventEntry, "recordedAt">;

/** Adds entries to a grant's log, all of them in one statement. */
export async function addToLog(statements: Statements, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    municipality_code: entry.municipalityCode,
    id: entry.id,
    grant_id: entry.grantId,
    position: entry.position,
    number: entry.number,
    kind: entry.kind,
    date: entry.date,
    value: entry.value,
    year: entry.year,
    year_certainty: entry.yearCertainty,
    certainty: entry.certainty,
    precision: entry.precision,
    total_cost: entry.totalCost,
    actor_id: entry.actorId,
    registration_number: entry.registrationNumber,
    note: entry.note,
    sources: entry.sources,
    quality_notes: entry.qualityNotes,
    origin: entry.origin,
    recorded_by: entry.recordedBy,
    corrects_id: entry.correctsId,
    is_retraction: entry.isRetraction,
    report_id: entry.reportId,
    report_version: entry.reportVersion,
  }));
  await statements.rows(
    "addToGrantLog",
    sql`INSERT INTO grant_event_log (municipality_code, id, grant_id, position, number, kind, date, value, year,
          year_certainty, certainty, precision, total_cost, actor_id, registration_number, note, sources, quality_notes, origin,
          recorded_by, corrects_id, is_retraction, report_id, report_version)
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(municipality_code text, id text, grant_id text,
          position float8, number int, kind text, date jsonb, value numeric, year int, year_certainty text, certainty text,
          precision text, total_cost numeric, actor_id text, registration_number text, note jsonb, sources jsonb,
          quality_notes jsonb, origin text, recorded_by text, corrects_id text, is_retraction boolean, report_id text,
          report_version int)`,
  );
}
