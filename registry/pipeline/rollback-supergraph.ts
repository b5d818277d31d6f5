import type { Activation, Actor, Members, Supergraph } from "../model";
import type { SwitchOutcome } from "../outcomes";
import { readActivationBefore, readNewestDeed } from "../store/activations";
import type { Statements } from "../store/connection";
import { hashMembers } from "../store/members";
import { readOwner } from "../store/owners";
import { dropStanding, putStanding } from "../store/standings";
import { readSupergraph } from "../store/supergraphs";
import { readVersion } from "../store/versions";
import { requireOperator } from "../tokens/rights";
import { addressRefusal } from "./address-refusal";
import type { Context } from "./context";
import { ensureLive } from "./ensure-live";
import { findOrMerge } from "./find-or-merge";
import { refused, switchTo } from "./switch";

/**
 * Makes an earlier supergraph live again as it is stored.
 * @param to its number; when not given, what was done last is undone, so that twice is there and back. What the monitor did by
 * itself stays: it was not done by anybody, and only then may there be something to compose
 */
export async function rollbackSupergraph(context: Context, actor: Actor, to?: number): Promise<SwitchOutcome> {
  const { connection } = context;
  await requireOperator(connection, actor, null, "roll the supergraph back");
  return connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const aim = await (to === undefined ? undoLast(context, statements, live) : findNumbered(context, statements, to));
    if (aim.kind === "none") return refused(aim.reason);
    const { supergraph: target, undone } = aim;
    if (target.number === live.number) return { kind: "unchanged" };
    const refusal = await findAddressRefusal(context, statements, live, target);
    if (refusal !== undefined) return refused(`Supergraph ${target.number} cannot be live again. ${refusal}`);
    await followMembers(statements, live, target);
    const outcome = await switchTo(context, statements, {
      supergraph: target,
      reason: "ROLLED_BACK",
      owner: null,
      by: actor.name,
      action: "SUPERGRAPH_ROLLED_BACK",
      details: { from: live.number, ...(undone ? { undone: undone.number } : {}) },
    });
    return { ...outcome, ...(undone ? { undone } : {}) };
  });
}

type Aim =
  | { readonly kind: "aim"; readonly supergraph: Supergraph; readonly undone?: Activation }
  | { readonly kind: "none"; readonly reason: string };

const none = (reason: string): Aim => ({ kind: "none", reason });

async function findNumbered({ roomsHash }: Context, statements: Statements, number: number): Promise<Aim> {
  const supergraph = await readSupergraph(statements, number);
  if (!supergraph) return none(`There is no supergraph ${number}.`);
  if (supergraph.roomsHash === roomsHash) return { kind: "aim", supergraph };
  return none(
    `Supergraph ${number} was composed with other schemas of the hub's own rooms; roll single subgraphs back or publish them anew instead.`,
  );
}

/** What is live, without what was done last. */
async function undoLast(context: Context, statements: Statements, live: Supergraph): Promise<Aim> {
  const last = await readNewestDeed(statements);
  const before = last && (await readActivationBefore(statements, last.number));
  if (!before) return none("No other supergraph has been live before this one.");
  if (last.reason === "ROOMS_CHANGED") {
    return none(
      "Nothing has been done since the hub's own schemas changed, and what was live before does not fit them; roll single subgraphs back instead.",
    );
  }
  const undoing = {
    from: await readSupergraph(statements, last.supergraph),
    to: await readSupergraph(statements, before.supergraph),
  };
  const members = withChange(live.members, undoing.from?.members ?? new Map(), undoing.to?.members ?? new Map());
  if (hashMembers(members) === hashMembers(live.members)) {
    const what = `${last.reason}${last.owner === null ? "" : ` of ${last.owner}`}`;
    return none(`What was done last (${what}) is out of the live supergraph already; say which to go to.`);
  }
  const found = await findOrMerge(context, statements, members);
  if (found.kind === "failed")
    return none("The hub cannot be composed without what was done last; say which to go to.");
  return { kind: "aim", supergraph: found.supergraph, undone: last };
}

/** The members with whatever differs between two others. */
function withChange(members: Members, from: Members, to: Members): Members {
  const changed = new Map(members);
  for (const owner of new Set([...from.keys(), ...to.keys()])) {
    const version = to.get(owner);
    if (from.get(owner) === version) continue;
    if (version === undefined) changed.delete(owner);
    else changed.set(owner, version);
  }
  return changed;
}

/** Of members that are live already nothing is said: hosts that are set later do not take them out. */
async function findAddressRefusal(
  context: Context,
  statements: Statements,
  live: Supergraph,
  target: Supergraph,
): Promise<string | undefined> {
  for (const [name, number] of target.members) {
    if (live.members.get(name) === number) continue;
    const owner = await readOwner(statements, name);
    const version = await readVersion(statements, name, number);
    const refusal = owner && version && addressRefusal(context, owner, version);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
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
