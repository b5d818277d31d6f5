import type { HubRoom } from "../model";
import type { Composer, Merge, UnfitMember } from "./composer";
import type { Member } from "./member";

/** A supergraph of all members that fit, and who had to be left out. */
export interface FittingMerge {
  readonly sdl: string;
  readonly leftOut: readonly UnfitMember[];
}

/**
 * Puts together what fits the rooms, each member on its own word, so that one owner's subgraph never keeps the hub from
 * starting with new schemas of its own.
 * @throws when the rooms do not compose even alone
 */
export async function mergeFitting(
  composer: Composer,
  rooms: readonly HubRoom[],
  members: readonly Member[],
): Promise<FittingMerge> {
  const unfit = await composer.findUnfit(rooms, members);
  const names = new Set(unfit.map(({ name }) => name));
  const fit = members.filter(({ name }) => !names.has(name));
  const alone = await composer.merge(rooms, []);
  if (alone.kind === "failed") throw new Error(`The rooms do not compose:\n${toText(alone.findings)}`);
  const leftOut = [...unfit];
  let kept: readonly Member[] = [];
  let { sdl } = alone;

  /** Adds all or, when they do not fit together with the rest, as many as do. */
  async function add(some: readonly Member[]): Promise<void> {
    if (some.length === 0) return;
    const merged: Merge = await composer.merge(rooms, [...kept, ...some]);
    if (merged.kind === "merged") {
      kept = [...kept, ...some];
      sdl = merged.sdl;
    } else if (some.length === 1) {
      leftOut.push(...some.map(({ name }) => ({ name, findings: merged.findings })));
    } else {
      const half = Math.ceil(some.length / 2);
      await add(some.slice(0, half));
      await add(some.slice(half));
    }
  }

  await add(fit);
  return { sdl, leftOut };
}

const toText = (findings: readonly { readonly message: string }[]) => findings.map(({ message }) => message).join("\n");
