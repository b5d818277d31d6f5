import { type SupergraphOwner, writeSupergraphHeader } from "../../kit/supergraph-header";
import { composeSupergraph } from "./compose";

interface Part {
  name: string;
  typeDefs: string;
  url: string;
}

/** The supergraph of rooms and owners' subgraphs, with the lines before it that say which are owners'. */
export function composeWithOwners(
  rooms: readonly Part[],
  owners: readonly (Part & Omit<SupergraphOwner, "name">)[],
): string {
  return writeSupergraphHeader(owners) + composeSupergraph([...rooms, ...owners]);
}
