import { readableOwner } from "./authenticate";
import { notFound } from "./problem";
import { readJson, readSearch } from "./read-request";
import type { Routes } from "./routes";
import type { Serving } from "./serving";
import { tokenBody, tokensSearch } from "./shapes";
import { sendPrivate } from "./subgraph-routes";

/** Giving out tokens, listing them without their secrets, and ending them. */
export function tokenRoutes({ registry, bodyBytes, authenticate }: Serving): Routes {
  return {
    "/registry/tokens": {
      async POST(request, reply) {
        const actor = await authenticate(request);
        const body = await readJson(request, tokenBody, bodyBytes);
        return sendPrivate(reply.code(201), await registry.tokens.create(actor, body));
      },
      async GET(request, reply) {
        const actor = await authenticate(request);
        const { owner } = readSearch(request, tokensSearch);
        return sendPrivate(reply, await registry.tokens.list(readableOwner(actor, owner)));
      },
    },
    "/registry/tokens/:id": {
      async DELETE(request, reply) {
        const actor = await authenticate(request);
        const { id } = request.params as { id: string };
        if (!(await registry.tokens.revoke(actor, id))) throw notFound("There is no such token of yours.");
        return reply.code(204).header("cache-control", "no-store").send();
      },
    },
  };
}
