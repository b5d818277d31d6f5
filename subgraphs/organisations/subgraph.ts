import type { RoomOptions } from "../../kit/room";
import { createSubgraph } from "../../kit/subgraph";
import { createLoaders } from "./loaders";
import { resolvers } from "./resolvers";

/** The organisations subgraph as an HTTP service; built without listening. */
export function createOrganisationsSubgraph(options: RoomOptions) {
  return createSubgraph({ ...options, name: "organisations", resolvers, createLoaders });
}
