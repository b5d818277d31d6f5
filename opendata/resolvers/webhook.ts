import type { ChangeKind, WebhookMistakeResolvers, WebhookResolvers } from "../generated/types";
import { wordsOf } from "../webhooks/mistakes";

export const webhook: WebhookResolvers = {
  source: ({ sourceId }) => sourceId,
  kinds: ({ kinds }) => kinds as ChangeKind[],
  attempts: ({ id }, _, { loaders }) => loaders.webhooks.attemptsOf.load(id),
};

export const webhookMistake: WebhookMistakeResolvers = {
  message: (mistake, { language }) => wordsOf(mistake, "message", language),
  remedy: (mistake, { language }) => wordsOf(mistake, "remedy", language),
};
