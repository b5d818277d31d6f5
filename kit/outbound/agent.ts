import { Agent, buildConnector } from "undici";
import { isAddress, isLoopbackAddress, isPublicAddress } from "./public-address";
import { createLookup, type Lookup } from "./resolve-host";

export interface OutboundOptions {
  /** Whether this machine's own addresses may be asked too, as in development and in tests. */
  loopback: boolean;
  /**
   * Connections to one origin at the same time. Default: any number, since strangers may share an origin, and one of them
   * could hold all connections of the other.
   */
  connections?: number;
  /** Time to connect, name and TLS included. Default 3000. */
  connectMilliseconds?: number;
  /** Default: the system's name servers, not its hosts file. */
  lookup?: Lookup;
}

/** Why a connection was not made. */
export class ForbiddenAddressError extends Error {
  override readonly name = "ForbiddenAddressError";
  readonly code = "FORBIDDEN_ADDRESS";
}

/**
 * An agent for addresses that strangers give: it connects to public addresses only. Each address is looked at when a
 * connection is made, and the connection goes to that very address, so a name that changes its mind gains nothing. A name
 * with one address that is not public is refused whole. No redirects are followed and no proxy variables are read.
 */
export function createOutboundAgent(options: OutboundOptions): Agent {
  const { loopback, connections, connectMilliseconds = 3000 } = options;
  const resolve = options.lookup ?? createLookup({ milliseconds: connectMilliseconds });
  const isAllowed = (address: string) => isPublicAddress(address) || (loopback && isLoopbackAddress(address));

  const connect = buildConnector({
    timeout: connectMilliseconds,
    lookup(host, asked, callback) {
      resolve(host, { ...asked, all: true }, (error, addresses) => {
        if (error) return callback(error, []);
        if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address))) {
          return callback(new ForbiddenAddressError("The name leads to an address that is not public."), []);
        }
        const [first] = addresses;
        if (asked.all || !first) callback(null, addresses);
        else callback(null, first.address, first.family);
      });
    },
  });

  return new Agent({
    connections: connections ?? null,
    keepAliveTimeout: 10_000,
    connect(target, callback) {
      // Addresses are not looked up, so nothing else would see them.
      if (isAddress(target.hostname) && !isAllowed(target.hostname)) {
        callback(new ForbiddenAddressError("The address is not public."), null);
        return;
      }
      connect(target, callback);
    },
  });
}
