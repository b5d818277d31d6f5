import { datasetNamed } from "./catalogue";
import type { Dataset } from "./dataset";
import { type Format, formats } from "./formats";
import { Problem } from "./problem";

export const FOLDER = "/bulk/v1";

/** What stands at an address. */
export type Address =
  | { readonly kind: "index" | "api-info" | "openapi"; readonly search: string }
  | {
      readonly kind: "file";
      readonly search: string;
      readonly dataset: Dataset;
      readonly format: Format;
      readonly ending: string;
    };

/** @throws Problem 404 */
export function readAddress(url: string): Address {
  const [path = "", ...rest] = url.split("?");
  const search = rest.join("?");
  const name = path.slice(FOLDER.length).replace(/^\//, "");
  if (name === "") return { kind: "index", search };
  if (name === "api-info") return { kind: "api-info", search };
  if (name === "openapi.json") return { kind: "openapi", search };
  const [, stem = "", ending = ""] = /^([a-z-]+)\.([a-z]+)$/.exec(name) ?? [];
  const dataset = datasetNamed(stem);
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (!dataset || !format) throw new Problem("wrong-address");
  return { kind: "file", search, dataset, format, ending };
}
