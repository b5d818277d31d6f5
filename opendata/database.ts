import { createDatabase, type Database, type DatabaseOptions } from "../kit/database";
import { CreateOpendata1763884800000 } from "./migrations/create-opendata";

/** The PostgreSQL schema that this room owns. */
export function createOpendataDatabase(options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">): Database {
  return createDatabase({
    ...options,
    schema: "opendata",
    entities: [],
    migrations: [CreateOpendata1763884800000],
  });
}
