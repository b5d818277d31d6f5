import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { CheckToken } from "./hub-token.js";
import type { Context } from "./resolvers.js";

export interface HttpServiceOptions {
  readonly host: string;
  readonly port: number;
  readonly apollo: ApolloServer<Context>;
  /** Without it everybody may ask. */
  readonly checkToken: CheckToken | undefined;
  createContext(): Context;
}

export interface HttpService {
  readonly url: string;
  /** Takes no new requests, lets those under way finish for five seconds at most. */
  stop(): Promise<void>;
}

const LARGEST_BODY_BYTES = 4 * 1024 * 1024;
const STOP_MILLISECONDS = 5_000;

/** Serves POST /graphql and GET /health. */
export async function startHttpService(options: HttpServiceOptions): Promise<HttpService> {
  const { apollo, host, port } = options;
  await apollo.start();
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error) => {
      console.error(error);
      if (!response.headersSent) send(response, 500, { errors: [{ message: "Internal error" }] });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}/graphql`,
    async stop() {
      const timer = setTimeout(() => server.closeAllConnections(), STOP_MILLISECONDS);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(timer);
      await apollo.stop();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: HttpServiceOptions): Promise<void> {
  const path = request.url?.split("?")[0];
  if (path === "/health") return send(response, 200, { status: "up" });
  if (path !== "/graphql") return send(response, 404, { errors: [{ message: "Not found. Ask POST /graphql." }] });
  const verdict = (await options.checkToken?.(request.headers.authorization)) ?? { allowed: true };
  if (!verdict.allowed) {
    if (verdict.status === 401) response.setHeader("www-authenticate", "Bearer");
    return send(response, verdict.status, { errors: [{ message: verdict.reason }] });
  }
  const text = await readBody(request);
  if (text === undefined) return send(response, 413, { errors: [{ message: "The body is too large." }] });
  const body = parseJson(text);
  if (body === undefined) return send(response, 400, { errors: [{ message: "The body is not JSON." }] });
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const result = await options.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? "", headers, search: "", body },
    context: async () => options.createContext(),
  });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === "complete") response.end(result.body.string);
  else {
    for await (const chunk of result.body.asyncIterator) response.write(chunk);
    response.end();
  }
}

/** The text of the body; undefined when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > LARGEST_BODY_BYTES ? undefined : Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
