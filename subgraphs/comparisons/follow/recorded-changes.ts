import type { DataSource } from "typeorm";

export interface RecordedChanges {
  /** Municipality codes, in order. */
  readonly owners: readonly string[];
  /** The transaction from which to look the next time. */
  readonly next: string;
}

/**
 * Whose grants systems have written to, through the graph. A data package brings the read model up to date itself, in its own
 * transaction. Only transactions that no other can come before are looked at, so that none is missed.
 * @param from as `next` of the look before; null for everything that was ever written
 */
export async function recordedChanges(dataSource: DataSource, from: string | null): Promise<RecordedChanges> {
  const [row] = await dataSource.query<RecordedChanges[]>(
    `/* recordedChanges */
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next, ARRAY(
      SELECT DISTINCT c.municipality_code FROM funding.published_change c
      WHERE c.transaction >= coalesce($1, '0')::xid8 AND c.transaction < pg_snapshot_xmin(pg_current_snapshot())
        -- No id of a data package has the sign.
        AND c.kind IN ('GRANT', 'GRANT_EVENT') AND c.record_id LIKE '%~%'
      ORDER BY 1
    ) AS owners`,
    [from],
  );
  return row ?? { owners: [], next: from ?? "0" };
}
