import type { Reader } from "../../kit/database";
import type { Snapshot, SubgraphContext } from "../../kit/subgraph";

/** What the room's resolvers reach for one request. */
export function createLoaders(reader: Reader, snapshot: Snapshot) {
  return { reader, snapshot };
}

export type ComparisonsContext = SubgraphContext<ReturnType<typeof createLoaders>>;
