import { request } from "undici";
import { readCapped } from "../datasource/read-capped";
import { poll } from "./poll";
import type { SupergraphSource } from "./source";

const MOST_BYTES = 64 * 1024 * 1024;

/** A supergraph at an http(s) address; looked up again in the interval by its ETag. Redirects are not followed. */
export function urlSource(
  url: string,
  { pollMilliseconds = 30_000, timeoutMilliseconds = 10_000 } = {},
): SupergraphSource {
  let seen: string | undefined;
  let etag: string | undefined;

  async function newer(): Promise<string | undefined> {
    const response = await request(url, {
      headers: { accept: "text/plain, */*;q=0.1", ...(etag ? { "if-none-match": etag } : {}) },
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      if (response.statusCode === 304) return undefined;
      throw new Error(`The supergraph at ${url} answers with status ${response.statusCode}.`);
    }
    const before = seen;
    seen = (await readCapped(response.body, MOST_BYTES)).toString("utf8");
    etag = typeof response.headers.etag === "string" ? response.headers.etag : undefined;
    return seen === before ? undefined : seen;
  }

  return {
    description: url,
    async load() {
      const text = (await newer()) ?? seen;
      if (text === undefined) throw new Error(`The supergraph at ${url} answers without one.`);
      return text;
    },
    subscribe: (onChange, onError) => poll(newer, pollMilliseconds, onChange, onError),
  };
}
