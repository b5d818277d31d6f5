import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { checkAccess, noIssuers, readCaller } from "../../kit/access";
import { callerOf } from "../../kit/caller-header";
import { isPublicError } from "../../kit/errors";
import type { GraphQLHttpOptions, WithinLife } from "../../kit/http";
import { refuseOtherMethods } from "../../kit/http/other-methods";
import { sendProblem } from "../../kit/http/problem-json";
import type { RoomOptions } from "../../kit/room";
import { FOLDER, readAddress } from "./address";
import { answerFile, answerHead, type FileQuestion } from "./answer-file";
import { answerDescription } from "./describe/answer-description";
import { type LowestSpeed, lowestSpeed, SlowClientError } from "./lowest-speed";
import { readQuestion } from "./parameters";
import { detailsOf, languageOf, Problem } from "./problem";
import { createShares, type Downloader } from "./shares";

/** For a whole file, however slowly it is read: its snapshot holds a connection as long. */
const FILE_MILLISECONDS = 300_000;

/** Of the database's connections: files that are read slowly must not take every one from the graph. */
const SHARE_OF_CONNECTIONS = 0.4;
const MOST_EACH = 2;
const MOST_WAITING = 20;

export interface BulkLimits {
  /** Who finds every place taken waits no longer, and is told to come back. */
  readonly waitMilliseconds: number;
  /** Who takes less of a file has the connection cut. */
  readonly lowestSpeed: LowestSpeed;
}

const defaultLimits: BulkLimits = { waitMilliseconds: 3000, lowestSpeed };

/** As `@access` of followUpReports says, with the parameters for arguments. */
const UNPUBLISHED = { when: "unpublished", reporter: "municipality", reader: "source" };

/** The bulk files at /bulk/v1/. */
export function bulkRoutes(
  options: RoomOptions,
  limits: Partial<BulkLimits> = {},
): NonNullable<GraphQLHttpOptions["routes"]> {
  const { database, logger, publicUrl, tokens = noIssuers } = options;
  const { waitMilliseconds, lowestSpeed } = { ...defaultLimits, ...limits };
  const most = Math.max(1, Math.floor(database.poolSize * SHARE_OF_CONNECTIONS));
  const withinShare = createShares({
    most,
    mostEach: MOST_EACH,
    mostWithoutToken: Math.max(1, most - 1),
    mostWaiting: MOST_WAITING,
  });

  return (app: FastifyInstance, withinLife: WithinLife): void => {
    for (const url of [FOLDER, `${FOLDER}/*`]) {
      refuseOtherMethods(app, url);
      app.route({ method: ["GET", "HEAD"], url, handler: (request, reply) => handle(request, reply, withinLife) });
    }
  };

  async function handle(request: FastifyRequest, reply: FastifyReply, withinLife: WithinLife): Promise<FastifyReply> {
    reply.header("vary", "accept-encoding, authorization");
    try {
      const address = readAddress(request.raw.url ?? "");
      if (address.kind !== "file") return answerDescription(request, reply, address, publicUrl());
      const asked: FileQuestion = {
        file: address,
        question: readQuestion(address.dataset, address.search),
        identity: await readCaller(request.raw.headersDistinct.authorization, tokens),
      };
      if (options.checkAccess !== false) {
        const { unpublished, filters } = asked.question;
        checkAccess(UNPUBLISHED, { unpublished, ...filters }, asked.identity);
      }
      await withinLife(reply, FILE_MILLISECONDS, (signal) => answer(request, reply, asked, signal));
    } catch (error) {
      if (error instanceof SlowClientError) logger.info({ requestId: request.id }, "A bulk file was read too slowly");
      if (reply.raw.destroyed) return reply;
      if (reply.sent || reply.raw.headersSent) {
        logger.error({ requestId: request.id, err: error }, "A bulk file was cut short");
        reply.raw.destroy();
        return reply;
      }
      return refuse(request, reply, problemOf(error));
    }
    return reply;
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: FileQuestion,
    signal: AbortSignal,
  ): Promise<void> {
    const onBehalf = { identity: asked.identity, requestId: request.id };
    const answering = { database, lowestSpeed, publicUrl };
    // What needs no rows waits for no file.
    if (request.method === "HEAD" || request.headers["if-none-match"] !== undefined) {
      const isAnswered = await database.snapshot(
        signal,
        (reader) => answerHead(answering, reader, request, reply, asked),
        onBehalf,
      );
      if (isAnswered) return;
    }
    await inTurn(downloaderOf(request, asked), signal, () =>
      database.snapshot(signal, (reader) => answerFile(answering, reader, request, reply, asked, signal), onBehalf),
    );
  }

  async function inTurn(by: Downloader, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    let hasBegun = false;
    try {
      await withinShare(by, AbortSignal.any([signal, AbortSignal.timeout(waitMilliseconds)]), () => {
        hasBegun = true;
        return work();
      });
    } catch (error) {
      throw hasBegun || signal.aborted ? error : new Problem("too-many-downloads");
    }
  }

  function problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    const code = isPublicError(error) ? (error as { extensions?: { code?: unknown } }).extensions?.code : undefined;
    if (code === "UNAUTHENTICATED") return new Problem("unauthenticated");
    if (code === "FORBIDDEN") return new Problem("forbidden");
    if (code === "DATABASE_UNAVAILABLE" || code === "IDENTITY_UNAVAILABLE") return new Problem("not-available");
    if (code === "REQUEST_TIMEOUT") return new Problem("took-too-long");
    return new Problem("failure", [], { cause: error });
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
    const language = languageOf(request.headers["accept-language"]);
    const details = detailsOf(problem, language);
    if (details.status === 500) logger.error({ requestId: request.id, err: problem.cause }, "A bulk file failed");
    if (details.status === 429 || details.status === 503) reply.header("retry-after", "10");
    if (details.status === 401) {
      const isGiven = request.headers.authorization !== undefined;
      reply.header("www-authenticate", `Bearer realm="kommungraf"${isGiven ? ', error="invalid_token"' : ""}`);
    }
    if (details.status === 403) {
      reply.header("www-authenticate", 'Bearer realm="kommungraf", error="insufficient_scope"');
    }
    for (const name of ["etag", "last-modified", "content-disposition", "content-encoding", "link"])
      reply.removeHeader(name);
    reply
      .header("cache-control", "no-store")
      .header("content-language", language)
      .header("vary", "accept-language, authorization");
    return sendProblem(reply, details);
  }
}

function downloaderOf(request: FastifyRequest, { identity }: FileQuestion): Downloader {
  return identity
    ? { name: `owner ${identity.owner}`, hasToken: true }
    : { name: `caller ${callerOf(request)}`, hasToken: false };
}
