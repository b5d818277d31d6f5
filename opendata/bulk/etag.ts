import { createHash } from "node:crypto";
import type { Identity } from "../../kit/access";
import type { SnapshotReader } from "../../kit/database";
import { raw, sql } from "../../kit/sql";
import type { Dataset } from "./dataset";
import type { Question } from "./parameters";

/** Raised when the hub writes the same rows otherwise, so that copies of before are fetched anew. */
const EDITION = 1;

/** How far a dataset's change feed has come, as one state of the database has it. */
export interface DataState {
  /** The same text for the same rows. */
  readonly mark: string;
  readonly changedAt: Date | null;
}

/**
 * The last change of transactions that all have ended tells of everything below it; of those above, some of which are still
 * under way, it takes how many are seen: two states of the database that agree in both have the same rows.
 */
export async function readDataState(reader: SnapshotReader, { fedBy }: Dataset): Promise<DataState> {
  const changes = raw(`${fedBy.room}.published_change`);
  const ofKinds = fedBy.kinds ? sql`kind = ANY(${fedBy.kinds})` : raw("TRUE");
  const [state] = await reader.rows<{ database: string; last: string | null; above: number; changedAt: Date | null }>(
    "readBulkState",
    sql`SELECT (SELECT oid FROM pg_database WHERE datname = current_database())::text AS database, l.last, l.changed_at AS "changedAt",
        (SELECT count(*)::int FROM ${changes} WHERE transaction >= pg_snapshot_xmin(pg_current_snapshot()) AND ${ofKinds}) AS above
      FROM (SELECT) AS one LEFT JOIN (
        SELECT transaction || '/' || position AS last, changed_at FROM ${changes}
        WHERE transaction < pg_snapshot_xmin(pg_current_snapshot()) AND ${ofKinds}
        ORDER BY transaction DESC, position DESC LIMIT 1
      ) l ON true`,
  );
  return {
    mark: `${state?.database}.${state?.last ?? ""}.${state?.above}`,
    changedAt: state && state.above === 0 ? state.changedAt : null,
  };
}

/** Weak: the same rows, in whichever encoding they are sent. */
export function etagOf(
  of: { dataset: Dataset; format: string; question: Question; identity: Identity | null },
  { mark }: DataState,
): string {
  const { dataset, format, question, identity } = of;
  const scope = question.unpublished && identity ? [identity.owner, ...identity.roles] : null;
  const text = JSON.stringify([EDITION, dataset.name, format, question, scope, mark]);
  return `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

/** Whether an If-None-Match header names the tag. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => strong(tag) === strong(etag));
}
