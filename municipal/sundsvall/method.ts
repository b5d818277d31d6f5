import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { home } from "./home";

const methodFile = z.strictObject({
  initiative: z.string(),
  name: z.string(),
  title: z.string(),
  document: z.string(),
  page: z.url(),
  parts: z.array(z.strictObject({ swedish: z.string(), english: z.string(), locator: z.string(), quote: z.string() })),
});

export interface Method {
  readonly name: string;
  readonly parts: readonly {
    readonly swedish: string;
    readonly english: string;
    readonly source: { title: string; document: string; page: string; locator: string; quote: string };
  }[];
}

/** How the municipality's page describes the method, and the id of the initiative that it is in the hub. */
export function readMethod(): { readonly initiative: string; readonly method: Method } {
  const file = methodFile.parse(JSON.parse(readFileSync(join(home, "data", "method.json"), "utf8")));
  const { initiative, name, title, document, page } = file;
  const parts = file.parts.map(({ swedish, english, locator, quote }) => ({
    swedish,
    english,
    source: { title, document, page, locator, quote },
  }));
  return { initiative, method: { name, parts } };
}
