import type { IncomingHttpHeaders } from "node:http";

/** A program's name and version. An @ is not in it, since an address could be a person's. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/;

/** What the client calls itself, or `unknown`. */
export function clientName(headers: IncomingHttpHeaders): string {
  const given = headers["x-client-name"] ?? headers["apollographql-client-name"];
  return typeof given === "string" && NAME.test(given) ? given : "unknown";
}
