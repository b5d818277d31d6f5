import type { Finding } from "../findings";
import type { Members, Supergraph } from "../model";
import type { Statements } from "../store/connection";
import { readMembers } from "../store/members";
import { addSupergraph, findSupergraph } from "../store/supergraphs";
import type { Context } from "./context";

export type FoundOrMerged =
  | { readonly kind: "found"; readonly supergraph: Supergraph }
  | { readonly kind: "failed"; readonly findings: readonly Finding[] };

/** The supergraph of members that have each been checked: at once when it has been composed before. */
export async function findOrMerge(
  { composer, rooms, roomsHash }: Context,
  statements: Statements,
  members: Members,
): Promise<FoundOrMerged> {
  const stored = await findSupergraph(statements, roomsHash, members);
  if (stored) return { kind: "found", supergraph: stored };
  const merge = await composer.merge(rooms, await readMembers(statements, members));
  if (merge.kind === "failed") return merge;
  return { kind: "found", supergraph: await addSupergraph(statements, { sdl: merge.sdl, roomsHash, members }) };
}

export const withMember = (members: Members, owner: string, version: number): Members =>
  new Map([...members, [owner, version]]);

export const withoutMember = (members: Members, owner: string): Members =>
  new Map([...members].filter(([name]) => name !== owner));
