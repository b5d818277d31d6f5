import type { Actor } from "../model";
import type { SwitchOutcome } from "../outcomes";
import { dropStanding, readCurrentVersion } from "../store/standings";
import { requireOwner } from "../tokens/rights";
import type { Context } from "./context";
import { ensureLive } from "./ensure-live";
import { findOrMerge, withoutMember } from "./find-or-merge";
import { findOwner } from "./find-owner";
import { refused, switchTo } from "./switch";
import { tellChanges } from "./tell-changes";

/** Takes an owner's subgraph away; its versions stay, and a rollback to one of them brings it back. */
export async function remove(context: Context, actor: Actor, name: string): Promise<SwitchOutcome> {
  const { connection } = context;
  await requireOwner(connection, actor, name, "remove");
  const owner = await findOwner(connection, name);
  const { outcome, from } = await connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const version = await readCurrentVersion(statements, name);
    if (version === undefined) return { outcome: { kind: "unchanged" as const } };
    const found = await findOrMerge(context, statements, withoutMember(live.members, name));
    if (found.kind === "failed") return { outcome: refused(`The hub cannot be composed without ${name}.`) };
    await dropStanding(statements, name);
    const outcome = await switchTo(context, statements, {
      supergraph: found.supergraph,
      reason: "REMOVED",
      owner: name,
      by: actor.name,
      details: { version },
    });
    return { outcome, from: version };
  });
  return tellChanges(context, outcome, { owner, from });
}
