import type { SwitchOutcome } from "../outcomes";
import type { Statements } from "../store/connection";
import { putStanding, readStanding } from "../store/owner-standings";
import { readVersion } from "../store/versions";
import { bringIn, prepareToBringIn } from "./bring-in";
import type { Context } from "./context";
import { ensureLive } from "./ensure-live";
import { findOrMerge, withoutMember } from "./find-or-merge";
import { findOwner } from "./find-owner";
import { refused, switchTo } from "./switch";

/** Written as the actor of what follows from how a subgraph answers. */
const MONITOR = "monitor";

/**
 * Takes an owner's subgraph out of the live supergraph until it answers again.
 * @param reason one sentence, for the owner
 */
export async function quarantine(context: Context, name: string, reason: string): Promise<SwitchOutcome> {
  const { connection } = context;
  await findOwner(connection, name);
  return connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const version = live.members.get(name);
    if (version === undefined) return { kind: "unchanged" };
    const found = await findOrMerge(context, statements, withoutMember(live.members, name));
    if (found.kind === "failed") return refused(`The hub cannot be composed without ${name}.`);
    await putStanding(statements, { owner: name, state: "OUT", version, reason });
    return switchTo(context, statements, {
      supergraph: found.supergraph,
      reason: "QUARANTINED",
      owner: name,
      by: MONITOR,
      details: { version },
    });
  });
}

/** Takes an owner's subgraph back in, in the version that went out. */
export async function readmit(context: Context, name: string): Promise<SwitchOutcome> {
  const { connection } = context;
  const owner = await findOwner(connection, name);
  const ahead = await findOut(connection, name);
  if (ahead) await prepareToBringIn(context, owner, ahead);
  return connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const version = await findOut(statements, name);
    if (!version) return { kind: "unchanged" };
    return bringIn(context, statements, { owner, version, reason: "RETURNED", by: MONITOR, live });
  });
}

async function findOut(statements: Statements, owner: string) {
  const standing = await readStanding(statements, owner);
  return standing?.state === "OUT" ? readVersion(statements, owner, standing.version) : undefined;
}
