import type { ActivationReason, Owner, SubgraphVersion, Supergraph } from "../model";
import type { SwitchOutcome } from "../outcomes";
import type { Statements } from "../store/connection";
import { putStanding } from "../store/standings";
import { findSupergraph } from "../store/supergraphs";
import type { Cause } from "./cause";
import type { Context } from "./context";
import { readLive } from "./ensure-live";
import { toMember } from "./examine";
import { findOrMerge, withMember } from "./find-or-merge";
import { refused, switchTo } from "./switch";

export interface BringIn {
  readonly owner: Owner;
  readonly version: SubgraphVersion;
  readonly reason: ActivationReason;
  readonly by: string;
  readonly live: Supergraph;
  /** For the audit log, when nobody asked for it. */
  readonly cause?: Cause;
}

/**
 * Makes a version that was published before part of the live supergraph: at once when the supergraph has been composed
 * before, else when it still fits. Whoever asks holds the registry's turn.
 */
export async function bringIn(
  context: Context,
  statements: Statements,
  { owner, version, reason, by, live, cause }: BringIn,
): Promise<SwitchOutcome> {
  const { name } = owner;
  const members = withMember(live.members, name, version.number);
  const misfit = await findMisfit(context, statements, owner, version, live);
  if (misfit) return refused(misfit);
  const found = await findOrMerge(context, statements, members);
  if (found.kind === "failed") return refused(describeMisfit(version, found.findings[0]?.message));
  await putStanding(statements, { owner: name, state: "WELL", version: version.number });
  const details = { from: live.members.get(name) ?? null, version: version.number, ...cause };
  return switchTo(context, statements, { supergraph: found.supergraph, reason, owner: name, by, details });
}

/** Composes ahead what `bringIn` will need, so that nobody waits for it in the registry's turn. */
export async function prepareToBringIn(context: Context, owner: Owner, version: SubgraphVersion): Promise<void> {
  const live = await readLive(context.connection);
  if (live) await findMisfit(context, context.connection, owner, version, live);
}

/** Why a version does not fit any more, in one sentence; undefined when it does. */
async function findMisfit(
  { composer, rooms, roomsHash }: Context,
  statements: Statements,
  owner: Owner,
  version: SubgraphVersion,
  live: Supergraph,
): Promise<string | undefined> {
  const members = withMember(live.members, owner.name, version.number);
  if (await findSupergraph(statements, roomsHash, members)) return undefined;
  const composition = await composer.checkMember(rooms, toMember(owner, version));
  return composition.kind === "failed" ? describeMisfit(version, composition.findings[0]?.message) : undefined;
}

const describeMisfit = ({ owner, number }: SubgraphVersion, why = "no reason is known.") =>
  `Version ${number} of ${owner} does not fit the hub any more; publish a new one instead. ${why}`;
