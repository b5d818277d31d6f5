import { ownerOf } from "../../../kit/record";
import { perform } from "../follow-up/perform";
import type { MutationResolvers } from "../generated/types";
import { publishTemplate } from "../templates/publish-template";

export const templateMutations: Pick<MutationResolvers, "publishReportTemplate"> = {
  async publishReportTemplate(_, { input }, context) {
    const { source, id, idempotencyKey } = input;
    const request = { operation: "publishReportTemplate", municipality: ownerOf(source), idempotencyKey, input };
    const { answer, ...outcome } = await perform(context, request, async (statements) => ({
      record: id,
      version: await publishTemplate(statements, input),
    }));
    const template = answer ? await context.loaders.templates.findTemplate(source, id, answer.version) : null;
    return { ...outcome, mistakes: [...outcome.mistakes], template };
  },
};
