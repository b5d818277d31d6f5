import { readFile } from "node:fs/promises";
import { poll } from "./poll";
import type { SupergraphSource } from "./source";

/** A supergraph in a file; written anew, it is taken up within the interval. */
export function fileSource(path: string, { pollMilliseconds = 2000 } = {}): SupergraphSource {
  let seen: string | undefined;

  async function load(): Promise<string> {
    try {
      seen = await readFile(path, "utf8");
      return seen;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(`The supergraph ${path} cannot be read: ${code === "ENOENT" ? "there is no such file" : code}.`);
    }
  }

  async function newer(): Promise<string | undefined> {
    const before = seen;
    const text = await load();
    return text === before ? undefined : text;
  }

  return {
    description: path,
    load,
    subscribe: (onChange, onError) => poll(newer, pollMilliseconds, onChange, onError),
  };
}
