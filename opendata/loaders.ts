import type { Reader } from "../kit/database";
import type { SubgraphContext } from "../kit/subgraph";
import { createChangeRepository } from "./changes/change.repository";

/** The room's repositories for one request. */
export function createLoaders(reader: Reader) {
  return { changes: createChangeRepository(reader) };
}

export type OpendataContext = SubgraphContext<ReturnType<typeof createLoaders>>;
