import { readSubgraphSdl } from "../kit/subgraph-schema";
import type { HubRoom } from "../registry/model";
import { rooms } from "./rooms";

/**
 * The rooms' subgraphs as every supergraph holds them. Their addresses are those of rooms that are started alone with nothing
 * said of their ports; a gateway that has them elsewhere puts its own in their place, and the text stays the same.
 */
export function hubRooms(): HubRoom[] {
  return rooms.map(({ name, port }) => ({
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    sdl: readSubgraphSdl(name),
  }));
}
