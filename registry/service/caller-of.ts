import type { FastifyRequest } from "fastify";
import { CALLER_HEADER } from "../../kit/caller-header";

const CALLER = /^[\w-]{16,64}$/;

/**
 * Tells callers apart. Behind a gateway all requests come from one address, so what the gateway says of them counts; the
 * registry listens where only the hub's own parts reach it.
 */
export function callerOf(request: FastifyRequest): string {
  const given = request.headers[CALLER_HEADER];
  return typeof given === "string" && CALLER.test(given) ? given : request.ip;
}
