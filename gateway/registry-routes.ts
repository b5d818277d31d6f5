import { type Readable, Transform } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Agent, type Dispatcher } from "undici";
import { CALLER_HEADER } from "../kit/caller-header";
import type { WithinLife } from "../kit/http";
import { type ProblemDetails, sendProblem } from "../kit/http/problem-json";
import { sendStream } from "../kit/http/send-stream";
import type { Logger } from "../kit/logger";
import { createCallers } from "./name-callers";

export interface RegistryRoutesOptions {
  readonly logger: Logger;
  /** Where the registry is; undefined when there is none. */
  registryUrl(): string | undefined;
  readonly urlBytes: number;
}

const BODY_BYTES = 2 * 1024 * 1024;
/** For one call: composing every owner's subgraph takes seconds, and several may be in line. */
const CALL_MILLISECONDS = 120_000;

const REQUEST_HEADERS = ["authorization", "content-type", "accept", "user-agent", "if-none-match"] as const;

const RESPONSE_HEADERS = [
  "content-type",
  "content-length",
  "cache-control",
  "etag",
  "location",
  "x-kommungraf-supergraph",
  "retry-after",
  "www-authenticate",
  "allow",
  "link",
  "vary",
] as const;

/** Plain names between slashes, none of which begins with a dot, and a search: nothing encoded, nothing climbs. */
const ADDRESS = /^\/(?:registry(?:\/[A-Za-z0-9_-][A-Za-z0-9_.~-]*)+|supergraph\.graphql)(?:\?[!"$-~]*)?$/;

class TooLarge extends Error {}

/** Lets the registry's API and its supergraph through. A caller's token goes to the registry and nowhere else. */
export function registryRoutes({
  logger,
  registryUrl,
  urlBytes,
}: RegistryRoutesOptions): (app: FastifyInstance, withinLife: WithinLife) => void {
  const callerOf = createCallers();
  // Each call has a connection of its own: one that was kept could close under a publication, which cannot be sent twice.
  const agent = new Agent({ pipelining: 0, connect: { timeout: 5000 } });

  return (app, withinLife) => {
    app.addHook("onClose", () => agent.close());
    serve("/registry/*", ["GET", "POST", "PUT", "DELETE"]);
    serve("/supergraph.graphql", ["GET", "HEAD"]);

    function serve(url: string, methods: readonly string[]): void {
      app.route({
        method: app.supportedMethods.filter((method) => !methods.includes(method) && method !== "OPTIONS"),
        url,
        handler: (_request, reply) => sendProblem(reply.header("allow", methods.join(", ")), otherMethod(methods)),
      });
      app.route({
        method: [...methods],
        url,
        exposeHeadRoute: false,
        handler: (request, reply) => answer(request, reply, withinLife),
      });
    }
  };

  async function answer(request: FastifyRequest, reply: FastifyReply, withinLife: WithinLife): Promise<FastifyReply> {
    const path = request.raw.url ?? "";
    const registry = registryUrl();
    if (registry === undefined || path.length > urlBytes || !ADDRESS.test(path)) return refuse(reply, NOTHING_HERE);
    if (request.headers["content-encoding"] !== undefined) return refuse(reply, ENCODED);
    if (Number(request.headers["content-length"] ?? 0) > BODY_BYTES) return refuse(reply, TOO_LARGE);
    try {
      await withinLife(reply, CALL_MILLISECONDS, (signal) =>
        pass(new URL(registry).origin, path, request, reply, signal),
      );
    } catch (error) {
      if (reply.raw.destroyed) return reply;
      if (reply.raw.headersSent) {
        reply.raw.destroy();
        return reply;
      }
      if (error instanceof TooLarge) return refuse(reply, TOO_LARGE);
      // Neither the address nor any header of the caller's is written down.
      logger.warn({ requestId: request.id, err: error }, "The registry could not be asked");
      return refuse(reply.header("retry-after", "5"), AWAY);
    }
    return reply;
  }

  async function pass(
    origin: string,
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<void> {
    const { method } = request;
    const given = REQUEST_HEADERS.map((name) => [name, request.headers[name]]).filter(
      ([, value]) => value !== undefined,
    );
    const { statusCode, headers, body } = await agent.request({
      origin,
      path,
      method: method as Dispatcher.HttpMethod,
      headers: { ...Object.fromEntries(given), "x-request-id": request.id, [CALLER_HEADER]: callerOf(request.ip) },
      ...((method === "POST" || method === "PUT") && { body: bounded(request.raw) }),
      signal,
      headersTimeout: CALL_MILLISECONDS,
      bodyTimeout: CALL_MILLISECONDS,
    });
    if (statusCode < 200 || (statusCode > 299 && statusCode !== 304 && statusCode < 400)) {
      await body.dump();
      throw new Error(`The registry answered with status ${statusCode}`);
    }
    for (const name of RESPONSE_HEADERS) {
      const value = headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    reply.code(statusCode).header("access-control-expose-headers", "x-request-id, etag, location, retry-after");
    if (method === "HEAD" || statusCode === 204 || statusCode === 304) {
      await body.dump();
      reply.send();
      return;
    }
    await sendStream(reply, body);
  }
}

/** The stream, which fails as soon as it has grown beyond what a registry reads. */
function bounded(stream: Readable): Readable {
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > BODY_BYTES) done(new TooLarge());
      else done(null, chunk);
    },
  });
  stream.once("error", (error) => counted.destroy(error));
  return stream.pipe(counted);
}

function refuse(reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  const { "content-length": length, "transfer-encoding": chunked } = reply.request.headers;
  // What was not read of a body makes its connection useless.
  if (chunked !== undefined || Number(length ?? 0) > 0) {
    reply.header("connection", "close");
    reply.request.raw.resume();
  }
  return sendProblem(reply.header("cache-control", "no-store"), problem);
}

const NOTHING_HERE: ProblemDetails = {
  kind: "wrong-address",
  status: 404,
  title: "There is nothing here",
  detail: "There is nothing at this address. Addresses of the registry are plain names after /registry/.",
};

const otherMethod = (methods: readonly string[]): ProblemDetails => ({
  kind: "method-not-allowed",
  status: 405,
  title: "This address takes another method",
  detail: `Use ${methods.join(", ")}.`,
});

const ENCODED: ProblemDetails = {
  kind: "encoded-body",
  status: 415,
  title: "The body is compressed",
  detail: "Send the body as it is, without content-encoding.",
};

const TOO_LARGE: ProblemDetails = {
  kind: "body-too-large",
  status: 413,
  title: "The body is too large",
  detail: `The body has more than ${BODY_BYTES} bytes.`,
};

const AWAY: ProblemDetails = {
  kind: "not-available",
  status: 503,
  title: "Not available just now",
  detail: "The registry is not available. Try again in a moment; the graph itself is served all the while.",
};
