import { sql } from "../../kit/sql";
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

/** Which of the coordinates an operation has touched in the last days; today is one of them. */
export async function readUsedCoordinates(
  statements: Statements,
  coordinates: readonly string[],
  days: number,
): Promise<Set<string>> {
  const rows = await statements.rows<{ coordinate: string }>(
    "readUsedCoordinates",
    sql`SELECT DISTINCT coordinate
        FROM operation o CROSS JOIN unnest(o.coordinates) AS coordinate
        WHERE o.coordinates && ${[...coordinates]}::text[] AND coordinate = ANY (${[...coordinates]}::text[])
          AND EXISTS (SELECT FROM operation_use u WHERE u.hash = o.hash AND u.day > current_date - ${days}::int)`,
  );
  return new Set(rows.map(({ coordinate }) => coordinate));
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
