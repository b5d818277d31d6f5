import type { FastifyRequest } from "fastify";

/**
 * The header in which a gateway tells a service behind it from whom a request comes: a name that is always the same for one
 * caller, and from which nobody can read an address.
 */
export const CALLER_HEADER = "x-kommungraf-caller";

const CALLER = /^[\w-]{16,64}$/;

/**
 * Tells callers apart. Behind a gateway all requests come from one address, so what the gateway says of them counts; such
 * services listen where only the hub's own parts reach them.
 */
export function callerOf(request: Pick<FastifyRequest, "headers" | "ip">): string {
  const given = request.headers[CALLER_HEADER];
  return typeof given === "string" && CALLER.test(given) ? given : request.ip;
}
