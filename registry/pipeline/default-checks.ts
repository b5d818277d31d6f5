import { readSubgraph } from "../checks/read-subgraph";
import type { Composer } from "../composition/composer";
import type { JobOutcome } from "../composition/thread";
import { tooHeavy } from "../composition/to-findings";
import { type HubSurface, readHubSurface } from "../hub-surface";
import type { HubRoom } from "../model";
import type { ClientUse } from "../outcomes";
import type { Probe } from "../probe/subject";
import type { Connection } from "../store/connection";
import { readUses } from "../store/operations";
import type { Checks } from "./context";
import { routingUrlFindings } from "./routing-url-findings";

export interface CheckOptions {
  readonly connection: Connection;
  readonly composer: Composer;
  readonly rooms: readonly HubRoom[];
  readonly probe: Probe;
  readonly loopback: boolean;
}

/** An operation that was sent within these days is in use. */
const DAYS_IN_USE = 30;

/** The checks that every submission goes through. What may take long is done in a thread, since others are served meanwhile. */
export function createChecks({ connection, composer, rooms, probe, loopback }: CheckOptions): Checks {
  // Whoever only makes tokens has no rooms.
  let hub: HubSurface | undefined;
  return {
    readSubgraph,
    async checkPolicy(subject) {
      hub ??= readHubSurface(rooms);
      return answerOf(await composer.inThread("policy", subject.owner.name, { ...subject, hub })) ?? [tooHeavy];
    },
    checkRoutingUrl: (routingUrl, { hosts }) =>
      routingUrlFindings(routingUrl, { loopback, ...(hosts ? { hosts: [...hosts] } : {}) }),
    checkReach: async (schemas) =>
      answerOf(await composer.inThread("reach", schemas.owner.name, schemas)) ?? [tooHeavy],
    async judgeChanges({ owner, ...schemas }) {
      const judge = async (used: ReadonlyMap<string, readonly ClientUse[]>) =>
        answerOf(await composer.inThread("changes", owner.name, { ...schemas, used })) ?? {
          findings: [tooHeavy],
          changes: [],
          asked: [],
        };
      const unused = await judge(new Map());
      const used =
        unused.asked.length > 0 ? await readUses(connection, unused.asked, DAYS_IN_USE) : new Map<string, never>();
      const { findings, changes } = used.size > 0 ? await judge(used) : unused;
      return { findings, changes };
    },
    probe,
  };
}

/**
 * @returns undefined when it took too much time or memory
 * @throws when the check itself has failed: that is a fault of ours
 */
function answerOf<Answer>(outcome: JobOutcome<Answer>): Answer | undefined {
  if (outcome.kind === "answered") return outcome.answer;
  if (outcome.because === "crash") throw new Error("A check failed in its thread");
  return undefined;
}
