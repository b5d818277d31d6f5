import { randomUUID } from "node:crypto";
import type { AddressInfo, Socket } from "node:net";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLError } from "graphql";
import { isPublicError, publicError } from "../errors";
import type { Logger } from "../logger";
import { type GraphQLRequestBody, readPostedRequest, readQueryString } from "./graphql-request";
import { HttpRefusal } from "./http-refusal";
import { preferredMediaType, prefersHtml } from "./media-type";
import { bindScope, type RequestContextSeed } from "./request-scope";
import { securityHeaders } from "./security-headers";

export interface HttpLimits {
  /** The largest request body, as sent and as decompressed. */
  bodyBytes: number;
  /** The longest address of a GET request, in characters. Default 8,192. */
  urlBytes?: number;
  /** After this the request's signal aborts. */
  requestMilliseconds: number;
  /** How long after the signal a partial answer may still come, before a bare REQUEST_TIMEOUT is sent. Default 1,000. */
  graceMilliseconds?: number;
  /** How long a stop waits for requests under way. Default 10,000. */
  drainMilliseconds?: number;
}

export interface GraphQLHttpOptions<C extends object> {
  name: string;
  logger: Logger;
  /** Made by `createApolloServer`; the service starts and stops it. */
  apollo: ApolloServer<C>;
  createContext(seed: RequestContextSeed): C | Promise<C>;
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
  routes?(app: FastifyInstance): void;
}

export interface GraphQLHttpService {
  start(at: { host: string; port: number }): Promise<{ url: string }>;
  /** Lets requests under way finish, then closes every connection and Apollo Server. */
  stop(): Promise<void>;
}

type State = "built" | "serving" | "stopping" | "stopped";

const REQUEST_ID = /^[\w.-]{1,64}$/;

/**
 * The HTTP front of everything here that speaks GraphQL: `/graphql` by POST and GET, `/health/live`, `/health/ready`,
 * limits, request ids and a graceful stop. Built without listening.
 */
export function createGraphQLHttpService<C extends object>(options: GraphQLHttpOptions<C>): GraphQLHttpService {
  const { limits, logger, apollo } = options;
  const urlBytes = limits.urlBytes ?? 8192;
  const operationNames = new WeakMap<FastifyRequest, string>();
  const underWay = new Set<AbortController>();
  let state: State = "built";

  const app = fastify({
    logger: false,
    genReqId: (raw) => {
      const given = raw.headers["x-request-id"];
      return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
    },
    // Twice the address that is allowed, so that a longer one still gets an answer in GraphQL's shape.
    http: { maxHeaderSize: Math.max(16_384, urlBytes * 2) },
    routerOptions: { maxParamLength: 200 },
    requestTimeout: limits.requestMilliseconds + 30_000,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    clientErrorHandler: answerUnreadable,
  });

  // Bodies are read by readBody alone, which stops at the limit while it decompresses.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  if (options.cors) {
    app.register(cors, {
      origin: "*",
      methods: ["GET", "POST", "OPTIONS"],
      exposedHeaders: ["x-request-id"],
      maxAge: 86_400,
    });
  }
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders).header("x-request-id", request.id);
  });
  app.addHook("onSend", async (_request, reply) => {
    if (state === "stopping") reply.header("connection", "close");
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    logger[route.startsWith("/health") ? "debug" : "info"](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        operationName: operationNames.get(request),
      },
      "request",
    );
  });
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HttpRefusal) return refuse(reply, error);
    logger.error({ requestId: request.id, err: error }, "The HTTP front failed");
    const problem = publicError("INTERNAL_SERVER_ERROR", "Something failed in the hub; its log has the details.", {
      requestId: request.id,
    });
    return sendErrors(reply, 500, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    refuse(
      reply,
      request.raw.url?.split("?")[0] === "/graphql"
        ? new HttpRefusal(405, "BAD_REQUEST", "Use POST, or GET for a query.", {}, true)
        : new HttpRefusal(404, "BAD_REQUEST", "There is nothing at this address. GraphQL is at /graphql.", {}, true),
    ),
  );

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    if (state !== "serving") return reply.code(503).send({ status: "stopping" });
    const { ready, details } = await options.ready();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", ...details });
  });
  app.route({
    method: "POST",
    url: "/graphql",
    handler: (request, reply) =>
      answer(request, reply, (signal) => readPostedRequest(request, limits.bodyBytes, signal)),
  });
  app.route({
    method: "GET",
    url: "/graphql",
    exposeHeadRoute: false,
    handler: (request, reply) => {
      if (options.page && prefersHtml(request.headers.accept)) return options.page(request, reply);
      return answer(request, reply, async () => readQueryString(request, urlBytes));
    },
  });
  options.routes?.(app);

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    read: (signal: AbortSignal) => Promise<GraphQLRequestBody>,
  ): Promise<FastifyReply> {
    const life = new AbortController();
    underWay.add(life);
    const { signal } = life;
    const timer = setTimeout(() => life.abort(requestTimeout(limits.requestMilliseconds)), limits.requestMilliseconds);
    const onClose = () => {
      if (!reply.raw.writableFinished) life.abort(new Error("The client went away"));
    };
    reply.raw.once("close", onClose);
    try {
      const body = await read(signal);
      if (body.operationName) operationNames.set(request, body.operationName.slice(0, 100));
      try {
        options.admit?.(body);
      } catch (error) {
        if (!isPublicError(error)) throw error;
        const mediaType = preferredMediaType(request.headers.accept);
        return sendErrors(reply, mediaType === "application/json" ? 200 : 400, error as GraphQLError, mediaType);
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
          return bindScope(await options.createContext(seed), seed);
        },
      });
      const result = await withinGrace(executed, signal, limits.graceMilliseconds ?? 1000);
      if (result === undefined) {
        const error = isPublicError(signal.reason)
          ? (signal.reason as GraphQLError)
          : requestTimeout(limits.requestMilliseconds);
        return sendErrors(reply, 504, error, preferredMediaType(request.headers.accept));
      }
      if (result.body.kind !== "complete") throw new Error("Incremental delivery is not served");
      for (const [name, value] of result.headers) reply.header(name, value);
      return reply.code(result.status ?? 200).send(result.body.string);
    } catch (error) {
      if (error instanceof HttpRefusal) return refuse(reply, error);
      throw error;
    } finally {
      clearTimeout(timer);
      underWay.delete(life);
      // The answer may still be on its way out: what is aborted by a client that leaves now is nobody's work any more.
      reply.raw.off("close", onClose);
    }
  }

  return {
    async start({ host, port }) {
      if (state !== "built") throw new Error(`${options.name} is ${state}; a service starts once`);
      await apollo.start();
      try {
        await app.listen({ host, port });
      } catch (error) {
        await apollo.stop();
        throw error;
      }
      state = "serving";
      const address = app.server.address() as AddressInfo;
      const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
      return { url: `http://${shown}:${address.port}` };
    },
    async stop() {
      if (state !== "serving") return;
      state = "stopping";
      const drainMilliseconds = limits.drainMilliseconds ?? 10_000;
      const hurry = setTimeout(() => {
        for (const life of underWay) life.abort(requestTimeout(drainMilliseconds));
      }, drainMilliseconds);
      const force = setTimeout(
        () => app.server.closeAllConnections(),
        drainMilliseconds + 2 * (limits.graceMilliseconds ?? 1000),
      );
      try {
        await app.close();
        await apollo.stop();
      } finally {
        clearTimeout(hurry);
        clearTimeout(force);
        state = "stopped";
      }
    },
  };
}

/** What Node's parser cannot read never becomes a request; its answer has the same shape all the same. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, code, message] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? (["431 Request Header Fields Too Large", "PAYLOAD_TOO_LARGE", "The address and headers are too long."] as const)
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? (["408 Request Timeout", "REQUEST_TIMEOUT", "The request did not arrive in time."] as const)
        : (["400 Bad Request", "BAD_REQUEST", "This is not an HTTP request."] as const);
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function requestTimeout(milliseconds: number): GraphQLError {
  return publicError("REQUEST_TIMEOUT", `The request took longer than ${milliseconds} ms and was stopped.`, {
    limit: milliseconds,
  });
}

/** The result, or undefined when it has not come by the grace time after the signal. */
function withinGrace<T>(result: Promise<T>, signal: AbortSignal, graceMilliseconds: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      timer = setTimeout(() => resolve(undefined), graceMilliseconds);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    result.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", onAbort);
      clearTimeout(timer);
    });
  });
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

function refuse(reply: FastifyReply, refusal: HttpRefusal): FastifyReply {
  if (refusal.closeConnection) {
    reply.header("connection", "close");
    // What the client is still sending is thrown away, so that it gets to reading the answer.
    reply.request.raw.resume();
  }
  if (refusal.status === 405) reply.header("allow", "GET, POST");
  return sendErrors(reply, refusal.status, refusal.error, preferredMediaType(reply.request.headers.accept));
}

function sendErrors(
  reply: FastifyReply,
  status: number,
  error: GraphQLError,
  mediaType: string = "application/json",
): FastifyReply {
  const { http: _, ...extensions } = error.extensions;
  return reply
    .code(status)
    .type(`${mediaType}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message: error.message, extensions }] }));
}
