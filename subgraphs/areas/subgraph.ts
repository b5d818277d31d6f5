import type { RoomOptions } from "../../kit/room";
import { createSubgraph } from "../../kit/subgraph";
import { createLoaders } from "./loaders";
import { resolvers } from "./resolvers";

/** The areas subgraph as an HTTP service; built without listening. */
export function createAreasSubgraph(options: RoomOptions) {
  return createSubgraph({ ...options, name: "areas", resolvers, createLoaders });
}
