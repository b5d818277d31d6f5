import { setTimeout as pause } from "node:timers/promises";
import type { Owner, SubgraphVersion } from "../model";
import type { SwitchOutcome } from "../outcomes";
import type { Context } from "./context";
import { judge, toMember } from "./examine";

/** Longer than composing twice takes when nobody else does. */
const MILLISECONDS = 15_000;

export interface Told {
  readonly owner: Owner;
  /** Number of the version that clients had, or that would have come back. */
  readonly from: number | undefined;
  /** What they have now; undefined when there is none. */
  readonly to?: SubgraphVersion;
}

/**
 * Adds to a switch what it was for clients, as warnings. It has been made by then: a rollback and a removal are ways out of
 * trouble, so nobody waits for them or is refused them for what they break.
 */
export async function tellChanges(context: Context, outcome: SwitchOutcome, told: Told): Promise<SwitchOutcome> {
  if (outcome.kind !== "switched") return outcome;
  const over = new AbortController();
  try {
    const timeUp = pause(MILLISECONDS, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
    return { ...outcome, ...(await Promise.race([judgeSwitch(context, told), timeUp])) };
  } catch (err) {
    context.logger.error({ owner: told.owner.name, err }, "what a switch changed could not be told");
    return outcome;
  } finally {
    over.abort();
  }
}

async function judgeSwitch(context: Context, { owner, from, to }: Told) {
  const composition = await context.composer.checkMember(context.rooms, to && toMember(owner, to));
  return judge(context, owner, { force: true }, { findings: [], composition }, from);
}
