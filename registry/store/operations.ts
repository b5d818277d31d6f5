import { sql } from "../../kit/sql";
import type { ClientUse } from "../outcomes";
import type { Statements } from "./connection";

/** What gateways have counted: each operation once, and how often each client sent it. */
export interface CountedOperations {
  readonly operations: readonly {
    readonly hash: string;
    readonly signature: string;
    readonly coordinates: readonly string[];
  }[];
  readonly uses: readonly { readonly hash: string; readonly client: string; readonly count: number }[];
}

/**
 * Adds what was counted to today's counts, in one statement.
 * @param mostNew how many operations may be added that nobody has sent before
 * @returns how many were added, and how many were not since there were too many
 */
export async function addOperationUses(
  statements: Statements,
  { operations, uses }: CountedOperations,
  mostNew: number,
): Promise<{ added: number; dropped: number }> {
  const [result] = await statements.rows<{ added: number; dropped: number }>(
    "addOperationUses",
    // In one order, so that two gateways that add the same never wait for each other in turn.
    sql`WITH given AS (
          SELECT hash, signature, coordinates
          FROM json_to_recordset(${JSON.stringify(operations)}::json)
            AS given(hash text, signature text, coordinates text[])),
        known AS (SELECT hash FROM given WHERE hash IN (SELECT hash FROM operation)),
        fresh AS (SELECT * FROM given WHERE hash NOT IN (SELECT hash FROM known) ORDER BY hash LIMIT ${mostNew}),
        added AS (
          INSERT INTO operation (hash, signature, coordinates) SELECT hash, signature, coordinates FROM fresh ORDER BY hash
          ON CONFLICT (hash) DO NOTHING RETURNING hash),
        counted AS (
          INSERT INTO operation_use (hash, day, client, count)
          SELECT hash, current_date, client, sum(count)
          FROM json_to_recordset(${JSON.stringify(uses)}::json) AS given(hash text, client text, count bigint)
          WHERE hash IN (SELECT hash FROM known UNION ALL SELECT hash FROM fresh)
          GROUP BY hash, client ORDER BY hash, client
          ON CONFLICT (hash, day, client) DO UPDATE SET count = operation_use.count + excluded.count)
        SELECT (SELECT count(*)::int FROM added) AS added,
               (SELECT count(*)::int FROM given) - (SELECT count(*)::int FROM known)
                 - (SELECT count(*)::int FROM fresh) AS dropped`,
  );
  if (!result) throw new Error("Uses of operations were added and not counted");
  return result;
}

/** How many operations were sent for the first time today. */
export async function countNewOperations(statements: Statements): Promise<number> {
  const [row] = await statements.rows<{ count: number }>(
    "countNewOperations",
    sql`SELECT count(*)::int AS count FROM operation WHERE first_seen = current_date`,
  );
  return row?.count ?? 0;
}

/** Who sent operations that touch the coordinates in the last days, of which today is one; others are not in the answer. */
export async function readUses(
  statements: Statements,
  coordinates: readonly string[],
  days: number,
): Promise<Map<string, readonly ClientUse[]>> {
  const rows = await statements.rows<{ coordinate: string; clients: readonly ClientUse[] }>(
    "readUses",
    sql`SELECT coordinate, json_agg(json_build_object('client', client, 'count', count) ORDER BY count DESC, client) AS clients
        FROM (
          SELECT coordinate, u.client, sum(u.count)::float8 AS count
          FROM operation o
          JOIN operation_use u ON u.hash = o.hash AND u.day > current_date - ${days}::int
          CROSS JOIN unnest(o.coordinates) AS coordinate
          WHERE o.coordinates && ${[...coordinates]}::text[] AND coordinate = ANY (${[...coordinates]}::text[])
          GROUP BY coordinate, u.client) AS used
        GROUP BY coordinate`,
  );
  return new Map(rows.map(({ coordinate, clients }) => [coordinate, clients]));
}

/** Forgets uses that are older, and operations that nobody has sent since. */
export async function forgetOperationUses(statements: Statements, days: number): Promise<void> {
  await statements.rows("forgetUses", sql`DELETE FROM operation_use WHERE day < current_date - ${days}::int`);
  await statements.rows(
    "forgetOperations",
    sql`DELETE FROM operation o WHERE first_seen < current_date - ${days}::int
          AND NOT EXISTS (SELECT FROM operation_use u WHERE u.hash = o.hash)`,
  );
}
