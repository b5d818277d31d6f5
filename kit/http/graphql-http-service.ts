import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "../logger";
import { answerGraphQL } from "./answer-graphql";
import type { GraphQLExecutor } from "./graphql-executor";
import { type GraphQLRequestBody, readPostedRequest, readQueryString } from "./graphql-request";
import { createHttpApp } from "./http-app";
import { defaultHttpLimits, type HttpLimits } from "./http-limits";
import { createLifeCycle } from "./life-cycle";
import { prefersHtml } from "./media-type";
import { type UnderWay, withLife } from "./request-life";

export interface GraphQLHttpOptions {
  name: string;
  logger: Logger;
  /** The service starts and stops it. */
  executor: GraphQLExecutor;
  /** What `/health/ready` answers; not asked while stopping. */
  ready(): Promise<{ ready: boolean; details?: object }>;
  limits: HttpLimits;
  /** Whether scripts of other origins may read the answers; there are no credentials to protect. */
  cors?: boolean;
  /** Looks at an operation before it is parsed and validated; throws a public error to refuse it. */
  admit?(operation: GraphQLRequestBody): void;
  /** Answers a browser that opens `/graphql`. */
  page?(request: FastifyRequest, reply: FastifyReply): unknown;
  /** Further routes of the same server. */
  routes?(app: FastifyInstance, withinLife: WithinLife): void;
}

/**
 * Runs the work of one request of a further route with a signal that aborts when the client goes away, when the time is up
 * and when the service stops.
 */
export type WithinLife = <T>(
  reply: FastifyReply,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

export interface GraphQLHttpService {
  start(at: { host: string; port: number }): Promise<{ url: string }>;
  /** Lets requests under way finish, then closes every connection and stops the executor. */
  stop(): Promise<void>;
}

/**
 * The HTTP front of everything here that speaks GraphQL: `/graphql` by POST and GET, `/health/live`, `/health/ready`,
 * limits, request ids and a graceful stop. Built without listening.
 */
export function createGraphQLHttpService(options: GraphQLHttpOptions): GraphQLHttpService {
  const { name, logger, executor, admit } = options;
  const limits = { ...defaultHttpLimits, ...options.limits };
  const underWay: UnderWay = new Set();
  const life = createLifeCycle(name, executor, limits, underWay);
  const app = createHttpApp({
    logger,
    limits,
    cors: options.cors ?? false,
    isStopping: () => life.state() === "stopping",
  });
  const answering = { executor, limits, underWay, admit };

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    if (life.state() !== "serving") return reply.code(503).send({ status: "stopping" });
    const { ready, details } = await options.ready();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", ...details });
  });
  app.post("/graphql", (request, reply) =>
    answerGraphQL(answering, request, reply, (signal) => readPostedRequest(request, limits.bodyBytes, signal)),
  );
  app.get("/graphql", { exposeHeadRoute: false }, (request, reply) => {
    if (options.page && prefersHtml(request.headers.accept)) return options.page(request, reply);
    return answerGraphQL(answering, request, reply, async () => readQueryString(request, limits.urlBytes));
  });
  options.routes?.(app, (reply, milliseconds, work) => withLife(reply, milliseconds, underWay, work));

  return { start: (at) => life.start(app, at), stop: () => life.stop(app) };
}
