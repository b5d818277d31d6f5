import { z } from "zod";
import { printable } from "../compare/printable";
import { type ExitCode, exitCodes, wrongUse } from "./failure";
import { ownerNameOf } from "./known-owners";
import { withOperatorHint } from "./operator-hint";
import { printJson, printLines } from "./print";
import { createRegistryClient } from "./registry-client";
import { type HubOptions, type HubSettings, readHubSettings } from "./settings";

interface HostOptions extends HubOptions {
  readonly any?: boolean;
}

const shape = z.looseObject({ owner: z.string(), hosts: z.array(z.string()).nullable() });
type Hosts = z.infer<typeof shape>;

/** Says at which hosts an owner's service may be, or changes it when hosts or --any are given. */
export async function subgraphHosts(typed: string, hosts: readonly string[], options: HostOptions): Promise<ExitCode> {
  if (options.any && hosts.length > 0) throw wrongUse("Give either hosts or --any.");
  const owner = ownerNameOf(typed);
  const wanted = options.any ? null : hosts.length > 0 ? hosts.map((host) => host.toLowerCase()) : undefined;
  const settings = readHubSettings(options);
  const found = settings.token === undefined ? await inDatabase(owner, wanted) : await atHub(settings, owner, wanted);
  if (options.json) printJson(found);
  else
    printLines([
      `${printable(found.owner)} may publish at ${printable(found.hosts?.join(", ") ?? "any public host")}.`,
    ]);
  return exitCodes.done;
}

/** @param wanted null for any; undefined changes nothing */
async function atHub(
  settings: HubSettings,
  owner: string,
  wanted: readonly string[] | null | undefined,
): Promise<Hosts> {
  const client = createRegistryClient(settings);
  const path = `/registry/subgraphs/${encodeURIComponent(owner)}/hosts`;
  if (wanted !== undefined) return withOperatorHint(settings, client.put(path, { hosts: wanted }, shape));
  const found = await client.read(path, shape);
  if (!found) throw wrongUse(`The hub knows no owner ${owner}.`);
  return found;
}

async function inDatabase(owner: string, wanted: readonly string[] | null | undefined): Promise<Hosts> {
  const { withLocalRegistry } = await import("./local-registry");
  return withLocalRegistry(async ({ registry, actor }) => {
    if (wanted !== undefined) await registry.setHosts(actor, owner, wanted);
    const found = (await registry.owners()).find(({ name }) => name === owner);
    if (!found) throw wrongUse(`The registry knows no owner ${owner}.`);
    return { owner, hosts: found.hosts && [...found.hosts] };
  });
}
