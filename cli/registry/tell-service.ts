import type { RegistryClient } from "./registry-client";
import type { HubOptions } from "./settings";
import { waitUntilServed } from "./wait-until-served";

export interface WaitOptions extends HubOptions {
  /** False with --no-wait. */
  readonly wait?: boolean;
}

/**
 * Waits until what has become live is served, and says on the standard error when that is not so: the registry has switched
 * all the same.
 * @returns undefined when nobody wants to wait
 */
export async function tellService(
  client: RegistryClient,
  url: string,
  hash: string,
  { wait = true }: WaitOptions,
): Promise<boolean | undefined> {
  if (!wait) return undefined;
  const service = await waitUntilServed(client, hash);
  if (service === "not yet") {
    process.stderr.write(
      `The registry has switched, but the gateway at ${url} does not serve it yet. It goes on trying; its log says what keeps it.\n`,
    );
  }
  if (service === "not told") {
    process.stderr.write(`The registry has switched; whether it is served yet is not told at ${url}/health/ready.\n`);
  }
  return service === "served";
}
