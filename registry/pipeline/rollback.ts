import type { Actor, Owner, SubgraphVersion } from "../model";
import type { SwitchOutcome } from "../outcomes";
import { readVersionBefore } from "../store/activations";
import type { Statements } from "../store/connection";
import { readCurrentVersion } from "../store/standings";
import { readVersion } from "../store/versions";
import { requireOwner } from "../tokens/rights";
import { addressRefusal } from "./address-refusal";
import { bringIn, prepareToBringIn } from "./bring-in";
import type { Context } from "./context";
import { ensureLive } from "./ensure-live";
import { findOwner } from "./find-owner";
import { refused } from "./switch";
import { tellChanges } from "./tell-changes";

/**
 * Makes an earlier version of one owner's subgraph live again.
 * @param to its number; when not given, the one that was live before the live version became so, which goes further back
 * each time
 */
export async function rollback(context: Context, actor: Actor, name: string, to?: number): Promise<SwitchOutcome> {
  const { connection } = context;
  await requireOwner(connection, actor, name, "roll back");
  const ahead = await findTarget(connection, name, to);
  if (ahead.kind === "target") await prepareToBringIn(context, ahead.owner, ahead.version);
  const { outcome, target } = await connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const target = await findTarget(statements, name, to);
    if (target.kind === "none") return { outcome: refused(target.reason) };
    const { owner, version } = target;
    if (live.members.get(name) === version.number) return { outcome: { kind: "unchanged" as const } };
    const reason = addressRefusal(context, owner, version);
    if (reason !== undefined) return { outcome: refused(reason) };
    return {
      outcome: await bringIn(context, statements, { owner, version, reason: "ROLLED_BACK", by: actor.name, live }),
      target,
    };
  });
  return target ? tellChanges(context, outcome, { ...target, to: target.version }) : outcome;
}

type Target =
  | {
      readonly kind: "target";
      readonly owner: Owner;
      readonly version: SubgraphVersion;
      /** Number of the version that clients have, or that comes back. */
      readonly from: number | undefined;
    }
  | { readonly kind: "none"; readonly reason: string };

async function findTarget(statements: Statements, name: string, to: number | undefined): Promise<Target> {
  const none = (reason: string) => ({ kind: "none" as const, reason });
  const owner = await findOwner(statements, name);
  const from = await readCurrentVersion(statements, name);
  if (to === undefined && from === undefined) {
    return none(`${name} has no live subgraph; say which version to bring back.`);
  }
  const number = to ?? (await readVersionBefore(statements, name, from as number));
  if (number === undefined) {
    return none(`No version of ${name} was live before version ${from}; say which version to bring back.`);
  }
  const version = await readVersion(statements, name, number);
  return version ? { kind: "target", owner, version, from } : none(`${name} has no version ${number}.`);
}
