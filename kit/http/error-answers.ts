import type { FastifyReply } from "fastify";
import type { GraphQLError } from "graphql";
import type { HttpRefusal } from "./http-refusal";
import { preferredMediaType } from "./media-type";

/** What an error says of the HTTP answer that tells it. */
interface ErrorHead {
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

/** Answers a request that never reached GraphQL. */
export function sendRefusal(reply: FastifyReply, refusal: HttpRefusal): FastifyReply {
  if (refusal.closeConnection) {
    reply.header("connection", "close");
    // What the client is still sending is thrown away, so that it gets to reading the answer.
    reply.request.raw.resume();
  }
  if (refusal.status === 405) reply.header("allow", "GET, POST");
  if (refusal.status === 503) reply.header("retry-after", "5");
  return sendError(reply, refusal.status, refusal.error, preferredMediaType(reply.request.headers.accept));
}

/** Answers with one error in GraphQL's shape. @param status unless the error's own `http` says another */
export function sendError(
  reply: FastifyReply,
  status: number,
  error: GraphQLError,
  mediaType: string = "application/json",
): FastifyReply {
  const { http, ...extensions } = error.extensions as { http?: ErrorHead };
  for (const [name, value] of http?.headers ?? []) reply.header(name, value);
  return reply
    .code(http?.status ?? status)
    .type(`${mediaType}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message: error.message, extensions }] }));
}
