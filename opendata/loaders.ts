import type { Reader } from "../kit/database";
import type { SubgraphContext } from "../kit/subgraph";
import { createChangeRepository } from "./changes/change.repository";
import { createWebhookRepository } from "./webhooks/webhook.repository";

/** The room's repositories for one request. */
export function createLoaders(reader: Reader) {
  return { changes: createChangeRepository(reader), webhooks: createWebhookRepository(reader) };
}

export type OpendataContext = SubgraphContext<ReturnType<typeof createLoaders>>;
