import { createClosers } from "../kit/closers";
import type { Logger } from "../kit/logger";
import { createOutboundAgent } from "../kit/outbound";
import type { SigningKeys } from "../kit/signing-keys";
import {
  createLookAt,
  createMonitor,
  createProbe,
  createRegistry,
  createRegistryService,
  type Registry,
} from "../registry";
import { hubRooms } from "./hub-rooms";
import { knownOwners } from "./registry/known-owners";
import type { RegistryTimes } from "./registry-variables";

export interface RegistryPartOptions extends RegistryTimes {
  /** A database that has been migrated. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly host: string;
  readonly port: number;
  readonly keys: SigningKeys;
  /** Address at which the public reaches the hub, which tokens name as their issuer. */
  publicUrl(): string;
  /** Whether owners' subgraphs may be at addresses of this machine. */
  readonly loopback: boolean;
}

export interface RegistryPart {
  readonly registry: Registry;
  /** Address of its HTTP service, without path. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The registry with everything that belongs to it: a supergraph is live, its API is served, and owners are looked after. */
export async function startRegistry(options: RegistryPartOptions): Promise<RegistryPart> {
  const { databaseUrl, logger, host, port, keys, publicUrl, loopback, quarantineAfter } = options;
  const closers = createClosers();
  try {
    const agent = createOutboundAgent({ loopback });
    closers.add(() => agent.close());
    const asking = { agent, sign: (subgraph: string) => keys.sign(subgraph, publicUrl()) };
    const registry = createRegistry({ databaseUrl, rooms: hubRooms(), logger, loopback, probe: createProbe(asking) });
    closers.add(() => registry.close());
    await registry.ensureOwners(knownOwners());
    await registry.ensureLive();
    const service = createRegistryService({ registry, logger });
    const { url } = await service.start({ host, port });
    closers.add(() => service.stop());
    const monitor = createMonitor({ registry, databaseUrl, logger, lookAt: createLookAt(asking), quarantineAfter });
    monitor.start();
    closers.add(() => monitor.stop());
    return { registry, url, stop: closers.closeAll };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
