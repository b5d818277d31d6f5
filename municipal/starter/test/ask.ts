import type { Store } from "../src/store.js";
import { exampleStore, startSubgraph } from "../src/subgraph.js";

export const config = { host: "127.0.0.1", port: 0, hubUrl: undefined };

/** Asks as the hub does. */
export async function ask(url: string, query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
  return { status: response.status, body: (await response.json()) as any };
}

/** Runs `work` against the subgraph with the example rows, and counts how often the store is asked. */
export async function withSubgraph(work: (url: string, calls: string[]) => Promise<void>): Promise<void> {
  const calls: string[] = [];
  const rows = exampleStore();
  const counted =
    <Given extends unknown[], Result>(name: string, method: (...given: Given) => Result) =>
    (...given: Given) => {
      calls.push(name);
      return method(...given);
    };
  const store: Store = {
    allPlaces: counted("allPlaces", rows.allPlaces),
    placesByArea: counted("placesByArea", rows.placesByArea),
    placesByInitiative: counted("placesByInitiative", rows.placesByInitiative),
  };
  const service = await startSubgraph(config, store);
  try {
    await work(service.url, calls);
  } finally {
    await service.stop();
  }
}
