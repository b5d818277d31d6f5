import type { Actor } from "../model";
import type { SwitchOutcome } from "../outcomes";
import type { Statements } from "../store/connection";
import { readCurrentVersion } from "../store/standings";
import { readVersion } from "../store/versions";
import { requireOwner } from "../tokens/rights";
import { bringIn, prepareToBringIn } from "./bring-in";
import type { Context } from "./context";
import { ensureLive } from "./ensure-live";
import { findOwner } from "./find-owner";
import { refused } from "./switch";

/**
 * Makes an earlier version of one owner's subgraph live again.
 * @param to its number; the one before the live version when not given
 */
export async function rollback(context: Context, actor: Actor, name: string, to?: number): Promise<SwitchOutcome> {
  const { connection } = context;
  await requireOwner(connection, actor, name, "roll back");
  const owner = await findOwner(connection, name);
  const ahead = await findTarget(connection, name, to);
  if (ahead.kind === "target") await prepareToBringIn(context, owner, ahead.version);
  return connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const target = await findTarget(statements, name, to);
    if (target.kind === "none") return refused(target.reason);
    const { version } = target;
    if (live.members.get(name) === version.number) return { kind: "unchanged" };
    return bringIn(context, statements, { owner, version, reason: "ROLLED_BACK", by: actor.name, live });
  });
}

async function findTarget(statements: Statements, owner: string, to: number | undefined) {
  const none = (reason: string) => ({ kind: "none" as const, reason });
  const current = await readCurrentVersion(statements, owner);
  if (to === undefined && current === undefined) {
    return none(`${owner} has no live subgraph; say which version to bring back.`);
  }
  const number = to ?? (current as number) - 1;
  if (number < 1) return none(`${owner} has no version before version ${current}.`);
  const version = await readVersion(statements, owner, number);
  return version ? { kind: "target" as const, version } : none(`${owner} has no version ${number}.`);
}
