import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeServices } from "@apollo/composition";
import { parse, printSchema } from "graphql";
import { projectRoot } from "../kit/project-root";
import { checkForeignFieldsNullable } from "./foreign-fields";
import { hubRooms } from "./hub-rooms";

export interface Composed {
  readonly supergraph: string;
  readonly api: string;
}

/**
 * Composes the rooms' schemas.
 * @throws Error with every fault of composition, one line each
 */
export function compose(): Composed {
  const services = hubRooms().map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
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
