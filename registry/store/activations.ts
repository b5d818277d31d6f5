import { sql } from "../../kit/sql";
import type { Activation, SupergraphEntry } from "../model";
import type { Statements } from "./connection";

/** Where gateways listen for the number of a supergraph that has become the live one. */
export const LIVE_CHANNEL = "kommungraf_supergraph";

const columns = sql`a.number, a.supergraph, a.reason, a.owner, a.by, a.at`;

/** The newest activation, which says what is live. */
export async function readLiveActivation(statements: Statements): Promise<Activation | undefined> {
  const [activation] = await statements.rows<Activation>(
    "readLiveActivation",
    sql`SELECT ${columns} FROM activation a ORDER BY a.number DESC LIMIT 1`,
  );
  return activation;
}

/** The newest activation that did not follow from how a subgraph answers. */
export async function readNewestDeed(statements: Statements): Promise<Activation | undefined> {
  const [activation] = await statements.rows<Activation>(
    "readNewestDeed",
    sql`SELECT ${columns} FROM activation a WHERE a.reason NOT IN ('QUARANTINED', 'RETURNED')
        ORDER BY a.number DESC LIMIT 1`,
  );
  return activation;
}

/** What was live until then. */
export async function readActivationBefore(statements: Statements, number: number): Promise<Activation | undefined> {
  const [activation] = await statements.rows<Activation>(
    "readActivationBefore",
    sql`SELECT ${columns} FROM activation a WHERE a.number < ${number} ORDER BY a.number DESC LIMIT 1`,
  );
  return activation;
}

/** Number of the version that an owner's clients had before they had this one for the first time. */
export async function readVersionBefore(
  statements: Statements,
  owner: string,
  version: number,
): Promise<number | undefined> {
  const [before] = await statements.rows<{ version: number }>(
    "readVersionBefore",
    sql`WITH had AS (SELECT a.number, m.version FROM activation a JOIN supergraph_member m ON m.supergraph = a.supergraph
                     WHERE m.owner = ${owner})
        SELECT version FROM had WHERE number < (SELECT min(number) FROM had WHERE version = ${version})
        ORDER BY number DESC LIMIT 1`,
  );
  return before?.version;
}

/** Makes a supergraph the live one, and tells the gateways when the transaction ends well. */
export async function addActivation(
  statements: Statements,
  { supergraph, reason, owner, by }: Omit<Activation, "number" | "at">,
): Promise<Activation> {
  const [added] = await statements.rows<Activation>(
    "addActivation",
    sql`INSERT INTO activation AS a (supergraph, reason, owner, by) VALUES (${supergraph}, ${reason}, ${owner}, ${by})
        RETURNING ${columns}`,
  );
  if (!added) throw new Error("An activation was added and not given back");
  await statements.rows("tellGateways", sql`SELECT pg_notify(${LIVE_CHANNEL}, ${`${supergraph}`})`);
  return added;
}

/** What has been live, the newest first. */
export async function readActivations(statements: Statements, limit: number): Promise<SupergraphEntry[]> {
  return statements.rows<SupergraphEntry>(
    "readActivations",
    sql`SELECT ${columns}, s.hash, s.rooms_hash AS "roomsHash",
               (SELECT count(*)::int FROM supergraph_member m WHERE m.supergraph = s.number) AS subgraphs
        FROM activation a JOIN supergraph s ON s.number = a.supergraph
        ORDER BY a.number DESC LIMIT ${limit}`,
  );
}
