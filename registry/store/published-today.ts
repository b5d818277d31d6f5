import { sql } from "../../kit/sql";
import type { Statements } from "./connection";

/** Versions that an owner published within the last 24 hours. */
export interface PublishedToday {
  readonly count: number;
  /** Until the oldest of them is a day old, in seconds. */
  readonly seconds: number;
}

/** @param most so many of the newest versions are looked at */
export async function readPublishedToday(statements: Statements, owner: string, most: number): Promise<PublishedToday> {
  const [read] = await statements.rows<PublishedToday>(
    "readPublishedToday",
    sql`SELECT count(*)::int AS count,
               coalesce(ceil(extract(epoch FROM min(published_at) + interval '1 day' - now())), 0)::int AS seconds
        FROM (SELECT published_at FROM subgraph_version
              WHERE owner = ${owner} ORDER BY number DESC LIMIT ${most}) newest
        WHERE published_at > now() - interval '1 day'`,
  );
  return read ?? { count: 0, seconds: 0 };
}
