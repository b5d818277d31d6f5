import type { LookupAddress, LookupOptions } from "node:dns";
import { Resolver } from "node:dns/promises";

type Callback = (error: Error | null, addresses: LookupAddress[]) => void;

/** Resolves a name to all its addresses, as `dns.lookup` does. */
export type Lookup = (host: string, options: LookupOptions & { all: true }, callback: Callback) => void;

export interface ResolveOptions {
  milliseconds: number;
  /** Name servers, such as `127.0.0.1:53`. Default: the system's. */
  servers?: readonly string[];
}

/**
 * Looks names up without the system's own `getaddrinfo`: that one holds one of the few threads which files and
 * compression need too, so a stranger's name server that never answers would stall the whole process.
 */
export function createLookup({ milliseconds, servers }: ResolveOptions): Lookup {
  const resolver = new Resolver({ timeout: milliseconds, tries: 1 });
  if (servers) resolver.setServers(servers);

  async function addressesOf(host: string): Promise<LookupAddress[]> {
    // No name server may say where this machine is.
    if (host === "localhost" || host.endsWith(".localhost")) {
      return [
        { address: "127.0.0.1", family: 4 },
        { address: "::1", family: 6 },
      ];
    }
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [
      ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 })) : []),
      ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
    if (found.length === 0 && four.status === "rejected") throw four.reason;
    return found;
  }

  return (host, { family }, callback) => {
    addressesOf(host).then(
      (all) => callback(null, family === 4 || family === 6 ? all.filter((one) => one.family === family) : all),
      (error: Error) => callback(error, []),
    );
  };
}
