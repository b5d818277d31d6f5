import type { SupergraphManager } from "@apollo/gateway";
import type { Logger } from "../../kit/logger";
import { type PreparedSupergraph, prepareSupergraph } from "./prepare";
import type { SupergraphSource } from "./source";

export interface LiveSupergraph {
  /** For ApolloGateway's `supergraphSdl`. */
  manager: SupergraphManager;
  /** The one that requests are answered from; undefined before the first is loaded. */
  current(): PreparedSupergraph | undefined;
}

/**
 * Keeps the gateway on the newest supergraph of a source that the gateway accepts. One that it refuses is logged, and
 * the last good one stays.
 * @param check throws when a prepared supergraph cannot be served
 */
export function createLiveSupergraph(
  source: SupergraphSource,
  check: (prepared: PreparedSupergraph) => void,
  logger: Logger,
): LiveSupergraph {
  let current: PreparedSupergraph | undefined;

  function prepare(sdl: string): PreparedSupergraph {
    const prepared = prepareSupergraph(sdl);
    check(prepared);
    return prepared;
  }

  return {
    current: () => current,
    manager: {
      async initialize({ update }) {
        const first = prepare(await source.load());
        current = first;
        const unsubscribe = source.subscribe?.(
          (sdl) => {
            const previous = current;
            try {
              const next = prepare(sdl);
              // Data sources are made during the update and look here.
              current = next;
              update(next.sdl);
              logger.info({ subgraphs: next.subgraphs.map(({ name }) => name) }, "The supergraph was replaced");
            } catch (error) {
              current = previous;
              logger.error({ err: error }, "The new supergraph was refused; the last good one stays live");
            }
          },
          (error) =>
            logger.error({ err: error }, "The supergraph could not be looked up; the last good one stays live"),
        );
        // A source may have brought a newer one while it was subscribed to.
        return { supergraphSdl: (current ?? first).sdl, cleanup: async () => unsubscribe?.() };
      },
    },
  };
}
