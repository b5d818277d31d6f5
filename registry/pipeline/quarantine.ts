import type { Owner, SubgraphVersion } from "../model";
import type { SwitchOutcome } from "../outcomes";
import type { Statements } from "../store/connection";
import { putRefusal, putStanding, readStanding } from "../store/standings";
import { readVersion } from "../store/versions";
import { addressRefusal } from "./address-refusal";
import { bringIn, prepareToBringIn } from "./bring-in";
import type { Cause } from "./cause";
import type { Context } from "./context";
import { ensureLive } from "./ensure-live";
import { findOrMerge, withoutMember } from "./find-or-merge";
import { findOwner } from "./find-owner";
import { refused, switchTo } from "./switch";

/** Written as the actor of what follows from how a subgraph answers. */
const MONITOR = "monitor";

/**
 * Takes an owner's subgraph out of the live supergraph until it answers again.
 * @param version number of the version that was found ill; another one that has become live since stays
 */
export async function quarantine(
  context: Context,
  name: string,
  version: number,
  { code, reason }: Cause,
): Promise<SwitchOutcome> {
  const { connection } = context;
  await findOwner(connection, name);
  return connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    if (live.members.get(name) !== version) return { kind: "unchanged" };
    const found = await findOrMerge(context, statements, withoutMember(live.members, name));
    if (found.kind === "failed") return refused(`The hub cannot be composed without ${name}.`);
    await putStanding(statements, { owner: name, state: "OUT", version, reason });
    return switchTo(context, statements, {
      supergraph: found.supergraph,
      reason: "QUARANTINED",
      owner: name,
      by: MONITOR,
      details: { version, code, reason },
    });
  });
}

/**
 * Takes an owner's subgraph back in. One that does not fit the hub's schemas is not tried again before they are others.
 * @param version number of the version that was found well; nothing is done when it is not the one that is out
 */
export async function readmit(context: Context, name: string, version: number, cause: Cause): Promise<SwitchOutcome> {
  const { connection, roomsHash } = context;
  const ahead = await findOut(context, connection, name, version);
  if (ahead.kind !== "out") return ahead;
  await prepareToBringIn(context, ahead.owner, ahead.version);
  return connection.inTurn(async (statements) => {
    const live = await ensureLive(context, statements);
    const found = await findOut(context, statements, name, version);
    if (found.kind !== "out") return found;
    const outcome = await bringIn(context, statements, {
      owner: found.owner,
      version: found.version,
      reason: "RETURNED",
      by: MONITOR,
      live,
      cause,
    });
    if (outcome.kind === "refused") {
      await putRefusal(statements, { owner: name, version, reason: outcome.reason, unfitFor: roomsHash });
    }
    return outcome;
  });
}

type Out = { readonly kind: "out"; readonly owner: Owner; readonly version: SubgraphVersion };

/** What is to come back, or why it does not; a reason that is new is written down. */
async function findOut(
  context: Context,
  statements: Statements,
  name: string,
  number: number,
): Promise<Out | Exclude<SwitchOutcome, { kind: "switched" }>> {
  const owner = await findOwner(statements, name);
  const standing = await readStanding(statements, name);
  if (standing?.state !== "OUT" || standing.version !== number) return { kind: "unchanged" };
  if (standing.unfitFor === context.roomsHash) {
    return { kind: "refused", reason: standing.reason ?? "It does not fit the hub." };
  }
  const version = await readVersion(statements, name, number);
  if (!version) return { kind: "unchanged" };
  const reason = addressRefusal(context, owner, version);
  if (reason === undefined) return { kind: "out", owner, version };
  await putRefusal(statements, { owner: name, version: number, reason, unfitFor: null });
  return { kind: "refused", reason };
}
