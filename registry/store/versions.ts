import { sql } from "../../kit/sql";
import type { SubgraphVersion, VersionSummary } from "../model";
import type { Statements } from "./connection";

const summary = sql`owner, number, routing_url AS "routingUrl", message, published_by AS "publishedBy",
  published_at AS "publishedAt"`;

export async function readVersion(
  statements: Statements,
  owner: string,
  number: number,
): Promise<SubgraphVersion | undefined> {
  const [version] = await statements.rows<SubgraphVersion>(
    "readVersion",
    sql`SELECT ${summary}, sdl FROM subgraph_version WHERE owner = ${owner} AND number = ${number}`,
  );
  return version;
}

/** An owner's versions, the newest first. */
export async function readVersions(statements: Statements, owner: string): Promise<VersionSummary[]> {
  return statements.rows<VersionSummary>(
    "readVersions",
    sql`SELECT ${summary} FROM subgraph_version WHERE owner = ${owner} ORDER BY number DESC`,
  );
}

/**
 * Adds the owner's next version. Whoever asks holds the registry's turn, so the numbers have no gaps.
 * @returns its number
 */
export async function addVersion(
  statements: Statements,
  version: Omit<SubgraphVersion, "number" | "publishedAt">,
): Promise<number> {
  const { owner, sdl, routingUrl, message, publishedBy } = version;
  const [added] = await statements.rows<{ number: number }>(
    "addVersion",
    sql`INSERT INTO subgraph_version (owner, number, sdl, routing_url, message, published_by)
        SELECT ${owner}, coalesce(max(number), 0) + 1, ${sdl}, ${routingUrl}, ${message}, ${publishedBy}
        FROM subgraph_version WHERE owner = ${owner}
        RETURNING number`,
  );
  if (!added) throw new Error("A version was added and not given back");
  return added.number;
}
