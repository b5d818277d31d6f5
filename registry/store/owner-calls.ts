import { sql } from "../../kit/sql";
import type { Statements } from "./connection";

/** How calls of one owner's subgraph went since the last report. */
export interface CountedCalls {
  readonly owner: string;
  readonly calls: number;
  readonly failures: number;
  readonly lastFailure: string | null;
}

/** Adds to this minute's counts, in one statement; owners that the registry does not know are left out. */
export async function addOwnerCalls(statements: Statements, calls: readonly CountedCalls[]): Promise<void> {
  await statements.rows(
    "addOwnerCalls",
    sql`INSERT INTO owner_calls (owner, minute, calls, failures, last_failure)
        SELECT given.owner, date_trunc('minute', now()), sum(given.calls), sum(given.failures), max(given."lastFailure")
        FROM json_to_recordset(${JSON.stringify(calls)}::json)
          AS given(owner text, calls bigint, failures bigint, "lastFailure" text)
        JOIN owner o ON o.name = given.owner
        GROUP BY given.owner ORDER BY given.owner
        ON CONFLICT (owner, minute) DO UPDATE SET calls = owner_calls.calls + excluded.calls,
          failures = owner_calls.failures + excluded.failures,
          last_failure = coalesce(excluded.last_failure, owner_calls.last_failure)`,
  );
}

/**
 * Owners of which every call failed in the minutes before a time, with the code of a failure. What was before an owner's
 * subgraph last became well does not count.
 */
export async function readOwnersThatFail(
  statements: Statements,
  at: Date,
  minutes: number,
): Promise<Map<string, string>> {
  const rows = await statements.rows<{ owner: string; failure: string | null }>(
    "readOwnersThatFail",
    sql`SELECT c.owner,
               (array_agg(last_failure ORDER BY minute DESC) FILTER (WHERE last_failure IS NOT NULL))[1] AS failure
        FROM owner_calls c LEFT JOIN standing s ON s.owner = c.owner
        WHERE minute > ${at}::timestamptz - make_interval(mins => ${minutes})
          AND (s.state IS DISTINCT FROM 'WELL' OR minute >= s.since)
        GROUP BY c.owner HAVING sum(calls) > 0 AND sum(failures) >= sum(calls)`,
  );
  return new Map(rows.map(({ owner, failure }) => [owner, failure ?? "no code"]));
}

export async function forgetOwnerCalls(statements: Statements, days: number): Promise<void> {
  await statements.rows(
    "forgetOwnerCalls",
    sql`DELETE FROM owner_calls WHERE minute < now() - make_interval(days => ${days})`,
  );
}
