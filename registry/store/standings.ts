import { sql } from "../../kit/sql";
import type { Standing } from "../model";
import type { Statements } from "./connection";

/** A standing, and what the version does not fit. */
interface KeptStanding extends Standing {
  /** Hash of the rooms' schemas that it was found not to fit; null when it has not been. */
  readonly unfitFor: string | null;
}

export async function readStanding(statements: Statements, owner: string): Promise<KeptStanding | undefined> {
  const [standing] = await statements.rows<KeptStanding>(
    "readStanding",
    sql`SELECT owner, state, since, version, reason, healthy_looks AS "healthyLooks", looked_at AS "lookedAt",
               unfit_for AS "unfitFor"
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
  {
    owner,
    state,
    version,
    reason = null,
    unfitFor = null,
  }: Pick<Standing, "owner" | "state" | "version"> & Partial<Pick<KeptStanding, "reason" | "unfitFor">>,
): Promise<void> {
  await statements.rows(
    "putStanding",
    sql`INSERT INTO standing (owner, state, version, reason, unfit_for)
        VALUES (${owner}, ${state}, ${version}, ${reason}, ${unfitFor})
        ON CONFLICT (owner) DO UPDATE SET state = excluded.state, since = now(), version = excluded.version,
          reason = excluded.reason, unfit_for = excluded.unfit_for, healthy_looks = 0, looked_at = NULL`,
  );
}

/** Of an owner whose subgraph is out and may not come back as it is, however well it answers. */
export async function putRefusal(
  statements: Statements,
  { owner, version, reason, unfitFor }: Pick<KeptStanding, "owner" | "version" | "reason" | "unfitFor">,
): Promise<void> {
  await statements.rows(
    "putRefusal",
    sql`UPDATE standing SET reason = ${reason}, unfit_for = ${unfitFor}
        WHERE owner = ${owner} AND version = ${version} AND state = 'OUT'`,
  );
}

/** Of an owner whose subgraph has been taken away. */
export async function dropStanding(statements: Statements, owner: string): Promise<void> {
  await statements.rows("dropStanding", sql`DELETE FROM standing WHERE owner = ${owner}`);
}
