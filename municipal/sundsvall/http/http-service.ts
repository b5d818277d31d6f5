import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "../log";
import { Refusal, sendJson } from "./exchange";

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface HttpServiceOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly graphql: Route;
  readonly rows: Route;
}

export interface HttpService {
  /** Address of the subgraph. */
  readonly url: string;
  /** Takes no new requests, lets those under way finish for five seconds at most. */
  stop(): Promise<void>;
}

const STOP_MILLISECONDS = 5_000;

/** Listens, and answers /graphql, /rows and /health. */
export async function startHttpService(options: HttpServiceOptions): Promise<HttpService> {
  const server = createServer((request, response) => {
    route(request, response, options).catch((error) => refuse(response, error, options.log));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, options.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${port}/graphql`,
    async stop() {
      const timer = setTimeout(() => server.closeAllConnections(), STOP_MILLISECONDS);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(timer);
    },
  };
}

async function route(request: IncomingMessage, response: ServerResponse, { graphql, rows }: HttpServiceOptions) {
  if (request.url === "/health") return sendJson(response, 200, { status: "up" });
  if (request.url === "/graphql") return graphql(request, response);
  if (request.url?.startsWith("/rows/")) return rows(request, response);
  throw new Refusal(404, "There is nothing here. Ask POST /graphql.");
}

function refuse(response: ServerResponse, error: unknown, log: Log): void {
  const refusal = error instanceof Refusal ? error : new Refusal(500, "Internal error");
  if (error !== refusal) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (response.headersSent) return void response.destroy();
  if (refusal.status === 401) response.setHeader("www-authenticate", "Bearer");
  sendJson(response, refusal.status, { errors: [{ message: refusal.message }] });
}
