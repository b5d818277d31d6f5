import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, parse } from "graphql";
import { projectRoot } from "./project-root";

/** A subgraph's own text and the value types that all share, as one document. */
export function readSubgraphSchema(name: string): DocumentNode {
  return parse(readSubgraphSdl(name));
}

export function readSubgraphSdl(name: string): string {
  const read = (file: string) => readFileSync(join(projectRoot, "schema", file), "utf8");
  return `${read(`${name}.graphql`)}\n${read("shared.graphql")}`;
}
