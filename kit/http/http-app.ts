import { randomUUID } from "node:crypto";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance } from "fastify";
import { publicError } from "../errors";
import type { Logger } from "../logger";
import { sendError, sendRefusal } from "./error-answers";
import type { HttpLimits } from "./http-limits";
import { HttpRefusal } from "./http-refusal";
import { securityHeaders } from "./security-headers";
import { answerUnreadable } from "./unreadable";

const REQUEST_ID = /^[\w.-]{1,64}$/;

const UNREADABLE_ADDRESS =
  "The address cannot be read: what stands after a % in it is no UTF-8. Copy the whole address.";

export interface HttpAppOptions {
  logger: Logger;
  limits: Required<HttpLimits>;
  cors: boolean;
  isStopping(): boolean;
}

/** An HTTP server without routes: request ids, security headers, one log line per request, errors in one shape. */
export function createHttpApp({ logger, limits, isStopping, ...options }: HttpAppOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    genReqId: (raw) => {
      const given = raw.headers["x-request-id"];
      return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
    },
    // Twice the address that is allowed, so that a longer one still gets an answer in GraphQL's shape.
    http: { maxHeaderSize: Math.max(16_384, limits.urlBytes * 2) },
    routerOptions: { maxParamLength: 200 },
    requestTimeout: limits.requestMilliseconds + 30_000,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    clientErrorHandler: answerUnreadable,
    // What the router itself cannot take, such as %ff, comes before every hook.
    frameworkErrors(_error, request, reply) {
      reply.headers(securityHeaders).header("x-request-id", request.id);
      sendRefusal(reply, new HttpRefusal(400, "BAD_REQUEST", UNREADABLE_ADDRESS, {}, true));
    },
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
    if (isStopping()) reply.header("connection", "close");
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    // Nothing that the caller wrote: a name of an operation is free text too.
    logger[route.startsWith("/health") ? "debug" : "info"](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      "request",
    );
  });
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HttpRefusal) return sendRefusal(reply, error);
    logger.error({ requestId: request.id, err: error }, "The HTTP front failed");
    const problem = publicError("INTERNAL_SERVER_ERROR", "Something failed in the hub; its log has the details.", {
      requestId: request.id,
    });
    return sendError(reply, 500, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    sendRefusal(
      reply,
      request.raw.url?.split("?")[0] === "/graphql"
        ? new HttpRefusal(405, "BAD_REQUEST", "Use POST, or GET for a query.", {}, true)
        : new HttpRefusal(404, "BAD_REQUEST", "There is nothing at this address. GraphQL is at /graphql.", {}, true),
    ),
  );
  return app;
}
