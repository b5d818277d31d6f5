import type { EntityManager } from "typeorm";
import type { ImportRow, OwnedRecord } from "../../../kit/record";
import type { RowChanges } from "../../../kit/replace-rows";
import type { GrantEventEntry } from "../grant-event.entity";

/** An event as a data package states it. */
export type DeliveredEvent = ImportRow<OwnedRecord> &
  Pick<
    GrantEventEntry,
    | "grantId"
    | "position"
    | "kind"
    | "date"
    | "value"
    | "year"
    | "yearCertainty"
    | "certainty"
    | "precision"
    | "asPrinted"
    | "actorId"
    | "note"
  >;

/** The columns that a delivery states, in the order of the JSON that they are written from. */
const STATED = `stated_id text, grant_id text, position int, kind text, date jsonb, value numeric, year int, year_certainty text,
  certainty text, precision text, as_printed text, actor_id text, note jsonb, sources jsonb, quality_notes jsonb`;
const columns = STATED.split(",").map((column) => column.trim().split(" ")[0] ?? "");
const list = (alias: string) => columns.map((name) => `${alias}.${name}`).join(", ");

/**
 * Makes the events that stand for an owner's data package equal to those given, by adding to the logs alone: what is new is
 * appended, what has changed is corrected, and what is gone is taken back. What systems have recorded is left alone.
 * The caller holds the municipality's grants (lockGrants).
 * @returns how many were new, corrected and taken back
 */
export async function recordDelivered(
  manager: EntityManager,
  owner: string,
  events: readonly DeliveredEvent[],
): Promise<RowChanges> {
  const payload = JSON.stringify(
    events.map((event) => ({
      stated_id: event.id,
      grant_id: event.grantId,
      position: event.position,
      kind: event.kind,
      date: event.date,
      value: event.value,
      year: event.year,
      year_certainty: event.yearCertainty,
      certainty: event.certainty,
      precision: event.precision,
      as_printed: event.asPrinted,
      actor_id: event.actorId,
      note: event.note,
      sources: event.sources,
      quality_notes: event.qualityNotes,
    })),
  );
  const [changes] = await manager.query<RowChanges[]>(
    `/* recordDelivered */
    WITH given AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(${STATED})),
    standing AS MATERIALIZED (
      SELECT * FROM funding.grant_event e
      WHERE e.municipality_code = $2 AND e.origin = 'DATA_PACKAGE' AND e.withdrawn_at IS NULL
    ), changed AS (
      SELECT ${list("g")}, s.id AS corrects_id, false AS is_retraction
      FROM given g LEFT JOIN standing s ON s.stated_id = g.stated_id AND s.grant_id = g.grant_id
      WHERE s.id IS NULL OR (${list("g")}) IS DISTINCT FROM (${list("s")})
      UNION ALL
      -- An event that has moved to another grant is taken back from the log of this one, and new in the other's.
      SELECT ${list("s")}, s.id, true FROM standing s
      WHERE NOT EXISTS (SELECT FROM given g WHERE g.stated_id = s.stated_id AND g.grant_id = s.grant_id)
    ), numbered AS (
      SELECT c.*, row_number() OVER (PARTITION BY c.grant_id ORDER BY c.position, c.stated_id)
          + coalesce((SELECT max(e.number) FROM funding.grant_event_log e
                      WHERE e.municipality_code = $2 AND e.grant_id = c.grant_id), 0) AS number,
        row_number() OVER (PARTITION BY c.stated_id ORDER BY c.is_retraction DESC)
          + (SELECT count(*) FROM funding.grant_event_log e
             WHERE e.municipality_code = $2 AND e.stated_id = c.stated_id) AS version
      FROM changed c
    ), added AS (
      INSERT INTO funding.grant_event_log
        (municipality_code, id, number, origin, recorded_by, corrects_id, is_retraction, ${columns.join(", ")})
      SELECT $2, n.stated_id || CASE WHEN n.version = 1 THEN '' ELSE '~' || n.version END, n.number, 'DATA_PACKAGE', $2,
        n.corrects_id, n.is_retraction, ${list("n")}
      FROM numbered n RETURNING corrects_id, is_retraction
    )
    SELECT count(*) FILTER (WHERE corrects_id IS NULL)::int AS inserted,
      count(*) FILTER (WHERE corrects_id IS NOT NULL AND NOT is_retraction)::int AS updated,
      count(*) FILTER (WHERE is_retraction)::int AS withdrawn FROM added`,
    [payload, owner],
  );
  return changes ?? { inserted: 0, updated: 0, withdrawn: 0 };
}
