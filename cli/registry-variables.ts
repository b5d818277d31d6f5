import type { z } from "zod";
import { countVariable } from "../kit/config";

const MINUTE = 60_000;

/** What the registry alone is told, whether it runs by itself or in the whole hub. */
export const registryVariables = {
  QUARANTINE_MINUTES: countVariable(15, "minutes"),
};

export interface RegistryTimes {
  /** How long an owner's subgraph may fail before it is taken out of the live supergraph, in milliseconds. */
  readonly quarantineAfter?: number;
}

export function registryTimes(read: z.infer<z.ZodObject<typeof registryVariables>>): RegistryTimes {
  return { quarantineAfter: read.QUARANTINE_MINUTES * MINUTE };
}
