import { createDatabase, type Database, type DatabaseOptions } from "../kit/database";
import { ensureFeedIdentity } from "./changes/feed-identity";
import { CreateOpendata1763884800000 } from "./migrations/create-opendata";

/** The PostgreSQL schema that this room owns. */
export function createOpendataDatabase(options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">): Database {
  const database = createDatabase({
    ...options,
    schema: "opendata",
    entities: [],
    migrations: [CreateOpendata1763884800000],
  });
  return {
    ...database,
    async migrate() {
      await database.migrate();
      await ensureFeedIdentity(options.url, options.logger);
    },
  };
}
