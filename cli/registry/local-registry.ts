import { type Actor, createRegistryDatabase, localOperator, type Registry } from "../../registry";
import { openRegistry } from "../open-registry";
import { withPostgres } from "../with-postgres";
import { databaseAtHand } from "./database-at-hand";

interface Local {
  /** What needs neither the rooms nor an endpoint to be asked. */
  readonly registry: Pick<Registry, "tokens" | "owners" | "setHosts">;
  readonly actor: Actor;
}

/**
 * Works on the registry in the database at hand, whether or not a hub runs over it, and says on the standard error which that
 * is: what is made in another one is of no use.
 * @throws CommandFailure when an embedded database would have to be made first
 */
export async function withLocalRegistry<T>(work: (local: Local) => Promise<T>): Promise<T> {
  process.stderr.write(`Database: ${databaseAtHand()}.\n`);
  return withPostgres(async ({ url, logger }) => {
    await createRegistryDatabase({ url, logger }).migrate();
    const registry = await openRegistry({ databaseUrl: url, logger });
    try {
      return await work({ registry, actor: localOperator });
    } finally {
      await registry.close();
    }
  });
}
