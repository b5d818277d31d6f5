import type { RoomOptions } from "../../kit/room";
import { createSubgraph } from "../../kit/subgraph";
import { createLoaders } from "./loaders";
import { resolvers } from "./resolvers";

/** The funding subgraph as an HTTP service; built without listening. */
export function createFundingSubgraph(options: RoomOptions) {
  return createSubgraph({ ...options, name: "funding", resolvers, createLoaders });
}
