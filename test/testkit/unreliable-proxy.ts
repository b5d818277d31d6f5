import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Ways in which a request fails on its way. */
export const faults = [
  "closed before",
  "closed after",
  "unavailable",
  "cut short",
  "ends early",
  "too late",
  "in part",
] as const;
export type Fault = (typeof faults)[number];

export interface UnreliableProxy {
  /** Address to use in the place of the target's. */
  readonly url: string;
  /** Requests that it got so far. */
  requests(): number;
  /** Requests that failed so far, by the way in which they did. */
  failed(): Readonly<Record<Fault, number>>;
  /** Lets everything through from now on, or not. */
  setReliable(isReliable: boolean): void;
  stop(): Promise<void>;
}

interface UnreliableProxyOptions {
  /** Address that requests are passed on to. */
  readonly target: string;
  /** The same seed gives the same faults for requests in the same order. */
  readonly seed: number;
  /** Share of requests that fail, 0 to 1. Default: 1 in 5. */
  readonly share?: number;
  /** Ways in which they do. Default: all, in turns. */
  readonly ways?: readonly Fault[];
}

/** Stands between a client and a hub and lets some requests fail, in every way that the way there can make them. */
export async function startUnreliableProxy({
  target,
  seed,
  share = 0.2,
  ways = faults,
}: UnreliableProxyOptions): Promise<UnreliableProxy> {
  const random = seededRandom(seed);
  const failed = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>;
  let requests = 0;
  let isReliable = false;

  let turn = 0;
  /** Which request fails is chance; the ways in which it does take turns. */
  const draw = (): Fault | undefined => {
    if (random() >= share) return undefined;
    turn += 1;
    return ways[turn % ways.length];
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = isReliable ? undefined : draw();
    requests += 1;
    if (fault) failed[fault] += 1;
    const body = Buffer.concat(await request.toArray());
    if (fault === "closed before") return void request.socket.destroy();
    if (fault === "unavailable") {
      return void response.writeHead(503, { "retry-after": "0", "content-type": "text/html" }).end("<h1>Away</h1>");
    }
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? "GET",
      headers: passedOn(request),
      ...(body.length > 0 && { body }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const head = { "content-type": answer.headers.get("content-type") ?? "application/json" };
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    if (fault === "closed after") request.socket.destroy();
    else if (fault === "cut short") {
      response.writeHead(answer.status, { ...head, "content-length": bytes.length });
      response.write(half, () => request.socket.destroy());
    } else if (fault === "ends early") response.writeHead(answer.status, head).end(half);
    // The client gives up; nothing is ever said.
    else if (fault === "too late") response.writeHead(answer.status, head).write(half);
    else if (fault === "in part") response.writeHead(answer.status, head).end(inPart(bytes));
    else response.writeHead(answer.status, head).end(bytes);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    failed: () => ({ ...failed }),
    setReliable(value) {
      isReliable = value;
    },
    async stop() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

/** The answer of a hub of which a part was away: rows are lacking, and an error says so. */
function inPart(bytes: Buffer): string {
  const { data } = JSON.parse(bytes.toString(), (name, value) =>
    name === "nodes" && Array.isArray(value) ? value.slice(1) : value,
  );
  const error = { message: "A part of the graph is away.", extensions: { code: "SUBGRAPH_UNAVAILABLE" } };
  return JSON.stringify({ data, errors: [error] });
}

function passedOn({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    ["content-type", "accept", "authorization"].flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
