import type { Resolvers } from "../generated/types";
import type { ManageOptions } from "../webhooks/manage";
import { change } from "./change";
import { mutations } from "./mutation";
import { query } from "./query";
import { webhook, webhookMistake } from "./webhook";

export function createResolvers(options: ManageOptions): Resolvers {
  return {
    Query: query,
    Mutation: mutations(options),
    Change: change,
    Webhook: webhook,
    WebhookMistake: webhookMistake,
  };
}
