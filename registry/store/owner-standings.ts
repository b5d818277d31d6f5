import { sql } from "../../kit/sql";
import type { Standing } from "../model";
import type { Statements } from "./connection";

export async function readStanding(statements: Statements, owner: string): Promise<Standing | undefined> {
  const [standing] = await statements.rows<Standing>(
    "readStanding",
    sql`SELECT owner, state, since, version, reason, healthy_looks AS "healthyLooks", looked_at AS "lookedAt"
        FROM standing WHERE owner = ${owner}`,
  );
  return standing;
}

/** Number of the version that clients have, or that comes back when it is out; undefined when it was taken away. */
export async function readCurrentVersion(statements: Statements, owner: string): Promise<number | undefined> {
  const [current] = await statements.rows<{ version: number }>(
    "readCurrentVersion",
    sql`SELECT version FROM supergraph_member
        WHERE owner = ${owner} AND supergraph = (SELECT supergraph FROM activation ORDER BY number DESC LIMIT 1)
        UNION ALL SELECT version FROM standing WHERE owner = ${owner} AND state = 'OUT'
        LIMIT 1`,
  );
  return current?.version;
}

/** Of an owner whose version becomes part of the live supergraph, or goes out of it until it answers again. */
export async function putStanding(
  statements: Statements,
  { owner, state, version, reason = null }: Pick<Standing, "owner" | "state" | "version"> & { reason?: string | null },
): Promise<void> {
  await statements.rows(
    "putStanding",
    sql`INSERT INTO standing (owner, state, version, reason) VALUES (${owner}, ${state}, ${version}, ${reason})
        ON CONFLICT (owner) DO UPDATE SET state = excluded.state, since = now(), version = excluded.version,
          reason = excluded.reason, healthy_looks = 0, looked_at = NULL`,
  );
}

/** Of an owner whose subgraph has been taken away. */
export async function dropStanding(statements: Statements, owner: string): Promise<void> {
  await statements.rows("dropStanding", sql`DELETE FROM standing WHERE owner = ${owner}`);
}
