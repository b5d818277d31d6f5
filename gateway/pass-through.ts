import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Agent, Dispatcher } from "undici";
import type { AccessRule, TokenVerifier } from "../kit/access";
import { CALLER_HEADER } from "../kit/caller-header";
import type { WithinLife } from "../kit/http";
import { refuseOtherMethods } from "../kit/http/other-methods";
import { type ProblemDetails, sendProblem } from "../kit/http/problem-json";
import { sendStream } from "../kit/http/send-stream";
import type { Logger } from "../kit/logger";
import { refusedFile } from "./access/check-file";
import { isClosedConnection } from "./datasource/send";
import { createCallers } from "./name-callers";

/** A folder of the public address whose files a subgraph gives, such as /comparisons/x.csv. */
export interface PassThrough {
  /** Words with slashes between them, the same in the subgraph's own address. */
  readonly folder: string;
  readonly subgraph: string;
  /** Whether the folder itself says what is in it. */
  readonly hasIndex?: boolean;
  /** Headers of a request that it learns of beside those of every folder. */
  readonly requestHeaders?: readonly string[];
  /** Whether it is told callers apart by CALLER_HEADER. */
  readonly tellsCallers?: boolean;
  /** Who gets which of its files, by the parameters of their addresses; without it everybody does. */
  readonly access?: AccessRule;
}

export const defaultPassThrough: readonly PassThrough[] = [
  { folder: "comparisons", subgraph: "comparisons" },
  {
    folder: "bulk/v1",
    subgraph: "opendata",
    hasIndex: true,
    requestHeaders: ["accept-encoding", "authorization"],
    tellsCallers: true,
    access: { when: "unpublished", reporter: "municipality", reader: "source" },
  },
];

export interface PassThroughOptions {
  readonly agent: Agent;
  readonly logger: Logger;
  /** Tells who asks for a folder's files that are not everybody's; without it, that is left to the subgraph. */
  readonly tokens?: TokenVerifier | undefined;
  /** Routing URL of a subgraph; undefined when the supergraph has none of that name. */
  urlOf(subgraph: string): string | undefined;
  readonly urlBytes: number;
  /** Until the subgraph begins to answer. */
  readonly subgraphMilliseconds: number;
  /** For a whole file, however slowly the client reads. */
  readonly fileMilliseconds: number;
}

/** What a subgraph learns of who asks. */
const REQUEST_HEADERS = ["accept", "accept-language", "if-none-match"] as const;

/** All that a client sees of the subgraph's answer; security headers are the gateway's own. */
const RESPONSE_HEADERS = [
  "content-type",
  "content-encoding",
  "content-language",
  "content-length",
  "content-disposition",
  "content-security-policy",
  "cache-control",
  "etag",
  "last-modified",
  "link",
  "retry-after",
  "vary",
  "www-authenticate",
] as const;

class NoFirstByte extends Error {}

/** Lets the files of a folder through from a subgraph, as they come, and nothing else that the subgraph has. */
export function passThroughRoutes(
  { folder, subgraph, hasIndex = false, requestHeaders = [], tellsCallers = false, access }: PassThrough,
  options: PassThroughOptions,
): (app: FastifyInstance, withinLife: WithinLife) => void {
  // One plain name and a search, as they were sent: no further folder, no dots before it, nothing encoded.
  const file = "/[A-Za-z0-9_-][A-Za-z0-9_.-]*";
  const wanted = new RegExp(`^/${folder}${hasIndex ? `(?:${file}|/?)` : file}(?:\\?[!"$-~]*)?$`);
  const passedOn = [...REQUEST_HEADERS, ...requestHeaders];
  const { logger } = options;
  const callerOf = createCallers();

  return (app, withinLife) => {
    for (const url of hasIndex ? [`/${folder}`, `/${folder}/*`] : [`/${folder}/*`]) serve(app, url, withinLife);
  };

  function serve(app: FastifyInstance, route: string, withinLife: WithinLife): void {
    refuseOtherMethods(app, route);
    app.route({
      method: ["GET", "HEAD"],
      url: route,
      async handler(request, reply) {
        const url = request.raw.url ?? "";
        const routing = options.urlOf(subgraph);
        if (url.length > options.urlBytes) return sendProblem(reply, tooLong(options.urlBytes));
        if (routing === undefined || !wanted.test(url)) return sendProblem(reply, NOTHING_HERE);
        const refused = access && options.tokens && (await refusedFile(access, request, reply, options.tokens));
        if (refused) return refused;
        try {
          await withinLife(reply, options.fileMilliseconds, (signal) =>
            pass(new URL(routing).origin, url, request, reply, signal),
          );
        } catch (error) {
          if (reply.raw.destroyed) return reply;
          // What the address holds is the client's own business, and stays out of the log.
          logger.warn({ requestId: request.id, subgraph, err: error }, "A file could not be passed through");
          if (reply.raw.headersSent) {
            reply.raw.destroy();
            return reply;
          }
          return refuse(reply, error instanceof NoFirstByte ? TOO_SLOW : AWAY);
        }
        return reply;
      },
    });
  }

  async function pass(
    origin: string,
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
    signal: AbortSignal,
  ): Promise<void> {
    const answer = await ask({ origin, path, method: request.method === "HEAD" ? "HEAD" : "GET" }, request, signal);
    const { statusCode: status, headers, body } = answer;
    if (status !== 200 && status !== 304 && (status < 400 || status > 499)) {
      await body.dump();
      logger.warn({ requestId: request.id, subgraph, status }, "A subgraph gave no file");
      refuse(reply, AWAY);
      return;
    }
    for (const name of RESPONSE_HEADERS) {
      const value = headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    // Scripts of other pages may read these too; the plain ones they may anyway.
    reply
      .code(status)
      .header(
        "access-control-expose-headers",
        "x-request-id, etag, link, content-disposition, retry-after, www-authenticate",
      );
    if (request.method === "HEAD" || status === 304) {
      await body.dump();
      reply.send();
      return;
    }
    await sendStream(reply, body);
  }

  /** Asks once more when a kept-alive connection turned out to be closed. */
  async function ask(
    target: { origin: string; path: string; method: "GET" | "HEAD" },
    request: FastifyRequest,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const life = new AbortController();
    const timer = setTimeout(() => life.abort(new NoFirstByte()), options.subgraphMilliseconds);
    const given = passedOn.map((name) => [name, request.headers[name]]).filter(([, value]) => value !== undefined);
    const once = () =>
      options.agent.request({
        ...target,
        headers: {
          ...Object.fromEntries(given),
          "x-request-id": request.id,
          ...(tellsCallers && { [CALLER_HEADER]: callerOf(request.ip) }),
        },
        signal: AbortSignal.any([signal, life.signal]),
        headersTimeout: options.subgraphMilliseconds + 1000,
        bodyTimeout: options.fileMilliseconds,
      });
    try {
      return await once().catch((error) => {
        if (isClosedConnection(error) && !signal.aborted && !life.signal.aborted) return once();
        throw error;
      });
    } catch (error) {
      throw life.signal.aborted ? life.signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }
}

function refuse(reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  return sendProblem(reply.header("retry-after", "5").header("cache-control", "no-store"), problem);
}

const NOTHING_HERE: ProblemDetails = {
  kind: "wrong-address",
  status: 404,
  title: "There is nothing here",
  detail: "There is nothing at this address. Copy the whole link, without anything before or after it.",
};

const tooLong = (urlBytes: number): ProblemDetails => ({
  kind: "address-too-long",
  status: 414,
  title: "The address is too long",
  detail: `The address has more than ${urlBytes} characters.`,
});

const AWAY: ProblemDetails = {
  kind: "not-available",
  status: 503,
  title: "Not available just now",
  detail: "This part of the hub is not available. Try again in a moment.",
};

const TOO_SLOW: ProblemDetails = {
  kind: "took-too-long",
  status: 504,
  title: "It took too long",
  detail: "This part of the hub did not answer in time. Try again, or ask for less.",
};
