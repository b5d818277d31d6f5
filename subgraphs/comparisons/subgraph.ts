import type { RoomOptions } from "../../kit/room";
import { createSubgraph } from "../../kit/subgraph";
import { fileRoutes } from "./files/routes";
import { createLoaders } from "./loaders";
import { resolvers } from "./resolvers";

/** The comparisons subgraph as an HTTP service; built without listening. */
export function createComparisonsSubgraph(options: RoomOptions) {
  return createSubgraph({
    ...options,
    name: "comparisons",
    resolvers,
    routes: fileRoutes(options),
    createLoaders: (reader, snapshot) => createLoaders(reader, snapshot, options.publicUrl),
  });
}
