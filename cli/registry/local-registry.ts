import { type Actor, createRegistry, createRegistryDatabase, localOperator, type Registry } from "../../registry";
import { withPostgres } from "../with-postgres";
import { knownOwners } from "./known-owners";

interface Local {
  /** What needs neither the rooms nor an endpoint to be asked. */
  readonly registry: Pick<Registry, "tokens" | "owners" | "setHosts">;
  readonly actor: Actor;
}

/** Works on the registry in the database at hand, whether or not a hub runs over it. */
export async function withLocalRegistry<T>(work: (local: Local) => Promise<T>): Promise<T> {
  return withPostgres(async ({ url, logger }) => {
    await createRegistryDatabase({ url, logger }).migrate();
    const registry = createRegistry({ databaseUrl: url, rooms: [], logger, loopback: false, probe: async () => [] });
    try {
      await registry.ensureOwners(knownOwners());
      return await work({ registry, actor: localOperator });
    } finally {
      await registry.close();
    }
  });
}
