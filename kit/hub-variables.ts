import { join } from "node:path";
import { z } from "zod";
import { isLoopbackAddress } from "./outbound/public-address";
import { projectRoot } from "./project-root";
import { sealedBoxKeyVariable } from "./sealed-box";

/** What the gateway and the registry must agree on, in one process or in several. */
export const hubVariables = {
  /** Where the hub keeps its signing keys and the last supergraph that served. */
  DATA_DIRECTORY: z.string().default(join(projectRoot, ".data")),
  HUB_SIGNING_KEYS: z.string().optional(),
  /** Seals what the database may not read, such as the keys of webhooks. */
  WEBHOOK_KEY: sealedBoxKeyVariable.optional(),
  LOOPBACK_SUBGRAPHS: z.enum(["on", "off"], { error: "must be on or off" }).optional(),
};

export const signingKeysFile = (dataDirectory: string) => join(dataDirectory, "signing-keys.json");
export const webhookKeyFile = (dataDirectory: string) => join(dataDirectory, "webhook-key");
export const lastGoodSupergraphFile = (dataDirectory: string) => join(dataDirectory, "supergraph.graphql");

/** Whether a service that listens on it can be reached from this machine alone. */
export const isLoopbackHost = (host: string) => host === "localhost" || isLoopbackAddress(host);

/**
 * Whether owners' subgraphs may be at this machine's own addresses. A hub that listens on loopback alone serves nobody but
 * who is at the machine, who may try their own subgraph there.
 */
export function isLoopbackAllowed(read: { HOST: string; LOOPBACK_SUBGRAPHS?: "on" | "off" | undefined }): boolean {
  if (read.LOOPBACK_SUBGRAPHS !== undefined) return read.LOOPBACK_SUBGRAPHS === "on";
  return isLoopbackHost(read.HOST);
}
