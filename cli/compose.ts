import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeServices } from "@apollo/composition";
import { printSchema } from "graphql";
import { projectRoot } from "../kit/project-root";
import { readSubgraphSchema } from "../kit/subgraph-schema";
import { checkForeignFieldsNullable } from "./foreign-fields";
import { rooms } from "./rooms";

export interface Composed {
  readonly supergraph: string;
  readonly api: string;
}

/**
 * Composes the rooms' schemas.
 * @throws Error with every fault of composition, one line each
 */
export function compose(): Composed {
  const services = rooms.map(({ name, port }) => ({
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    typeDefs: readSubgraphSchema(name),
  }));
  const result = composeServices(services);
  const faults = result.errors?.map(({ message }) => message) ?? checkForeignFieldsNullable(services);
  if (faults.length > 0 || !result.schema) throw new Error(`The rooms do not compose:\n${faults.join("\n")}`);
  return {
    supergraph: `${result.supergraphSdl.trim()}\n`,
    api: `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema())}\n`,
  };
}

export function writeComposed(): void {
  const { supergraph, api } = compose();
  writeFileSync(join(projectRoot, "schema", "supergraph.graphql"), supergraph);
  writeFileSync(join(projectRoot, "schema", "api.graphql"), api);
}
