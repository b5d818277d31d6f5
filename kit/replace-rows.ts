import type { EntityManager, EntitySchema } from "typeorm";
import { type Column, columnsIn } from "./entity-columns";

/** What happened to the rows of one table in an import. */
export interface RowChanges {
  inserted: number;
  updated: number;
  withdrawn: number;
}

/**
 * Makes the rows of one owner in one table equal to the rows given, in one statement: new rows are inserted, changed ones
 * updated, rows that are gone are marked withdrawn, and unchanged ones are left alone (not even their changed_at moves).
 * The table has the columns `withdrawn_at` and `changed_at`.
 * @param scope which of the table's rows are replaced: columns and the values they must have, such as the owner; every row
 * when empty
 */
export async function replaceRows<Row extends object>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  scope: Readonly<Record<string, string>>,
  rows: readonly Omit<Row, "withdrawnAt" | "changedAt">[],
): Promise<RowChanges> {
  const columns = columnsIn(entity).filter(({ property }) => property !== "withdrawnAt" && property !== "changedAt");
  const table = `"${entity.options.schema}"."${entity.options.tableName}"`;
  const list = (wanted: readonly Column[], prefix = "") => wanted.map(({ name }) => `${prefix}"${name}"`).join(", ");
  const keys = columns.filter(({ primary }) => primary);
  const values = columns.filter(({ primary }) => !primary);
  const sameKey = keys.map(({ name }) => `t."${name}" = g."${name}"`).join(" AND ");
  const inScope = ["TRUE", ...Object.keys(scope).map((name, index) => `t."${name}" = $${index + 2}`)].join(" AND ");
  const payload = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        columns.map(({ property, name }) => [name, (row as Record<string, unknown>)[property] ?? null]),
      ),
    ),
  );
  const [changes] = await manager.query<RowChanges[]>(
    `/* replaceRows ${entity.options.name} */
    WITH given AS MATERIALIZED (
      SELECT ${list(columns)} FROM jsonb_to_recordset($1::jsonb) AS g(${columns.map(({ name, type }) => `"${name}" ${type}`).join(", ")})
    ), written AS (
      INSERT INTO ${table} AS t (${list(columns)}, changed_at, withdrawn_at)
      SELECT ${list(columns)}, now(), NULL FROM given
      ON CONFLICT (${list(keys)}) DO UPDATE
        SET ${[...values.map(({ name }) => `"${name}" = excluded."${name}"`), "changed_at = now()", "withdrawn_at = NULL"].join(", ")}
        WHERE t.withdrawn_at IS NOT NULL${values.length === 0 ? "" : ` OR (${list(values, "t.")}) IS DISTINCT FROM (${list(values, "excluded.")})`}
      RETURNING (xmax = 0) AS is_new
    ), gone AS (
      UPDATE ${table} AS t SET withdrawn_at = now(), changed_at = now()
      WHERE ${inScope} AND t.withdrawn_at IS NULL AND NOT EXISTS (SELECT FROM given g WHERE ${sameKey})
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM written WHERE is_new)::int AS inserted,
           (SELECT count(*) FROM written WHERE NOT is_new)::int AS updated,
           (SELECT count(*) FROM gone)::int AS withdrawn`,
    [payload, ...Object.values(scope)],
  );
  return changes ?? { inserted: 0, updated: 0, withdrawn: 0 };
}
