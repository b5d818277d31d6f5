import type { FastifyReply, FastifyRequest } from "fastify";
import type { Identity } from "../../kit/access";
import type { Database, SnapshotReader } from "../../kit/database";
import { sendStream } from "../../kit/http/send-stream";
import { type Address, FOLDER } from "./address";
import { encodeCursor } from "./cursor";
import { chooseEncoding } from "./encoding";
import { etagOf, matchesEtag, readDataState } from "./etag";
import { firstBytesFirst } from "./first-bytes-first";
import { type LowestSpeed, SlowClientError, watchSpeed } from "./lowest-speed";
import { packed } from "./pack";
import type { Question } from "./parameters";
import { recordReading } from "./record-reading";
import { lastKeySql } from "./statement";

/** A question for a file, as far as it is understood before the database is asked. */
export interface FileQuestion {
  readonly file: Extract<Address, { kind: "file" }>;
  readonly question: Question;
  readonly identity: Identity | null;
}

export interface FileAnswering {
  readonly database: Database;
  readonly lowestSpeed: LowestSpeed;
  publicUrl(): string;
}

/**
 * Answers with a file's headers, as one state of the database has it.
 * @returns whether that was the whole answer: to HEAD, and to who has the same already
 */
export async function answerHead(
  { publicUrl }: FileAnswering,
  reader: SnapshotReader,
  request: FastifyRequest,
  reply: FastifyReply,
  { file, question, identity }: FileQuestion,
): Promise<boolean> {
  const { dataset, format, ending } = file;
  const state = await readDataState(reader, dataset);
  const etag = etagOf({ dataset, format: ending, question, identity }, state);
  reply.header("etag", etag).header("cache-control", question.unpublished ? "private, no-cache" : "public, no-cache");
  if (state.changedAt) reply.header("last-modified", state.changedAt.toUTCString());
  if (matchesEtag(request.headers["if-none-match"], etag)) {
    reply.code(304).send();
    return true;
  }
  const base = `${publicUrl()}${FOLDER}`;
  const links = [`<${base}/openapi.json>; rel="service-desc"; type="application/vnd.oai.openapi+json;version=3.1"`];
  // It tells an id: of what is not published, only to those whose reading is recorded.
  const isTold = request.method !== "HEAD" || !question.unpublished;
  const next = isTold ? await nextAddress(reader, base, { file, question, identity }) : undefined;
  if (next) links.unshift(`<${next}>; rel="next"`);
  reply
    .header("link", links.join(", "))
    .header("content-disposition", `attachment; filename="kommungraf-${dataset.name}.${ending}"`)
    .type(format.mediaType);
  const encoding = format.isText ? chooseEncoding(request.headers["accept-encoding"]) : "identity";
  if (encoding !== "identity") reply.header("content-encoding", encoding);
  if (request.method === "HEAD") {
    reply.send();
    return true;
  }
  return false;
}

/**
 * Answers with a file: its headers, and the rows of the same state of the database.
 * @throws SlowClientError when the client took too little of it, after its connection has been cut
 */
export async function answerFile(
  answering: FileAnswering,
  reader: SnapshotReader,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: FileQuestion,
  signal: AbortSignal,
): Promise<void> {
  if (await answerHead(answering, reader, request, reply, asked)) return;
  const { dataset, format } = asked.file;
  const { question, identity } = asked;
  await recordReading(answering.database, reader, { dataset, question, identity }, { identity, requestId: request.id });
  const bytes = await firstBytesFirst(await format.write(reader, { dataset, question, identity }));
  const encoding = format.isText ? chooseEncoding(request.headers["accept-encoding"]) : "identity";
  const body = packed(bytes, encoding);
  // A client that reads nothing any more would hold the snapshot for ever.
  const cut = () => void body.destroy(signal.reason);
  signal.addEventListener("abort", cut, { once: true });
  const { socket } = request.raw;
  let slow: SlowClientError | undefined;
  const endWatch = watchSpeed(socket, answering.lowestSpeed, () => {
    slow = new SlowClientError("The client took too little of the file");
    // What lies ready for the client is thrown away too.
    socket.resetAndDestroy();
  });
  try {
    await sendStream(reply, body);
  } finally {
    endWatch();
    signal.removeEventListener("abort", cut);
  }
  if (slow) throw slow;
}

/** Address of the rows after these, when the limit cuts them. */
async function nextAddress(
  reader: SnapshotReader,
  base: string,
  { file, question, identity }: FileQuestion,
): Promise<string | undefined> {
  const { dataset, ending, search } = file;
  if (question.limit === null) return undefined;
  const [last, more] = await reader.rows<Record<string, string | number>>(
    "findLastBulkKey",
    lastKeySql(dataset, question, identity, question.limit),
  );
  if (!last || !more) return undefined;
  const parameters = new URLSearchParams(search);
  parameters.set(
    "after",
    encodeCursor(
      dataset,
      dataset.key.map((_, at) => last[`k${at}`] ?? ""),
    ),
  );
  return `${base}/${dataset.name}.${ending}?${parameters}`;
}
