import { sql } from "../../kit/sql";
import type { Statements } from "./connection";

/** How calls of one owner's subgraph went since the last report. */
export interface CountedCalls {
  readonly owner: string;
  /** With what was not sent, since a breaker was open or there was no room. */
  readonly calls: number;
  readonly failures: number;
  /** Of a call that was sent. */
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

const LEAST_CALLS = 20;
const LEAST_MINUTES = 3;

/**
 * Owners that answered nothing in the minutes before a time, with the code of a failure. A few calls are too little to say
 * so: there are at least 20, and in at least three of the minutes a call was sent and failed. Calls that were not sent
 * count among the 20 only, since while a breaker is open hardly any call is sent; so one client with one heavy question
 * takes nobody out. What was before an owner's subgraph last became well does not count.
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
        GROUP BY c.owner
        HAVING sum(failures) >= sum(calls) AND sum(calls) >= ${LEAST_CALLS}
          AND count(*) FILTER (WHERE last_failure IS NOT NULL) >= ${LEAST_MINUTES}`,
  );
  return new Map(rows.map(({ owner, failure }) => [owner, failure ?? "no code"]));
}

export async function forgetOwnerCalls(statements: Statements, days: number): Promise<void> {
  await statements.rows(
    "forgetOwnerCalls",
    sql`DELETE FROM owner_calls WHERE minute < now() - make_interval(days => ${days})`,
  );
}
