import type { PreparedSupergraph } from "./prepare";

/**
 * @throws Error naming every subgraph, the hub's own or an owner's, without an http(s) address, and every override for a
 *   subgraph that the hub does not have
 */
export function checkRouting({ subgraphs, owners }: PreparedSupergraph, overrides: ReadonlyMap<string, string>): void {
  const names = new Set(subgraphs.map(({ name }) => name));
  const mistakes = [
    ...[...overrides.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `there is no subgraph "${name}" to route; there are ${[...names].join(", ")}`),
    ...subgraphs
      .filter(({ name, url }) => !isHttpUrl(overrides.get(name) ?? url))
      .map(({ name, url }) => `the subgraph "${name}" has no http address but "${overrides.get(name) ?? url}"`),
    ...[...owners.values()]
      .filter(({ url }) => !isHttpUrl(url))
      .map(({ name, url }) => `the owner "${name}" has no http address but "${url}"`),
  ];
  if (mistakes.length > 0) throw new Error(`The supergraph cannot be routed: ${mistakes.join("; ")}.`);
}

export function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === "http:" || protocol === "https:";
}
