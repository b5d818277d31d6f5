import type { Actor, Supergraph } from "../model";
import type { SwitchOutcome } from "../outcomes";
import { readActivationBefore, readLiveActivation } from "../store/activations";
import type { Statements } from "../store/connection";
import { dropStanding, putStanding } from "../store/standings";
import { readSupergraph } from "../store/supergraphs";
import { requireOperator } from "../tokens/rights";
import type { Context } from "./context";
import { ensureLive } from "./ensure-live";
import { refused, switchTo } from "./switch";

/**
 * Makes an earlier supergraph live again as it is stored, without composing.
 * @param to its number; the one that was live before when not given, so that twice is there and back
 */
export async function rollbackSupergraph(context: Context, actor: Actor, to?: number): Promise<SwitchOutcome> {
  const { connection, roomsHash } = context;
  await requireOperator(connection, actor, null, "roll the supergraph back");
  return connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const number = to ?? (await readNumberBefore(statements));
    if (number === undefined) return refused("No other supergraph has been live before this one.");
    const target = await readSupergraph(statements, number);
    if (!target) return refused(`There is no supergraph ${number}.`);
    if (target.number === live.number) return { kind: "unchanged" };
    if (target.roomsHash !== roomsHash) {
      return refused(
        `Supergraph ${number} was composed with other schemas of the hub's own rooms; publish the subgraphs anew instead.`,
      );
    }
    await followMembers(statements, live, target);
    return switchTo(context, statements, {
      supergraph: target,
      reason: "ROLLED_BACK",
      owner: null,
      by: actor.name,
      action: "SUPERGRAPH_ROLLED_BACK",
      details: { from: live.number },
    });
  });
}

async function readNumberBefore(statements: Statements): Promise<number | undefined> {
  const live = await readLiveActivation(statements);
  return live && (await readActivationBefore(statements, live))?.supergraph;
}

/** Who is no longer a member must not come back by itself, so it has no standing; who was out before stays out. */
async function followMembers(statements: Statements, live: Supergraph, target: Supergraph): Promise<void> {
  for (const [owner, version] of target.members) {
    if (live.members.get(owner) !== version) await putStanding(statements, { owner, state: "WELL", version });
  }
  for (const owner of live.members.keys()) {
    if (!target.members.has(owner)) await dropStanding(statements, owner);
  }
}
