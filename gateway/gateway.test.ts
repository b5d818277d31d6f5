import { getIntrospectionQuery } from "graphql";
import { publicError } from "../kit/errors";
import { type Answer, startHub, type TestHub } from "./test-support/hub";
import { startSubgraph, type TestContext, type TestSubgraph } from "./test-support/subgraph";

const seen: { headers: Record<string, unknown>; signal?: AbortSignal } = { headers: {} };
let entered = () => {};
let released: Promise<void> = Promise.resolve();

let subgraphs: TestSubgraph[];
let hub: TestHub;
const hubs: TestHub[] = [];
const start = async (...given: Parameters<typeof startHub>) => {
  const started = await startHub(...given);
  hubs.push(started);
  return started;
};

beforeAll(async () => {
  subgraphs = await Promise.all([
    startSubgraph(
      "rows",
      `type Query { rows(first: Int = 20): RowConnection row(id: ID!): Row held: String slow: String counted(code: Code!): String }
       scalar Code
       type Mutation { change: String }
       type RowConnection { nodes: [Row!]! }
       type Row @key(fields: "id") { id: ID! name: String deep: Row mean: String }`,
      {
        Query: {
          rows: (_: unknown, { first }: { first: number }) => ({ nodes: [{ id: "1" }, { id: "2" }].slice(0, first) }),
          row: (_: unknown, { id }: { id: string }, context: TestContext) => {
            seen.headers = context.request.headers;
            return { id };
          },
          held: async () => {
            entered();
            await released;
            return "let go";
          },
          slow: (_: unknown, __: unknown, { signal }: TestContext) => {
            seen.signal = signal;
            entered();
            return new Promise((_resolve, reject) =>
              signal.addEventListener("abort", () => reject(new Error("stopped"))),
            );
          },
          counted: (_: unknown, { code }: { code: string }) => {
            if (code === "no")
              throw publicError("INVALID_CURSOR", "The cursor is not one.", { argument: "code", limit: 3 });
            return code;
          },
        },
        Mutation: { change: () => "changed" },
        Row: {
          name: ({ id }: { id: string }) => `row ${id}`,
          deep: ({ id }: { id: string }) => ({ id }),
          mean: () => {
            throw new Error("relation secret_table does not exist at 10.0.0.7");
          },
        },
        Code: undefined,
      },
    ),
    startSubgraph("notes", `type Row @key(fields: "id") { id: ID! note: String slowNote: String }`, {
      Row: {
        note: ({ id }: { id: string }) => `note ${id}`,
        slowNote: (_: unknown, __: unknown, { signal }: TestContext) => {
          seen.signal = signal;
          entered();
          return new Promise((_resolve, reject) =>
            signal.addEventListener("abort", () => reject(new Error("stopped"))),
          );
        },
      },
    }),
  ]);
  hub = await start(subgraphs, {
    tokens: { issuers: [], identify: async () => ({ owner: "2281", roles: ["reporter"], client: "a" }) },
  });
});
afterAll(async () => {
  await Promise.all(hubs.map((started) => started.stop()));
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
});

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("answering", () => {
  it("joins the subgraphs and reports the cost", async () => {
    expect(await hub.ask("{ rows(first: 2) { nodes { name note } } }")).toEqual({
      data: {
        rows: {
          nodes: [
            { name: "row 1", note: "note 1" },
            { name: "row 2", note: "note 2" },
          ],
        },
      },
      extensions: { cost: { requested: 6, limit: 500_000 } },
    });
  });

  it("answers GET, and shows scripts of other origins the way in", async () => {
    const response = await fetch(`${hub.url}/graphql?query={row(id:"1"){name}}`, {
      headers: { origin: "https://a.example" },
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toMatchObject({ data: { row: { name: "row 1" } } });
    const preflight = await fetch(`${hub.url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://a.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type");
  });

  it("answers GraphiQL's introspection without cost", async () => {
    const answer = await hub.ask(getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions).toEqual({ cost: { requested: 0, limit: 500_000 } });
  });

  it("runs mutations by POST and not by GET", async () => {
    expect(await hub.ask("mutation { change }")).toMatchObject({ data: { change: "changed" } });
    expect((await fetch(`${hub.url}/graphql?query=mutation{change}`)).status).toBe(405);
  });

  it("hands on the request's id and the access token, and no other header of the client", async () => {
    await post(
      hub.url,
      { query: '{ row(id: "1") { id } }' },
      { "x-request-id": "handed.on", authorization: "Bearer x", cookie: "a=b", "x-forwarded-for": "1.2.3.4" },
    );
    expect(seen.headers["x-request-id"]).toBe("handed.on");
    expect(Object.keys(seen.headers).sort()).toEqual([
      "accept",
      "authorization",
      "connection",
      "content-length",
      "content-type",
      "host",
      "x-request-id",
    ]);
  });

  it("never shows its query plans", async () => {
    const response = await post(
      hub.url,
      { query: '{ row(id: "1") { id } }' },
      { "apollo-query-plan-experimental": "1" },
    );
    expect(Object.keys(((await response.json()) as Answer).extensions ?? {})).toEqual(["cost"]);
  });
});

describe("limits", () => {
  const nested = (levels: number) => `{ row(id: "1") ${"{ deep ".repeat(levels)} { id } ${"}".repeat(levels)} }`;
  const small = { depth: 4, aliases: 3, rootFields: 2, tokens: 60, cost: 100, pageSize: 50, introspectionDepth: 20 };
  let limited: TestHub;
  beforeAll(async () => {
    limited = await start(subgraphs, { limits: small });
  });

  it.each<[string, string, string, number, number]>([
    ["tokens", `{ row(id: "1") { ${"id ".repeat(100)} } }`, "TOKEN_LIMIT_EXCEEDED", 60, 110],
    ["depth", nested(4), "DEPTH_LIMIT_EXCEEDED", 4, 6],
    ["aliases", '{ row(id: "1") { a: id b: id c: id d: id } }', "ALIAS_LIMIT_EXCEEDED", 3, 4],
    ["repetitions", '{ row(id: "1") { id id id id id } }', "ALIAS_LIMIT_EXCEEDED", 3, 4],
    ["root fields", "{ held slow rows { nodes { id } } }", "ROOT_FIELD_LIMIT_EXCEEDED", 2, 3],
    ["page size", "{ rows(first: 51) { nodes { id } } }", "PAGE_SIZE_EXCEEDED", 50, 51],
  ])("refuse too much of %s, saying how much there is and may be", async (_, query, code, limit, actual) => {
    const answer = await limited.ask(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message: expect.stringMatching(new RegExp(`\\b${actual}\\b.*\\b${limit}\\b`)),
        extensions: { code, limit, actual },
      },
    ]);
    const status = (accept: string) => post(limited.url, { query }, { accept }).then((response) => response.status);
    expect([await status("application/json"), await status("application/graphql-response+json")]).toEqual([200, 400]);
  });

  it("refuse too much cost, with the figures where the cost always stands", async () => {
    const answer = await limited.ask("query ($n: Int) { rows(first: $n) { nodes { id name note } } }", { n: 40 });
    expect(answer.errors).toMatchObject([
      { extensions: { code: "COST_LIMIT_EXCEEDED", cost: { requested: 122, limit: 100 } } },
    ]);
  });

  it("let the same query through below", async () => {
    expect(
      (await limited.ask("query ($n: Int) { rows(first: $n) { nodes { id name } } }", { n: 10 })).errors,
    ).toBeUndefined();
  });

  it("stop fragment bombs before validation", async () => {
    const bomb = Array.from(
      { length: 300 },
      (_, i) => `fragment F${i} on Row { x: deep { ...F${i + 1} ...F${i + 1} } }`,
    ).join(" ");
    const answer = await hub.ask(`{ row(id: "1") { ...F0 } } ${bomb} fragment F300 on Row { id }`);
    expect(answer.errors?.[0]?.extensions.code).toBe("DEPTH_LIMIT_EXCEEDED");
    const flat = Array.from(
      { length: 300 },
      (_, i) => `fragment F${i} on Row { x: id ...F${i + 1} ...F${i + 1} }`,
    ).join(" ");
    const wide = await hub.ask(`{ row(id: "1") { ...F0 } } ${flat} fragment F300 on Row { id }`);
    expect(wide.errors?.[0]?.extensions.code).toBe("ALIAS_LIMIT_EXCEEDED");
  });

  it("stop brackets that would use up the stack", async () => {
    for (const query of ["{a".repeat(4000), `{ row(id: ${"[".repeat(4000)}${"]".repeat(4000)}) { id } }`]) {
      expect((await hub.ask(query)).errors?.[0]?.extensions.code).toBe("DEPTH_LIMIT_EXCEEDED");
    }
    const variables = `{"query":"query ($c: Code!) { counted(code: $c) }","variables":{"c":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`;
    expect([200, 400]).toContain((await post(hub.url, variables)).status);
    expect(await hub.ask('{ row(id: "1") { id } }')).toMatchObject({ data: { row: { id: "1" } } });
  });

  it("refuse a body above the limit", async () => {
    const response = await post(hub.url, { query: `{ row(id: "${"x".repeat(1_100_000)}") { id } }` });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "PAYLOAD_TOO_LARGE" } }] });
  });

  it("refuse introspection that multiplies itself", async () => {
    const inner = "{ fields { type ".repeat(5);
    const answer = await hub.ask(`{ __schema { types ${inner} { name } ${"} }".repeat(5)} } }`);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("errors", () => {
  it("mask what a subgraph says of its insides, at the field's place", async () => {
    const response = await post(
      hub.url,
      { query: "{ rows(first: 1) { nodes { id mean } } }" },
      { "x-request-id": "insides-1" },
    );
    const text = await response.text();
    expect(text).not.toMatch(/secret_table|10\.0\.0\.7|stacktrace/);
    expect(JSON.parse(text)).toMatchObject({
      data: { rows: { nodes: [{ id: "1", mean: null }] } },
      errors: [{ path: ["rows", "nodes", 0, "mean"], extensions: { code: "SUBGRAPH_ERROR", subgraph: "rows" } }],
    });
    expect(hub.log.some((line) => line.includes("insides-1") && line.includes("were masked"))).toBe(true);
  });

  it("pass a subgraph's deliberate error with its words", async () => {
    expect((await hub.ask('{ counted(code: "no") }')).errors).toEqual([
      {
        message: "The cursor is not one.",
        path: ["counted"],
        extensions: { code: "INVALID_CURSOR", argument: "code", limit: 3, subgraph: "rows" },
      },
    ]);
  });

  it("tell wrong variables and unknown fields as the client's mistakes", async () => {
    const code = async (query: string, variables?: object) =>
      (await hub.ask(query, variables)).errors?.[0]?.extensions.code;
    expect(await code("query ($n: Int) { rows(first: $n) { nodes { id } } }", { n: "x" })).toBe("BAD_USER_INPUT");
    expect(await code("{ nothing }")).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await code("{")).toBe("GRAPHQL_PARSE_FAILED");
  });
});

describe("time", () => {
  it("is up after the request's timeout: what there is, REQUEST_TIMEOUT once, and the subgraph stops", async () => {
    const hurried = await start(subgraphs, { timeouts: { requestMilliseconds: 1000 } });
    const stopped = new Promise<void>((resolve) => {
      entered = () => seen.signal?.addEventListener("abort", () => resolve());
    });
    const answer = await hurried.ask("{ rows { nodes { name slowNote more: deep { slowNote } } } }");
    expect(answer.errors).toMatchObject([{ extensions: { code: "REQUEST_TIMEOUT" } }]);
    expect(answer.data?.rows.nodes[0]).toEqual({ name: "row 1", slowNote: null, more: { slowNote: null } });
    await stopped;
  });

  it("is not spent on a client that has gone: the subgraph's signal aborts", async () => {
    const stopped = new Promise<void>((resolve) => {
      entered = () => {
        seen.signal?.addEventListener("abort", () => resolve());
        client.abort();
      };
    });
    const client = new AbortController();
    await fetch(`${hub.url}/graphql?query={slow}`, { signal: client.signal }).catch(() => {});
    await stopped;
  });
});

describe("health", () => {
  it("is ready, and tells which subgraphs answer", async () => {
    const lonely = await startSubgraph("lonely", "type Query { lonely: Int }");
    const shaky = await start([...subgraphs, lonely]);
    await lonely.stop();
    const response = await fetch(`${shaky.url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        status: "ready",
        graph: "degraded",
        supergraph: expect.stringMatching(/^[0-9a-f]{64}$/),
        subgraphs: { rows: "up", notes: "up", lonely: "down" },
      },
    ]);
    expect(await (await fetch(`${hub.url}/health/ready`)).json()).toMatchObject({ graph: "ok" });
  });
});

describe("stopping", () => {
  it("finishes what is under way across subgraphs", async () => {
    const stopping = await startHub(subgraphs);
    let release = () => {};
    released = new Promise((resolve) => {
      release = resolve;
    });
    const arrived = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const answer = stopping.ask("{ held }");
    await arrived;
    const stopped = stopping.stop();
    release();
    expect(await answer).toMatchObject({ data: { held: "let go" } });
    await stopped;
    await expect(fetch(`${stopping.url}/health/live`)).rejects.toThrow();
  });
});
