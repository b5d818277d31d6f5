import { setTimeout as pause } from "node:timers/promises";
import type { RegistryClient } from "./registry-client";

/** Whether the gateway serves what the registry has made live; some gateways do not tell. */
export type Service = "served" | "not yet" | "not told";

/**
 * Waits until the hub that was asked serves a supergraph: its gateway takes it up some moments after the registry.
 * @param hash of the supergraph that has become live; what has become live after it does as well
 */
export async function waitUntilServed(
  client: Pick<RegistryClient, "readServed" | "readLiveHash">,
  hash: string,
  { milliseconds = 30_000, pauseMilliseconds = 200 } = {},
): Promise<Service> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const served = await client.readServed();
    if (served.kind === "not told") return "not told";
    if (served.kind === "told" && (served.hash === hash || served.hash === (await client.readLiveHash())))
      return "served";
    if (Date.now() >= end) return "not yet";
    await pause(pauseMilliseconds);
  }
}
