import { sql } from "../../kit/sql";
import type { Member } from "../composition/member";
import type { Members } from "../model";
import { sha256 } from "../sha256";
import type { Statements } from "./connection";

/** Tells apart sets of versions. */
export function hashMembers(members: Members): string {
  return sha256([...members].map(([owner, version]) => `${owner}@${version}\n`).sort());
}

/** As a statement's JSON gives them, in the order of names. */
export function toMembers(record: Readonly<Record<string, number>>): Members {
  return new Map(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What composing needs of each member. */
export async function readMembers(statements: Statements, members: Members): Promise<Member[]> {
  return statements.rows<Member>(
    "readMembers",
    sql`SELECT o.name, o.prefix, o.municipality, v.sdl, v.routing_url AS "routingUrl"
        FROM unnest(${[...members.keys()]}::text[], ${[...members.values()]}::int[]) AS wanted(owner, version)
        JOIN subgraph_version v ON v.owner = wanted.owner AND v.number = wanted.version
        JOIN owner o ON o.name = wanted.owner
        ORDER BY o.name`,
  );
}
