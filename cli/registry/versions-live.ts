import { z } from "zod";
import { printable } from "../compare/printable";
import type { RegistryClient } from "./registry-client";
import { shownTime } from "./render-columns";

const listed = z.array(z.looseObject({ name: z.string(), live: z.number().nullable() }));
const details = z.looseObject({
  live: z.number().nullable(),
  versions: z.array(z.looseObject({ number: z.number(), routingUrl: z.string(), publishedAt: z.string() })),
});

/** Number of the live version of each owner that has published. */
export type LiveVersions = ReadonlyMap<string, number | null>;

/** @returns undefined when it cannot be read just now, which is no reason to leave a switch undone */
export async function readLiveVersions(client: RegistryClient): Promise<LiveVersions | undefined> {
  const found = await client.read("/registry/subgraphs", listed).catch(() => undefined);
  return found && new Map(found.map(({ name, live }) => [name, live]));
}

/** Whose version a switch has changed, on one line; nothing when it cannot be said. */
export function describeChanged(before: LiveVersions | undefined, after: LiveVersions | undefined): string[] {
  if (!before || !after) return [];
  const shown = (version: number | null | undefined) => version ?? "none";
  const changed = [...after].filter(([name, live]) => (before.get(name) ?? null) !== live);
  if (changed.length === 0) return ["No owner's version has changed."];
  const each = changed.map(([name, live]) => `${printable(name)} ${shown(before.get(name))} → ${shown(live)}`);
  return [`Versions that changed: ${each.join(", ")}.`];
}

/** Such as "Version 2 of sandviken (published 2026-01-01 12:00 CET, at https://…)"; undefined when it cannot be read. */
export async function describeLive(client: RegistryClient, owner: string): Promise<string | undefined> {
  const path = `/registry/subgraphs/${encodeURIComponent(owner)}`;
  const found = await client.read(path, details).catch(() => undefined);
  const version = found?.versions.find(({ number }) => number === found.live);
  if (!version) return undefined;
  const { number, publishedAt, routingUrl } = version;
  return `Version ${number} of ${owner} (published ${shownTime(publishedAt)}, at ${printable(routingUrl)})`;
}
