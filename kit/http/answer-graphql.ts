import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import { isPublicError } from "../errors";
import { sendError, sendRefusal } from "./error-answers";
import type { GraphQLRequestBody } from "./graphql-request";
import type { HttpLimits } from "./http-limits";
import { HttpRefusal } from "./http-refusal";
import { preferredMediaType } from "./media-type";
import { requestTimeout, type UnderWay, withinGrace, withLife } from "./request-life";
import { bindScope, type RequestContextSeed } from "./request-scope";

export interface GraphQLAnswering<C extends object> {
  apollo: ApolloServer<C>;
  limits: Required<HttpLimits>;
  underWay: UnderWay;
  createContext(seed: RequestContextSeed): C | Promise<C>;
  /** Looks at an operation before it is parsed and validated; throws a public error to refuse it. */
  admit?(operation: GraphQLRequestBody): void;
}

/** Answers one GraphQL request, from reading it to sending what Apollo Server made of it. */
export async function answerGraphQL<C extends object>(
  { apollo, limits, underWay, createContext, admit }: GraphQLAnswering<C>,
  request: FastifyRequest,
  reply: FastifyReply,
  read: (signal: AbortSignal) => Promise<GraphQLRequestBody>,
): Promise<FastifyReply> {
  const mediaType = preferredMediaType(request.headers.accept);
  try {
    return await withLife(reply, limits.requestMilliseconds, underWay, async (signal) => {
      const body = await read(signal);
      try {
        admit?.(body);
      } catch (error) {
        if (!isPublicError(error)) throw error;
        return sendError(reply, mediaType === "application/json" ? 200 : 400, error as GraphQLError, mediaType);
      }
      const executed = apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: headerMap(request),
          search: request.method === "GET" ? searchOf(body) : "",
          body,
        },
        context: async () => {
          const seed: RequestContextSeed = { signal, requestId: request.id, request };
          return bindScope(await createContext(seed), seed);
        },
      });
      const result = await withinGrace(executed, signal, limits.graceMilliseconds);
      if (result === undefined) {
        const { reason } = signal;
        const error = isPublicError(reason) ? (reason as GraphQLError) : requestTimeout(limits.requestMilliseconds);
        return sendError(reply, 504, error, mediaType);
      }
      if (result.body.kind !== "complete") throw new Error("Incremental delivery is not served");
      for (const [name, value] of result.headers) reply.header(name, value);
      return reply.code(result.status ?? 200).send(result.body.string);
    });
  } catch (error) {
    if (error instanceof HttpRefusal) return sendRefusal(reply, error);
    throw error;
  }
}

function searchOf({ query, operationName, variables }: GraphQLRequestBody): string {
  const parameters = new URLSearchParams({ query });
  if (operationName) parameters.set("operationName", operationName);
  if (variables) parameters.set("variables", JSON.stringify(variables));
  return `?${parameters}`;
}

function headerMap(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}
