import type { RoomOptions } from "../kit/room";
import { createSubgraph } from "../kit/subgraph";
import { bulkRoutes } from "./bulk/routes";
import { createLoaders } from "./loaders";
import { resolvers } from "./resolvers";

/** The open data subgraph as an HTTP service, with its bulk files; built without listening. */
export function createOpendataSubgraph(options: RoomOptions) {
  return createSubgraph({ ...options, name: "opendata", resolvers, routes: bulkRoutes(options), createLoaders });
}
