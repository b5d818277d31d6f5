import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type GraphQLSchema, graphql } from "graphql";
import { type MunicipalRows, municipalSchema, municipalSdl, type Publisher } from "../../bench/swaps/municipal-schema";

/** How a subgraph behaves towards the hub. */
export type Behaviour =
  | "well"
  /** Nobody listens at its port. */
  | "down"
  /** Takes questions and says nothing. */
  | "frozen"
  /** Begins at once and goes on byte by byte, without end. */
  | "slow"
  /** Answers a page of HTML. */
  | "garbage"
  /** Begins an answer of 100 MB. */
  | "huge"
  /** Says of every row that it is another municipality's. */
  | "other-rows"
  /** Answers objects where texts should be, and texts where lists and numbers should be. */
  | "wrong-types"
  /** Points to another address. */
  | "redirect";

export interface MunicipalSubgraph {
  readonly publisher: Publisher;
  /** The text of an edition, to be published. */
  sdl(edition?: number): string;
  /** Where an edition is answered: each has a path of its own, so that answers tell which one was asked. */
  routingUrl(edition?: number): string;
  /** From now on; what is under way is cut off. */
  behave(behaviour: Behaviour): Promise<void>;
  /** Requests that have reached it so far. */
  requestCount(): number;
  /** Ids and codes of the rows that it was asked about since this was called last. */
  takeAsked(): ReadonlySet<string>;
  /** Bytes of answers that it got rid of in the behaviour "huge". */
  hugeBytes(): number;
  /** Requests that went where "redirect" points. */
  redirectedCount(): number;
  stop(): Promise<void>;
}

export interface MunicipalSubgraphOptions {
  readonly rows?: MunicipalRows;
  /** Whose rows it gives in the behaviour "other-rows": its own code is replaced with this one. */
  readonly otherCode?: string;
}

const HUGE_BYTES = 100_000_000;
const PATH = /^\/(\d+)\/graphql$/;
const ELSEWHERE = "/elsewhere";

interface Question {
  readonly query: string;
  readonly variables?: { readonly representations?: readonly { readonly code?: string; readonly id?: string }[] };
  readonly operationName?: string;
}

/** A municipality's subgraph over real HTTP on a free port of this machine; it behaves well until it is told otherwise. */
export async function startMunicipalSubgraph(
  publisher: Publisher,
  { rows, otherCode = "0000" }: MunicipalSubgraphOptions = {},
): Promise<MunicipalSubgraph> {
  const schemas = new Map<number, GraphQLSchema>();
  const schemaOf = (edition: number) => {
    const schema = schemas.get(edition) ?? municipalSchema(publisher, edition, rows);
    schemas.set(edition, schema);
    return schema;
  };
  const asked = new Set<string>();
  const sockets = new Set<Socket>();
  let behaviour: Behaviour = "well";
  let requests = 0;
  let redirected = 0;
  let huge = 0;

  async function answer(edition: number, request: IncomingMessage): Promise<string> {
    const { query, variables, operationName } = await readQuestion(request);
    for (const { code, id } of variables?.representations ?? []) asked.add(code ?? id ?? "");
    const result = await graphql({
      schema: schemaOf(edition),
      source: query,
      variableValues: variables as Record<string, unknown> | undefined,
      operationName,
    });
    const text = JSON.stringify(result);
    if (behaviour === "other-rows") return text.replaceAll(`"${publisher.code}`, `"${otherCode}`);
    return behaviour === "wrong-types" ? JSON.stringify({ data: spoil(result.data) }) : text;
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    if (request.url === ELSEWHERE) redirected += 1;
    const [, edition] = PATH.exec(request.url ?? "") ?? [];
    if (edition === undefined) return void response.writeHead(404).end();
    switch (behaviour) {
      case "frozen":
        return;
      case "garbage":
        return void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Välkommen till kommunen</h1>");
      case "redirect":
        return void response.writeHead(307, { location: ELSEWHERE }).end();
      case "slow":
        return drip(response);
      case "huge":
        response.on("error", () => {});
        return pour(response, (bytes) => {
          huge += bytes;
        });
      default: {
        const body = await answer(Number(edition), request);
        response.writeHead(200, { "content-type": "application/json" }).end(body);
      }
    }
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    publisher,
    sdl: (edition = 1) => municipalSdl(publisher, edition),
    routingUrl: (edition = 1) => `http://127.0.0.1:${port}/${edition}/graphql`,
    async behave(next) {
      behaviour = next;
      if (next === "down") return server.listening ? close() : undefined;
      if (!server.listening) return listen(port);
      for (const socket of sockets) socket.destroy();
    },
    requestCount: () => requests,
    takeAsked() {
      const taken = new Set(asked);
      asked.clear();
      return taken;
    },
    hugeBytes: () => huge,
    redirectedCount: () => redirected,
    stop: async () => (server.listening ? close() : undefined),
  };
}

async function readQuestion(request: IncomingMessage): Promise<Question> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Question;
}

/** White space is allowed before JSON, so that nothing is wrong with the answer but that it does not come. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.write(" ");
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
}

/** 100 MB of one text, as fast as they are taken. */
function pour(response: ServerResponse, count: (bytes: number) => void): void {
  const chunk = Buffer.alloc(65_536, "x");
  let left = HUGE_BYTES;
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"data":{"text":"');
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      count(chunk.length);
      if (!response.write(chunk)) return void response.once("drain", more);
    }
    if (!response.destroyed) response.end('"}}');
  };
  more();
}

/** The same answer with values of other types than the schema says; names of types and keys are left as they are. */
function spoil(value: unknown, name = ""): unknown {
  if (/typename$|^(kg_key_)?(id|code)$|^sdl$/.test(name)) return value;
  if (Array.isArray(value)) return name === "_entities" ? value.map((row) => spoil(row)) : "a text";
  if (typeof value !== "object" || value === null) return typeof value === "string" ? { a: "text" } : "a text";
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoil(inner, key)]));
}
