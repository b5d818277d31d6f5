import { createDatabase, type Database, type DatabaseOptions } from "../../kit/database";
import { CreateComparisons1763798500000 } from "./migrations/create-comparisons";

/** The PostgreSQL schema that this room owns. */
export function createComparisonsDatabase(
  options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">,
): Database {
  return createDatabase({
    ...options,
    schema: "comparisons",
    entities: [],
    migrations: [CreateComparisons1763798500000],
  });
}
