import { sql } from "../../kit/sql";
import type { Members, Supergraph } from "../model";
import { sha256 } from "../sha256";
import type { Statements } from "./connection";
import { hashMembers, toMembers } from "./members";

type Row = Omit<Supergraph, "members"> & { readonly members: Record<string, number> };

const columns = sql`s.number, s.hash, s.sdl, s.rooms_hash AS "roomsHash", s.created_at AS "createdAt",
  (SELECT coalesce(json_object_agg(m.owner, m.version), '{}') FROM supergraph_member m WHERE m.supergraph = s.number)
    AS members`;

const toSupergraph = (row: Row | undefined): Supergraph | undefined =>
  row && { ...row, members: toMembers(row.members) };

export async function readSupergraph(statements: Statements, number: number): Promise<Supergraph | undefined> {
  const [row] = await statements.rows<Row>(
    "readSupergraph",
    sql`SELECT ${columns} FROM supergraph s WHERE s.number = ${number}`,
  );
  return toSupergraph(row);
}

/** The newest that was composed of exactly these. */
export async function findSupergraph(
  statements: Statements,
  roomsHash: string,
  members: Members,
): Promise<Supergraph | undefined> {
  const [row] = await statements.rows<Row>(
    "findSupergraph",
    sql`SELECT ${columns} FROM supergraph s
        WHERE s.rooms_hash = ${roomsHash} AND s.members_hash = ${hashMembers(members)}
        ORDER BY s.number DESC LIMIT 1`,
  );
  return toSupergraph(row);
}

export async function addSupergraph(
  statements: Statements,
  { sdl, roomsHash, members }: Pick<Supergraph, "sdl" | "roomsHash" | "members">,
): Promise<Supergraph> {
  const hash = sha256(sdl);
  const [added] = await statements.rows<Pick<Supergraph, "number" | "createdAt">>(
    "addSupergraph",
    sql`INSERT INTO supergraph (hash, sdl, rooms_hash, members_hash)
        VALUES (${hash}, ${sdl}, ${roomsHash}, ${hashMembers(members)})
        RETURNING number, created_at AS "createdAt"`,
  );
  if (!added) throw new Error("A supergraph was added and not given back");
  await statements.rows(
    "addMembers",
    sql`INSERT INTO supergraph_member (supergraph, owner, version)
        SELECT ${added.number}, owner, version
        FROM unnest(${[...members.keys()]}::text[], ${[...members.values()]}::int[]) AS given(owner, version)`,
  );
  return { ...added, hash, sdl, roomsHash, members };
}
