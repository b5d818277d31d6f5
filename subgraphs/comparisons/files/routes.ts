import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SnapshotReader } from "../../../kit/database";
import { isPublicError } from "../../../kit/errors";
import type { WithinLife } from "../../../kit/http";
import { prefersHtml } from "../../../kit/http/media-type";
import { refuseOtherMethods } from "../../../kit/http/other-methods";
import { sendProblem } from "../../../kit/http/problem-json";
import { sendStream } from "../../../kit/http/send-stream";
import type { RoomOptions } from "../../../kit/room";
import { createSlots, NoSlotError } from "../../../kit/slots";
import { readDataVersion } from "../comparison/data-version";
import { openComparison } from "../comparison/open-comparison";
import { type Address, FOLDER, readAddress } from "./address";
import { etagOf, matchesEtag } from "./etag";
import { fileNameOf } from "./file-name";
import { FORMATS } from "./formats";
import { PAGE_POLICY } from "./html/layout";
import { problemPage } from "./html/problem-page";
import { BrokenLinkError, decodeLink, type Link, permalinkOf } from "./link";
import { type FileOptions, readOptions } from "./options";
import { Problem } from "./problem";
import type { WordLanguage } from "./words";

/** For a whole file, however slowly it is read: its snapshot holds a connection as long. */
const FILE_MILLISECONDS = 300_000;

/** Files that wait for others to be read; more are told to come back. */
const MOST_WAITING = 50;

type FileRouteOptions = Pick<RoomOptions, "database" | "logger" | "publicUrl">;

/** The addresses of comparisons and their files, on the subgraph's own server. */
export function fileRoutes({ database, logger, publicUrl }: FileRouteOptions) {
  // Files that are read slowly must not take every connection from the graph, nor from those who open a page.
  const withinSlot = createSlots(Math.max(1, Math.floor(database.poolSize * 0.3)), MOST_WAITING);

  /** A page is short, and waits for no file. */
  const inTurn = (address: Address, signal: AbortSignal, work: () => Promise<void>) =>
    address.format === "page" ? work() : withinSlot(signal, work);

  return (app: FastifyInstance, withinLife: WithinLife): void => {
    refuseOtherMethods(app, `${FOLDER}*`);
    app.route({
      method: ["GET", "HEAD"],
      // Tokens are longer than what the router takes for a parameter, and are not to be decoded.
      url: `${FOLDER}*`,
      async handler(request, reply) {
        reply.header("vary", "accept").header("cache-control", "public, no-cache");
        try {
          const address = readAddress(request.raw.url ?? "");
          const options = readOptions(address.format, address.search);
          const link = decodeLink(address.token);
          await withinLife(reply, FILE_MILLISECONDS, (signal) =>
            inTurn(address, signal, () =>
              database.snapshot(signal, (reader) => answer(reader, request, reply, { address, options, link })),
            ),
          );
        } catch (error) {
          if (reply.raw.destroyed) return reply;
          if (reply.sent || reply.raw.headersSent) {
            logger.error({ requestId: request.id, err: error }, "A file was cut short");
            reply.raw.destroy();
            return reply;
          }
          return answerProblem(request, reply, problemOf(error));
        }
        return reply;
      },
    });
  };

  interface Question {
    address: Address;
    options: FileOptions;
    link: Link;
  }

  async function answer(
    reader: SnapshotReader,
    request: FastifyRequest,
    reply: FastifyReply,
    { address, options, link }: Question,
  ): Promise<void> {
    // Before the question is looked at: of data that has moved on it may ask for what is no longer there.
    const { dataVersion, asOf } = await readDataVersion(reader, link.input.municipalities);
    const permalink = permalinkOf(publicUrl(), { input: link.input, dataVersion });
    if (dataVersion !== link.dataVersion) throw movedOn(reply, address, link, { dataVersion, asOf, permalink });
    const frame = await openComparison(reader, link.input);

    const isPage = address.format === "page" && prefersHtml(request.headers.accept);
    const format = FORMATS[address.format === "page" && !isPage ? "json" : address.format];
    const etag = etagOf(frame.id, `${format.extension}${format.edition ?? ""}`, {
      ...options,
      // Coverage and documents may change while the rows stay the same.
      asOf: frame.asOf?.getTime(),
    });
    // All that describes the file goes with a 304 too: a browser puts these headers in the place of those it has kept.
    reply.header("etag", etag).type(format.mediaType);
    if (isPage) reply.header("content-security-policy", PAGE_POLICY);
    if (address.format !== "page") {
      reply.header("content-disposition", `attachment; filename="${fileNameOf(frame, format.extension)}"`);
    }
    // The metadata describe the file without options.
    if (address.format === "csv" && !address.search) {
      reply.header("link", `<${permalink}.metadata.json>; rel="describedby"; type="application/csvm+json"`);
    }
    if (matchesEtag(request.headers["if-none-match"], etag)) return void reply.code(304).send();
    if (request.method === "HEAD") return void reply.send();

    const body = await format.write(reader, { frame, permalink, on: new Date() }, options);
    if (typeof body === "string") return void reply.send(body);
    body.once("error", (error) => {
      // A stream that is ended because the client has left fails too.
      if (!reply.raw.destroyed) logger.error({ requestId: request.id, err: error }, "A file was cut short");
    });
    await sendStream(reply, body);
  }

  function problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof NoSlotError) return new Problem("not-available");
    if (error instanceof BrokenLinkError) return new Problem("broken-link");
    const { code, mistakes } = isPublicError(error)
      ? ((error as { extensions?: Record<string, unknown> }).extensions ?? {})
      : {};
    if (code === "BAD_USER_INPUT") return new Problem("wrong-question", { mistakes });
    if (code === "DATABASE_UNAVAILABLE") return new Problem("not-available");
    if (code === "REQUEST_TIMEOUT") return new Problem("took-too-long");
    return new Problem("failure", {}, { cause: error });
  }

  function answerProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
    const { status } = problem;
    const members = { ...problem.members, ...(status === 500 && { requestId: request.id }) };
    if (status === 500) logger.error({ requestId: request.id, err: problem.cause }, "A file failed");
    if (status === 503) reply.header("retry-after", "5");
    reply.code(status).removeHeader("etag").removeHeader("content-disposition").removeHeader("content-security-policy");
    if (!prefersHtml(request.headers.accept)) {
      const { kind } = problem;
      return sendProblem(reply, { kind, status, title: problem.title("en"), detail: problem.detail("en"), members });
    }
    return reply
      .header("content-security-policy", PAGE_POLICY)
      .type("text/html; charset=utf-8")
      .send(problemPage(problem, members, languageOf(request.raw.url ?? "")));
  }
}

/** Of an address with a mistake in it, as far as it tells. */
function languageOf(url: string): WordLanguage {
  return new URLSearchParams(url.split("?")[1]).get("language") === "en" ? "en" : "sv";
}

/** Says where the same question over today's data is, in the same form. */
function movedOn(
  reply: FastifyReply,
  address: Address,
  link: Link,
  now: { dataVersion: string; asOf: Date | null; permalink: string },
): Problem {
  const { extension } = FORMATS[address.format];
  const search = address.search && `?${address.search}`;
  const file = `${now.permalink}${address.format === "page" ? "" : `.${extension}`}${search}`;
  reply.header("link", `<${file}>; rel="latest-version"`);
  return new Problem("data-has-moved-on", {
    dataVersion: link.dataVersion,
    currentDataVersion: now.dataVersion,
    asOf: now.asOf?.toISOString() ?? null,
    permalink: now.permalink,
  });
}
