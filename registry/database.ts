import { createDatabase, type Database, type DatabaseOptions } from "../kit/database";
import { CreateRegistry1763800000000 } from "./migrations/create-registry";

/** The PostgreSQL schema that the registry owns. */
export const REGISTRY_SCHEMA = "registry";

/** For migrations and for whoever only reads; the registry writes over connections of its own (store/connection.ts). */
export function createRegistryDatabase(options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">): Database {
  return createDatabase({
    ...options,
    schema: REGISTRY_SCHEMA,
    entities: [],
    migrations: [CreateRegistry1763800000000],
  });
}
