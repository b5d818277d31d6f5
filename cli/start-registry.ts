import { createClosers } from "../kit/closers";
import type { Logger } from "../kit/logger";
import { createOutboundAgent } from "../kit/outbound";
import type { SigningKeys } from "../kit/signing-keys";
import { createLookAt, createMonitor, createProbe, createRegistryService, type Registry } from "../registry";
import { openRegistry } from "./open-registry";
import type { RegistrySettings } from "./registry-variables";

export interface RegistryPartOptions extends RegistrySettings {
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
  /** Begins to look after owners: once the public can reach the hub, since they ask it for the keys that it signs with. */
  lookAfter(): void;
  stop(): Promise<void>;
}

/** The registry with everything that belongs to it: a supergraph of today's rooms is live, and its API is served. */
export async function startRegistry(options: RegistryPartOptions): Promise<RegistryPart> {
  const { databaseUrl, logger, host, port, keys, publicUrl, loopback, quarantineAfter, composeMegabytes } = options;
  const closers = createClosers();
  try {
    const agent = createOutboundAgent({ loopback });
    closers.add(() => agent.close());
    const asking = { agent, sign: (subgraph: string) => keys.sign(subgraph, publicUrl()) };
    const publishing = { probe: createProbe(asking), loopback, composeMegabytes };
    const registry = await openRegistry({ databaseUrl, logger, publishing });
    closers.add(() => registry.close());
    await registry.ensureLive();
    const service = createRegistryService({ registry, logger });
    const { url } = await service.start({ host, port });
    closers.add(() => service.stop());
    const monitor = createMonitor({ registry, databaseUrl, logger, lookAt: createLookAt(asking), quarantineAfter });
    closers.add(() => monitor.stop());
    return { registry, url, lookAfter: monitor.start, stop: closers.closeAll };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
