import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { Writable } from "node:stream";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { publicError } from "../errors";
import { createLogger } from "../logger";
import {
  apolloExecutor,
  createApolloServer,
  createGraphQLHttpService,
  type GraphQLHttpService,
  type HttpLimits,
} from "./index";

interface Context {
  signal: AbortSignal;
  requestId: string;
}

const gate = { enter: () => {}, release: Promise.resolve(), seen: undefined as AbortSignal | undefined };
const lines: string[] = [];
const services: GraphQLHttpService[] = [];

function build(limits: Partial<HttpLimits> = {}, isReady = true): GraphQLHttpService {
  const logger = createLogger(
    { name: "test", level: "debug" },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  const typeDefs = parse(`
      type Query { hello(name: String): String! count(n: Int!): Int broken: String refused: String held: String stuck: String }
      type Mutation { change: String }
    `);
  const resolvers = {
    Query: {
      hello: (_: unknown, { name }: { name?: string }) => `Hej ${name ?? "du"}`,
      count: (_: unknown, { n }: { n: number }) => n,
      broken: () => {
        throw new Error("password=secret at /srv/app.ts");
      },
      refused: () => {
        throw publicError("INVALID_CURSOR", "The cursor is not one of this list.", { argument: "after" });
      },
      held: async (_: unknown, __: unknown, context: Context) => {
        gate.seen = context.signal;
        gate.enter();
        await gate.release;
        return "let go";
      },
      stuck: (_: unknown, __: unknown, context: Context) => {
        gate.seen = context.signal;
        gate.enter();
        return new Promise((_resolve, reject) =>
          context.signal.addEventListener("abort", () => reject(new Error("statement cancelled"))),
        );
      },
    },
    Mutation: { change: () => "changed" },
  };
  const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
  const service = createGraphQLHttpService({
    name: "test",
    logger,
    executor: apolloExecutor<Context>({
      apollo: createApolloServer<Context>({ logger, source: { schema }, maxTokens: 200 }),
      createContext: ({ signal, requestId }) => ({ signal, requestId }),
      async beforeAnswer({ requestId }) {
        if (requestId === "cannot-be-logged") throw new Error("the log is away");
      },
    }),
    ready: async () => ({ ready: isReady, details: { rows: 1 } }),
    limits: { bodyBytes: 10_000, requestMilliseconds: 20_000, ...limits },
    cors: true,
  });
  services.push(service);
  return service;
}

const listen = async (limits?: Partial<HttpLimits>, isReady?: boolean) =>
  (await build(limits, isReady).start({ host: "127.0.0.1", port: 0 })).url;

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: body instanceof Buffer ? new Uint8Array(body) : typeof body === "string" ? body : JSON.stringify(body),
  });

const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

let url: string;
beforeAll(async () => {
  url = await listen();
});
afterAll(() => Promise.all(services.map((service) => service.stop())));

describe("answering", () => {
  it("answers POST with data, a request id and security headers", async () => {
    const response = await post(url, { query: "query($n: String) { hello(name: $n) }", variables: { n: "Åsa" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { hello: "Hej Åsa" } });
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("answers GET with variables", async () => {
    const search = new URLSearchParams({
      query: "query Q($n: String) { hello(name: $n) }",
      variables: '{"n":"Bo"}',
      operationName: "Q",
    });
    const response = await fetch(`${url}/graphql?${search}`);
    expect(await response.json()).toEqual({ data: { hello: "Hej Bo" } });
  });

  it("gives no answer when what is to be done before it fails", async () => {
    const response = await post(url, { query: "{hello}" }, { "x-request-id": "cannot-be-logged" });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain("Hej");
    expect(text).not.toContain("the log is away");
  });

  it("refuses a mutation by GET with 405", async () => {
    const response = await fetch(`${url}/graphql?query=mutation{change}`);
    expect(response.status).toBe(405);
    expect(await codeOf(response)).toBe("BAD_REQUEST");
  });

  it("keeps a request id that the caller gave, unless it is odd", async () => {
    expect((await post(url, { query: "{hello}" }, { "x-request-id": "abc.1" })).headers.get("x-request-id")).toBe(
      "abc.1",
    );
    expect(
      (await post(url, { query: "{hello}" }, { "x-request-id": "a b<c>" })).headers.get("x-request-id"),
    ).not.toContain("<");
  });

  it("lets scripts of any origin read, without credentials", async () => {
    const preflight = await fetch(`${url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type");
  });

  it("says live and ready, and 503 when not ready", async () => {
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ready", rows: 1 }]);
    expect((await fetch(`${await listen({}, false)}/health/ready`)).status).toBe(503);
  });
});

describe("requests that are not GraphQL over HTTP", () => {
  it.each([
    ["JSON that does not parse", "{", 400, "BAD_REQUEST"],
    ["a batch", [{ query: "{hello}" }], 400, "BAD_REQUEST"],
    ["a string", '"{hello}"', 400, "BAD_REQUEST"],
    ["no query", { variables: {} }, 400, "BAD_REQUEST"],
    ["an empty query", { query: "" }, 400, "BAD_REQUEST"],
    ["a query that is no string", { query: 1 }, 400, "BAD_REQUEST"],
    ["variables in a string", { query: "{hello}", variables: "{}" }, 400, "BAD_REQUEST"],
    ["an operationName that is no string", { query: "{hello}", operationName: 1 }, 400, "BAD_REQUEST"],
    [
      "a persisted query",
      { extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } },
      400,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), 400, "BAD_REQUEST"],
  ])("refuses %s", async (_, body, status, code) => {
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const response = await post(url, body, { accept });
      expect([response.status, response.headers.get("content-type"), await codeOf(response)]).toEqual([
        status,
        `${accept}; charset=utf-8`,
        code,
      ]);
    }
  });

  it("says that a batch is not accepted", async () => {
    expect(await (await post(url, [{ query: "{hello}" }])).text()).toContain("one operation per request");
  });

  it("refuses another content type with 415", async () => {
    const response = await post(url, "query=1", { "content-type": "application/x-www-form-urlencoded" });
    expect([response.status, await codeOf(response)]).toEqual([415, "BAD_REQUEST"]);
  });

  it("refuses GET without a query, with broken variables and with a doubled parameter", async () => {
    for (const search of ["", "?query={hello}&variables={", "?query={hello}&query={hello}"]) {
      const response = await fetch(`${url}/graphql${search}`);
      expect([response.status, await codeOf(response)]).toEqual([400, "BAD_REQUEST"]);
    }
  });

  it("refuses an address that is too long with 414", async () => {
    const response = await fetch(`${url}/graphql?query={hello}${"%20".repeat(3000)}`);
    expect([response.status, await codeOf(response)]).toEqual([414, "PAYLOAD_TOO_LARGE"]);
  });

  it("answers what is not even HTTP in the same shape", async () => {
    for (const [sent, status, code] of [
      ["NONSENSE\r\n\r\n", 400, "BAD_REQUEST"],
      [`GET /graphql?query=${"x".repeat(40_000)} HTTP/1.1\r\n\r\n`, 431, "PAYLOAD_TOO_LARGE"],
    ] as const) {
      const socket = connect(Number(new URL(url).port), "127.0.0.1");
      socket.write(sent);
      const [chunk] = (await once(socket, "data")) as [Buffer];
      expect(String(chunk)).toContain(`HTTP/1.1 ${status} `);
      expect(String(chunk)).toContain(`"code":"${code}"`);
      socket.destroy();
    }
  });

  it("refuses other methods with 405 and other addresses with 404", async () => {
    const put = await fetch(`${url}/graphql`, { method: "PUT", body: "x" });
    expect([put.status, put.headers.get("allow"), await codeOf(put)]).toEqual([405, "GET, POST", "BAD_REQUEST"]);
    const elsewhere = await fetch(`${url}/nowhere`);
    expect([elsewhere.status, await codeOf(elsewhere)]).toEqual([404, "BAD_REQUEST"]);
  });
});

describe("size of the body", () => {
  const big = JSON.stringify({ query: "{hello}", extensions: { pad: "x".repeat(20_000) } });

  it("refuses a declared length above the limit", async () => {
    const response = await post(url, big);
    expect([response.status, await codeOf(response)]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  });

  it("refuses a stream that grows beyond the limit", async () => {
    const request = http.request(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" } });
    request.on("error", () => {});
    request.write(`{"query":"{hello}","extensions":{"pad":"`);
    request.write("x".repeat(20_000));
    const [response] = (await once(request, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    request.destroy();
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("reads %s, and stops a bomb of it at the limit", async (encoding, compress) => {
    const headers = { "content-encoding": encoding };
    expect(await (await post(url, compress(Buffer.from('{"query":"{hello}"}')), headers)).json()).toEqual({
      data: { hello: "Hej du" },
    });
    const bomb = compress(Buffer.alloc(8_000_000, " "));
    expect(bomb.length).toBeLessThan(10_000);
    const response = await post(url, bomb, headers);
    expect([response.status, await codeOf(response)]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  });

  it("refuses an unknown encoding and a broken one", async () => {
    expect((await post(url, "{}", { "content-encoding": "zstd" })).status).toBe(415);
    expect((await post(url, "not gzip", { "content-encoding": "gzip" })).status).toBe(400);
    expect((await post(url, "{}", { "content-encoding": "gzip, gzip" })).status).toBe(415);
  });
});

describe("GraphQL errors", () => {
  it.each([
    ["a syntax error", { query: "{" }, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", { query: "{ helo }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["an unknown operationName", { query: "query A{hello}", operationName: "B" }, "OPERATION_RESOLUTION_FAILURE"],
    ["several operations without a name", { query: "query A{hello} query B{hello}" }, "OPERATION_RESOLUTION_FAILURE"],
    ["a variable of the wrong type", { query: "query($n:Int!){count(n:$n)}", variables: { n: "x" } }, "BAD_USER_INPUT"],
    ["a missing variable", { query: "query($n:Int!){count(n:$n)}" }, "BAD_USER_INPUT"],
    ["too many tokens", { query: `{${" hello".repeat(300)} }` }, "TOKEN_LIMIT_EXCEEDED"],
  ])("%s is 200 for plain JSON and 400 for graphql-response+json", async (_, body, code) => {
    const plain = await post(url, body, { accept: "application/json" });
    expect([plain.status, await codeOf(plain)]).toEqual([200, code]);
    const spec = await post(url, body, { accept: "application/graphql-response+json, application/json;q=0.9" });
    expect([spec.status, await codeOf(spec)]).toEqual([400, code]);
  });

  it("says how many tokens there are and how many there may be", async () => {
    const body = await (await post(url, { query: `{${" hello".repeat(300)} }` })).json();
    expect(body).toMatchObject({
      errors: [{ message: "The query has 302 tokens; the limit is 200.", extensions: { limit: 200, actual: 302 } }],
    });
  });

  it("suggests the field that was meant", async () => {
    expect(await (await post(url, { query: "{ helo }" })).text()).toMatch(/Did you mean .*hello/);
  });

  it("masks what a resolver throws and logs it under the request's id", async () => {
    const response = await post(url, { query: "{ hello broken }" }, { "x-request-id": "masked-1" });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toMatch(/secret|app\.ts|stack/);
    expect(JSON.parse(text)).toMatchObject({
      data: { hello: "Hej du", broken: null },
      errors: [{ path: ["broken"], extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "masked-1" } }],
    });
    expect(lines.find((line) => line.includes("An error was masked") && line.includes("masked-1"))).toContain(
      "/srv/app.ts",
    );
  });

  it("shows a deliberate error as it is", async () => {
    expect(await (await post(url, { query: "{ refused }" })).json()).toMatchObject({
      data: { refused: null },
      errors: [
        {
          message: "The cursor is not one of this list.",
          path: ["refused"],
          extensions: { code: "INVALID_CURSOR", argument: "after" },
        },
      ],
    });
  });
});

describe("time", () => {
  it("answers REQUEST_TIMEOUT with what there is, and the resolver's signal says why", async () => {
    const url = await listen({ requestMilliseconds: 50 });
    expect(await (await post(url, { query: "{ hello stuck }" })).json()).toMatchObject({
      data: { hello: "Hej du", stuck: null },
      errors: [{ path: ["stuck"], extensions: { code: "REQUEST_TIMEOUT" } }],
    });
    expect(gate.seen?.reason).toMatchObject({ extensions: { code: "REQUEST_TIMEOUT" } });
  });

  it("answers 504 when a resolver does not listen to the signal", async () => {
    let release = () => {};
    gate.release = new Promise((resolve) => {
      release = resolve;
    });
    const url = await listen({ requestMilliseconds: 50, graceMilliseconds: 20 });
    const response = await post(url, { query: "{ held }" });
    expect([response.status, await codeOf(response)]).toEqual([504, "REQUEST_TIMEOUT"]);
    release();
  });

  it("refuses a body that does not arrive", async () => {
    const url = new URL(await listen({ requestMilliseconds: 50 }));
    const socket = connect(Number(url.port), url.hostname);
    socket.write("POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{");
    const [chunk] = (await once(socket, "data")) as [Buffer];
    expect(String(chunk)).toMatch(/^HTTP\/1.1 408 /);
    socket.destroy();
  });

  it("aborts the signal when the client goes away", async () => {
    const entered = new Promise<void>((resolve) => {
      gate.enter = resolve;
    });
    const client = new AbortController();
    const answer = fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{stuck}"}',
      signal: client.signal,
    }).catch(() => "gone");
    await entered;
    const signal = gate.seen as AbortSignal;
    const aborted = once(signal, "abort");
    client.abort();
    expect(await answer).toBe("gone");
    if (!signal.aborted) await aborted;
    expect(String(signal.reason)).toContain("went away");
  });
});

describe("stopping", () => {
  it("finishes what is under way and takes no new connection", async () => {
    let release = () => {};
    gate.release = new Promise((resolve) => {
      release = resolve;
    });
    const entered = new Promise<void>((resolve) => {
      gate.enter = resolve;
    });
    const service = build();
    const { url } = await service.start({ host: "127.0.0.1", port: 0 });
    const underWay = post(url, { query: "{held}" });
    await entered;
    const stopped = service.stop();
    const late = await fetch(`${url}/health/ready`).then(
      (response) => response.status,
      () => "refused",
    );
    expect([503, "refused"]).toContain(late);
    release();
    const response = await underWay;
    expect(await response.json()).toEqual({ data: { held: "let go" } });
    expect(response.headers.get("connection")).toBe("close");
    await stopped;
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it("stops what is under way after the drain time", async () => {
    const entered = new Promise<void>((resolve) => {
      gate.enter = resolve;
    });
    const service = build({ drainMilliseconds: 30 });
    const { url } = await service.start({ host: "127.0.0.1", port: 0 });
    const underWay = post(url, { query: "{stuck}" });
    await entered;
    await service.stop();
    expect(await codeOf(await underWay)).toBe("REQUEST_TIMEOUT");
  });
});

describe("the log", () => {
  it("has one line per request and nothing of what the caller wrote or who it is", async () => {
    await post(
      url,
      { query: "query Named($n: String) { hello(name: $n) }", operationName: "Named", variables: { n: "hemlig" } },
      { "x-request-id": "logged-1" },
    );
    const written = lines.filter((line) => line.includes("logged-1"));
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? "")).toMatchObject({
      method: "POST",
      route: "/graphql",
      status: 200,
    });
    expect(written[0]).not.toMatch(/hemlig|Named|127\.0\.0\.1/);
  });
});
