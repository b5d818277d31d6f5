import type { Logger } from "../kit/logger";
import { createRegistry, type Registry, type RegistryOptions } from "../registry";
import { hubRooms } from "./hub-rooms";
import { knownOwners } from "./registry/known-owners";

export interface OpenRegistryOptions {
  /** A database that has been migrated. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** What publishing needs. Without it the registry is good for owners and tokens alone: nothing can become live. */
  readonly publishing?: Pick<RegistryOptions, "probe" | "loopback" | "composeMegabytes">;
}

/** Opens the registry and makes every owner known to it that this clone knows. Whoever asks closes it. */
export async function openRegistry({ databaseUrl, logger, publishing }: OpenRegistryOptions): Promise<Registry> {
  const registry = createRegistry({
    databaseUrl,
    logger,
    ...(publishing ? { rooms: hubRooms(), ...publishing } : forOwnersAlone),
  });
  try {
    await registry.ensureOwners(knownOwners());
    return registry;
  } catch (error) {
    await registry.close();
    throw error;
  }
}

const forOwnersAlone = {
  rooms: [],
  loopback: false,
  async probe() {
    throw new Error("This registry was opened without what publishing needs");
  },
} satisfies Partial<RegistryOptions>;
