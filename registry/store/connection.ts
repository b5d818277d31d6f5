import {
  type Connection,
  type ConnectionOptions,
  createConnection as createSchemaConnection,
} from "../../kit/connection";
import { REGISTRY_SCHEMA } from "../database";

export type { Connection, Statements } from "../../kit/connection";

/** Connections that may write to the registry's schema; the first statement connects. */
export function createConnection(options: Omit<ConnectionOptions, "schema" | "role">): Connection {
  return createSchemaConnection({ ...options, schema: REGISTRY_SCHEMA });
}
