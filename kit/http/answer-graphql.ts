import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import { isPublicError } from "../errors";
import { sendError, sendRefusal } from "./error-answers";
import type { GraphQLExecutor } from "./graphql-executor";
import type { GraphQLRequestBody } from "./graphql-request";
import type { HttpLimits } from "./http-limits";
import { HttpRefusal } from "./http-refusal";
import { preferredMediaType } from "./media-type";
import { requestTimeout, type UnderWay, withinGrace, withLife } from "./request-life";

export interface GraphQLAnswering {
  executor: GraphQLExecutor;
  limits: Required<HttpLimits>;
  underWay: UnderWay;
  /** Looks at an operation before it is parsed and validated; throws a public error to refuse it. */
  admit?(operation: GraphQLRequestBody): void;
}

/** Answers one GraphQL request, from reading it to sending what the executor made of it. */
export async function answerGraphQL(
  { executor, limits, underWay, admit }: GraphQLAnswering,
  request: FastifyRequest,
  reply: FastifyReply,
  read: (signal: AbortSignal) => Promise<GraphQLRequestBody>,
): Promise<FastifyReply> {
  const { accept, "content-type": contentType } = request.headers;
  const mediaType = preferredMediaType(accept);
  try {
    return await withLife(reply, limits.requestMilliseconds, underWay, async (signal) => {
      const body = await read(signal);
      try {
        admit?.(body);
      } catch (error) {
        if (!isPublicError(error)) throw error;
        return sendError(reply, mediaType === "application/json" ? 200 : 400, error as GraphQLError, mediaType);
      }
      const executed = executor.execute(
        { body, method: request.method, accept, contentType },
        { signal, requestId: request.id, request },
      );
      const answer = await withinGrace(executed, signal, limits.graceMilliseconds);
      if (answer === undefined) {
        const { reason } = signal;
        const error = isPublicError(reason) ? (reason as GraphQLError) : requestTimeout(limits.requestMilliseconds);
        return sendError(reply, 504, error, mediaType);
      }
      for (const [name, value] of answer.headers) reply.header(name, value);
      return reply.code(answer.status).send(answer.body);
    });
  } catch (error) {
    if (error instanceof HttpRefusal) return sendRefusal(reply, error);
    // An executor says so of callers whom it does not let in.
    if (isPublicError(error)) {
      return sendError(reply.header("cache-control", "no-store"), 500, error as GraphQLError, mediaType);
    }
    throw error;
  }
}
