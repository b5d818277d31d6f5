import type { Format } from "./options";
import { Problem } from "./problem";

export const FOLDER = "/comparisons/";

const FORMATS: Readonly<Record<string, Format>> = {
  "": "page",
  ".csv": "csv",
  ".xlsx": "xlsx",
  ".json": "json",
  ".metadata.json": "metadata",
};

export interface Address {
  readonly token: string;
  readonly format: Format;
  /** What stands after the question mark. */
  readonly search: string;
}

/**
 * Takes the address of a comparison or of one of its files apart.
 * @param url path and search as they were sent
 * @throws Problem 404
 */
export function readAddress(url: string): Address {
  const at = url.indexOf("?");
  const path = at === -1 ? url : url.slice(0, at);
  const [, token = "", extension = ""] = /^\/comparisons\/([\w-]+)((?:\.[a-z]+)*)$/.exec(path) ?? [];
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (token === "" || format === undefined) throw new Problem("wrong-address");
  return { token, format, search: at === -1 ? "" : url.slice(at + 1) };
}
