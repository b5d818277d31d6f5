import type { Agent } from "undici";

export type Reachability = "up" | "down";

export interface SubgraphHealth {
  /** Of each subgraph; measured at most every `maxAgeMilliseconds`, and once for callers that come together. */
  look(subgraphs: readonly { name: string; url: string }[]): Promise<Record<string, Reachability>>;
}

/** Asks each subgraph's `/health/ready`, or a subgraph that has none for `{ __typename }`. */
export function createSubgraphHealth(
  agent: Agent,
  { maxAgeMilliseconds = 5000, timeoutMilliseconds = 2000 } = {},
): SubgraphHealth {
  let latest: { key: string; at: number; result: Promise<Record<string, Reachability>> } | undefined;

  async function probe(url: string): Promise<Reachability> {
    const { origin, pathname, search } = new URL(url);
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const ready = await agent.request({ origin, path: "/health/ready", method: "GET", signal });
      await ready.body.dump();
      if (ready.statusCode === 200) return "up";
      if (ready.statusCode === 503) return "down";
      const asked = await agent.request({
        origin,
        path: pathname + search,
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"query":"{ __typename }"}',
        signal,
      });
      await asked.body.dump();
      return asked.statusCode < 500 && asked.statusCode !== 404 ? "up" : "down";
    } catch {
      return "down";
    }
  }

  return {
    look(subgraphs) {
      const key = JSON.stringify(subgraphs);
      if (latest?.key === key && Date.now() - latest.at < maxAgeMilliseconds) return latest.result;
      const result = Promise.all(subgraphs.map(async ({ name, url }) => [name, await probe(url)] as const)).then(
        (entries) => Object.fromEntries(entries),
      );
      latest = { key, at: Date.now(), result };
      return result;
    },
  };
}
