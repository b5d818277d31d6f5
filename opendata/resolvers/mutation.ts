import type { MutationResolvers } from "../generated/types";
import type { OpendataContext } from "../loaders";
import {
  createWebhook,
  type Managed,
  type ManageOptions,
  removeWebhook,
  replayWebhook,
  resumeWebhook,
} from "../webhooks/manage";

/** Changes of webhooks; whose they may be is checked before. */
export function mutations(options: ManageOptions): MutationResolvers {
  return {
    createWebhook: async (_, { input }, context) =>
      answer(context, input.source, await createWebhook(context, { ...input, url: String(input.url) }, options)),
    removeWebhook: async (_, { input }, context) => answer(context, input.source, await removeWebhook(context, input)),
    resumeWebhook: async (_, { input }, context) => answer(context, input.source, await resumeWebhook(context, input)),
    replayWebhook: async (_, { input }, context) => answer(context, input.source, await replayWebhook(context, input)),
  };
}

async function answer({ loaders }: OpendataContext, source: string, managed: Managed) {
  if ("mistakes" in managed) return { webhook: null, secret: null, mistakes: [...managed.mistakes] };
  const { id, secret = null } = managed;
  return { webhook: await loaders.webhooks.findWebhook(source, id), secret, mistakes: [] };
}
