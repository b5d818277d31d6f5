import { ownerOf } from "../../../kit/record";
import { Refused } from "../follow-up/mistake";
import { perform } from "../follow-up/perform";
import type { MutationResolvers } from "../generated/types";
import { appendEvents } from "../life/append-events";
import { readEvents } from "../life/read-events";
import { registerGrant } from "../life/register-grant";

/** Writes to grants and their lives. */
export const grantMutations: Pick<MutationResolvers, "registerGrant" | "recordGrantEvents"> = {
  async registerGrant(_, { input }, context) {
    const { municipality, idempotencyKey } = input;
    const request = { operation: "registerGrant", municipality, idempotencyKey, input };
    const { answer, mistakes, isReplay } = await perform(context, request, async (statements) => {
      const registered = await registerGrant(statements, input);
      if (registered.id === null) throw new Refused(registered.mistakes);
      return { record: registered.id };
    });
    const grant = answer && (await context.loaders.grant.load(answer.record));
    return { grant, mistakes: [...mistakes], isReplay };
  },
  async recordGrantEvents(_, { input }, context) {
    const { grant: grantId, source: sourceId, expectedRevision, idempotencyKey } = input;
    const municipality = ownerOf(grantId);
    const request = { operation: "recordGrantEvents", municipality, idempotencyKey, input };
    const { answer, mistakes, isReplay } = await perform(context, request, async (statements) => {
      const read = readEvents(input.events, municipality);
      const by = context.identity?.owner ?? "";
      const appended = await appendEvents(
        statements,
        { grantId, origin: "RECORDED", by, sourceId, expectedRevision },
        read.events,
        read.mistakes,
      );
      if (appended.mistakes.length > 0) throw new Refused(appended.mistakes);
      return { record: grantId, events: appended.ids };
    });
    if (!answer) return { grant: null, events: [], mistakes: [...mistakes], isReplay };
    const log = await context.loaders.grantEventsByGrant.load(grantId);
    const recorded = new Map(log.map((event) => [event.id, event]));
    return {
      grant: await context.loaders.grant.load(grantId),
      events: answer.events.flatMap((id) => recorded.get(id) ?? []),
      mistakes: [],
      isReplay,
    };
  },
};
