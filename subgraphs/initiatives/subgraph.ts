import type { RoomOptions } from "../../kit/room";
import { createSubgraph } from "../../kit/subgraph";
import { createLoaders } from "./loaders";
import { resolvers } from "./resolvers";

/** The initiatives subgraph as an HTTP service; built without listening. */
export function createInitiativesSubgraph(options: RoomOptions) {
  return createSubgraph({ ...options, name: "initiatives", resolvers, createLoaders });
}
