import type { Logger } from "../kit/logger";
import type { SigningKeys } from "../kit/signing-keys";
import { createRegistryReports, createRegistrySource } from "../registry";
import type { GatewayOptions } from "./gateway";

export interface FollowOptions {
  readonly databaseUrl: string;
  readonly keys: SigningKeys;
  /** Where the last supergraph that served is kept, for a start while the database is away. */
  readonly lastGoodFile?: string | undefined;
  /** Address at which the public reaches the hub, which tokens name as their issuer. */
  publicUrl(): string;
  readonly logger: Logger;
}

export interface Following {
  readonly options: Pick<GatewayOptions, "supergraph" | "signingJwks" | "issuer" | "reports">;
  /** To be called when the gateway has stopped. */
  stop(): Promise<void>;
}

/** What makes a gateway serve the registry's live supergraph, sign its calls of owners, and tell the registry of them. */
export function followRegistry({ databaseUrl, keys, lastGoodFile, publicUrl, logger }: FollowOptions): Following {
  const reports = createRegistryReports({ databaseUrl, logger });
  return {
    options: {
      supergraph: createRegistrySource({ databaseUrl, logger, ...(lastGoodFile !== undefined && { lastGoodFile }) }),
      signingJwks: keys.privateJwks,
      issuer: publicUrl,
      reports,
    },
    stop: () => reports.close(),
  };
}
