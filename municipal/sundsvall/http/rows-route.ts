import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RowStore } from "../rows/row-store";
import { bearerOf, Refusal, readJson, sendJson } from "./exchange";

/**
 * Answers PUT /rows/<table>/<id>, by which the map in the field writes a row; the hub never comes here.
 * @param writeToken what one who writes must show; without it there is nothing here
 */
export function createRowsRoute(store: RowStore, writeToken: string | undefined) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, table, id] = /^\/rows\/([a-z-]+)\/([a-z0-9-]+)$/.exec(request.url ?? "") ?? [];
    if (writeToken === undefined || table === undefined || id === undefined || request.method !== "PUT") {
      throw new Refusal(404, "There is nothing here.");
    }
    if (!isSame(bearerOf(request) ?? "", writeToken)) throw new Refusal(401, "Writing takes the token for it.");
    const written = store.write(table, id, await readJson(request));
    if (written.kind === "written") return sendJson(response, written.isNew ? 201 : 200, { table, id });
    sendJson(response, 422, { errors: written.mistakes.map((message) => ({ message })) });
  };
}

/** Hashes have one length, and take one time to compare. */
const isSame = (one: string, other: string) => timingSafeEqual(hash(one), hash(other));
const hash = (text: string) => createHash("sha256").update(text).digest();
