import type { Logger } from "../kit/logger";
import { createRegistry } from "../registry";
import { hubRooms } from "./hub-rooms";
import { knownOwners } from "./registry/known-owners";

/**
 * Makes every owner known to the registry, and the rooms' supergraph the live one unless it is already: a gateway can serve
 * then, whether or not the registry's service runs. Doing it again changes nothing.
 * @param databaseUrl of a database that has been migrated
 */
export async function prepareRegistry(databaseUrl: string, logger: Logger): Promise<void> {
  const registry = createRegistry({ databaseUrl, rooms: hubRooms(), logger, loopback: false, probe: async () => [] });
  try {
    await registry.ensureOwners(knownOwners());
    await registry.ensureLive();
  } finally {
    await registry.close();
  }
}
