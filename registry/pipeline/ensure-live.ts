import { mergeFitting } from "../composition/merge-fitting";
import type { Supergraph } from "../model";
import { addActivation, readLiveActivation } from "../store/activations";
import { addAudit } from "../store/audit";
import type { Statements } from "../store/connection";
import { readMembers } from "../store/members";
import { putStanding } from "../store/standings";
import { addSupergraph, findSupergraph, readSupergraph } from "../store/supergraphs";
import type { Context } from "./context";

/** Written as the actor of what the registry does by itself. */
export const REGISTRY = "registry";

export async function readLive(statements: Statements): Promise<Supergraph | undefined> {
  const activation = await readLiveActivation(statements);
  return activation && readSupergraph(statements, activation.supergraph);
}

/**
 * The live supergraph, composed with the rooms as they are now. When there is none, or the rooms have changed since, one
 * becomes live; members that no longer fit are left out of it, and come back when they fit again and answer. Whoever asks
 * holds the registry's turn.
 * @throws when the rooms do not compose
 */
export async function ensureLive(context: Context, statements: Statements): Promise<Supergraph> {
  const { roomsHash } = context;
  const live = await readLive(statements);
  if (live?.roomsHash === roomsHash) return live;
  const reason = live ? "ROOMS_CHANGED" : "STARTED";
  const supergraph = await composeAnew(context, statements, live);
  await addActivation(statements, { supergraph: supergraph.number, reason, owner: null, by: REGISTRY });
  const details = { supergraph: supergraph.number, subgraphs: supergraph.members.size };
  await addAudit(statements, { actor: REGISTRY, action: reason, owner: null, details });
  context.logger.info({ reason, ...details }, "supergraph is live");
  return supergraph;
}

async function composeAnew(
  context: Context,
  statements: Statements,
  live: Supergraph | undefined,
): Promise<Supergraph> {
  const { composer, rooms, roomsHash } = context;
  const before = live?.members ?? new Map<string, number>();
  const stored = await findSupergraph(statements, roomsHash, before);
  if (stored) return stored;
  const { sdl, leftOut } = await mergeFitting(composer, rooms, await readMembers(statements, before));
  const names = new Set(leftOut.map(({ name }) => name));
  const members = new Map([...before].filter(([owner]) => !names.has(owner)));
  for (const { name, findings } of leftOut) {
    const version = before.get(name) as number;
    const reason = `Does not fit the hub's schemas any more: ${findings[0]?.message ?? "no reason is known."}`;
    await putStanding(statements, { owner: name, state: "OUT", version, reason, unfitFor: roomsHash });
    const details = { version, codes: findings.map(({ code }) => code) };
    await addAudit(statements, { actor: REGISTRY, action: "LEFT_OUT", owner: name, details });
    context.logger.warn({ owner: name, ...details }, "subgraph left out");
  }
  return (
    (await findSupergraph(statements, roomsHash, members)) ??
    (await addSupergraph(statements, { sdl, roomsHash, members }))
  );
}
