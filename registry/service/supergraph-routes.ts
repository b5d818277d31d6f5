import { matchesEtag } from "./etag";
import { nothingLive } from "./problem";
import { readJson, readSearch } from "./read-request";
import type { Routes } from "./routes";
import type { Serving } from "./serving";
import { rollbackBody, supergraphsSearch } from "./shapes";
import { sendPublic, sendSwitch } from "./subgraph-routes";

/** The live supergraph, those before it, and the way back to them. */
export function supergraphRoutes({ registry, bodyBytes, authenticate }: Serving): Routes {
  return {
    "/supergraph.graphql": {
      async GET(request, reply) {
        const live = await registry.live();
        if (!live) throw nothingLive();
        const etag = `"${live.hash}"`;
        reply
          .header("etag", etag)
          .header("x-kommungraf-supergraph", String(live.number))
          .header("cache-control", "no-cache");
        if (matchesEtag(request.headers["if-none-match"], etag)) return reply.code(304).send();
        return reply.type("text/plain; charset=utf-8").send(live.sdl);
      },
    },
    "/registry/supergraphs": {
      async GET(request, reply) {
        const { limit } = readSearch(request, supergraphsSearch);
        return sendPublic(reply, await registry.supergraphs(limit));
      },
    },
    "/registry/supergraphs/rollback": {
      async POST(request, reply) {
        const actor = await authenticate(request);
        const { to } = await readJson(request, rollbackBody, bodyBytes);
        return sendSwitch(reply, await registry.rollbackSupergraph(actor, to));
      },
    },
  };
}
