import type { z } from "zod";
import { countVariable } from "../kit/config";

const MINUTE = 60_000;

/** What the registry alone is told, whether it runs by itself or in the whole hub. */
export const registryVariables = {
  QUARANTINE_MINUTES: countVariable(15, "minutes"),
  COMPOSE_HEAP_MIB: countVariable(1024, "MiB"),
};

export interface RegistrySettings {
  /** How long an owner's subgraph may fail before it is taken out of the live supergraph, in milliseconds. */
  readonly quarantineAfter?: number;
  /** Memory of each of the two threads in which subgraphs are composed, in MiB. */
  readonly composeMegabytes?: number;
}

export function registrySettings(read: z.infer<z.ZodObject<typeof registryVariables>>): RegistrySettings {
  return { quarantineAfter: read.QUARANTINE_MINUTES * MINUTE, composeMegabytes: read.COMPOSE_HEAP_MIB };
}
