import { createHash } from "node:crypto";
import { publicError } from "../../kit/errors";
import { startHub, type TestHub } from "../test-support/hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestContext, type TestSubgraph } from "../test-support/subgraph";

let mockLoads = 0;
let loadsOfThreaded: number | undefined;
// The main thread of a gateway whose engines are threads does without the library and without looking into supergraphs.
jest.mock("@apollo/gateway", () => {
  mockLoads += 1;
  return jest.requireActual("@apollo/gateway");
});

const seen: { signal?: AbortSignal } = {};
let entered = () => {};
let subgraphs: TestSubgraph[];
let threaded: TestHub;
let inProcess: TestHub;
const others: TestHub[] = [];

const LONG = "å".repeat(3_000_000);

function waiting(_: unknown, __: unknown, { signal }: TestContext): Promise<never> {
  seen.signal = signal;
  entered();
  return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
}

beforeAll(async () => {
  subgraphs = [
    await startSubgraph(
      "rows",
      `type Query { row(id: ID!): Row rows(ids: [ID!]!): [Row!]! long: String refused: String echo(value: Any): String }
       scalar Any
       type Mutation { change: String }
       type Row @key(fields: "id") { id: ID! name: String mean: String sure: String! }`,
      {
        Query: {
          row: (_: unknown, { id }: { id: string }) => ({ id }),
          rows: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id })),
          long: () => LONG,
          refused: () => {
            throw publicError("INVALID_CURSOR", "The cursor is not one.", { argument: "code", limit: 3 });
          },
          echo: (_: unknown, { value }: { value: unknown }) => JSON.stringify(value),
        },
        Mutation: { change: () => "changed" },
        Row: {
          name: ({ id }: { id: string }) => `Åre ${id} — räksmörgås 🦐`,
          mean: () => {
            throw new Error("relation secret_table does not exist");
          },
          sure: () => null,
        },
      },
    ),
    await startSubgraph("notes", `type Query { slow: String } type Row @key(fields: "id") { id: ID! note: String }`, {
      Query: { slow: waiting },
      Row: { note: ({ id }: { id: string }) => `not ${id}` },
    }),
    await startRawSubgraph("broken", "type Query { broken: String }", (_request, response) => response.end("<html>")),
  ];
  const options = { timeouts: { requestMilliseconds: 20_000 } };
  threaded = await startHub(subgraphs, { ...options, engine: "thread" });
  loadsOfThreaded = mockLoads;
  inProcess = await startHub(subgraphs, options);
});
afterAll(async () => {
  await Promise.all([threaded, inProcess, ...others].map((hub) => hub?.stop()));
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
});

async function answerOf(hub: TestHub, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-request-id": "same", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const { date: _, ...shown } = Object.fromEntries(response.headers);
  const text = await response.text();
  // What is long is told by its length and digest, so that a difference is shown at once.
  const digest = createHash("sha256").update(text).digest("hex");
  return { status: response.status, headers: shown, text: text.length > 100_000 ? `${text.length} ${digest}` : text };
}

it("is built in its thread: the main thread loads no gateway library, as it does for an engine in the process", () => {
  expect(loadsOfThreaded).toBe(0);
  expect(mockLoads).toBeGreaterThan(0);
});

describe("an engine in a thread answers as one in the process does", () => {
  it.each<[string, unknown, Record<string, string>?]>([
    ["data of several subgraphs", { query: '{ rows(ids: ["1", "å"]) { id name note } }' }],
    ["variables", { query: "query ($ids: [ID!]!) { rows(ids: $ids) { name } }", variables: { ids: ["ä", "ö"] } }],
    [
      "one operation of several",
      { query: 'query A { row(id: "1") { id } } query B { row(id: "2") { id } }', operationName: "B" },
    ],
    ["several operations without a name", { query: 'query A { row(id: "1") { id } } query B { row(id: "2") { id } }' }],
    ["a masked error", { query: '{ row(id: "1") { id mean } }' }],
    ["a deliberate error", { query: "{ refused }" }],
    ["a null for a non-null field", { query: '{ row(id: "1") { id sure } }' }],
    ["a subgraph that talks garbage", { query: '{ broken row(id: "1") { id } }' }],
    ["an unknown field", { query: "{ nothing }" }],
    [
      "an unknown field, in the newer media type",
      { query: "{ nothing }" },
      { accept: "application/graphql-response+json" },
    ],
    ["a media type that it has not", { query: "{ __typename }" }, { accept: "text/csv" }],
    ["a wrong variable", { query: "query ($id: ID!) { row(id: $id) { id } }", variables: { id: {} } }],
    ["a text that is no GraphQL", { query: "{" }],
    ["too much cost", { query: `{ ${"rows(ids: []) { id } ".repeat(60)} }` }],
    ["introspection", { query: "{ __schema { types { name } } }" }],
    ["a mutation", { query: "mutation { change }" }],
    ["a long answer", { query: "{ long }" }],
    ["a body that is no request", "[]"],
  ])("%s", async (_, body, headers = {}) => {
    const expected = await answerOf(inProcess, body, headers);
    expect(await answerOf(threaded, body, headers)).toEqual(expected);
    expect(expected.text).not.toContain("SUBGRAPH_UNAVAILABLE");
  });

  it("over GET", async () => {
    for (const query of ['{row(id:"å"){name}}', "mutation{change}", "{nothing}"]) {
      const [one, other] = await Promise.all(
        [threaded, inProcess].map(async ({ url }) => {
          const response = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`);
          return [response.status, response.headers.get("allow"), await response.text()];
        }),
      );
      expect(one).toEqual(other);
    }
  });

  it("/schema.graphql", async () => {
    const [one, other] = await Promise.all(
      [threaded, inProcess].map(async ({ url }) => (await fetch(`${url}/schema.graphql`)).text()),
    );
    expect(one).toContain("type Row");
    expect(one).toBe(other);
  });
});

it("keeps 500 requests at a time apart", async () => {
  const ids = Array.from({ length: 500 }, (_, index) => `n${index}`);
  const answers = await Promise.all(
    ids.map((id) => threaded.ask("query ($id: ID!) { row(id: $id) { id note } }", { id })),
  );
  expect(answers.map(({ data }) => data?.row)).toEqual(ids.map((id) => ({ id, note: `not ${id}` })));
});

it("answers with what there is when the time is up, and the subgraph's work stops", async () => {
  const hurried = await startHub(subgraphs, { engine: "thread", timeouts: { requestMilliseconds: 3000 } });
  others.push(hurried);
  const stopped = new Promise<void>((resolve) => {
    entered = () => seen.signal?.addEventListener("abort", () => resolve());
  });
  const answer = await hurried.ask('{ row(id: "1") { name } slow }');
  expect(answer.data).toMatchObject({ slow: null });
  expect(answer.errors).toMatchObject([
    { message: expect.stringContaining("longer than 3000 ms"), extensions: { code: "REQUEST_TIMEOUT" } },
  ]);
  await stopped;
});

it("stops the subgraph's work for a client that has gone", async () => {
  const stopped = new Promise<void>((resolve) => {
    entered = () => {
      seen.signal?.addEventListener("abort", () => resolve());
      client.abort();
    };
  });
  const client = new AbortController();
  await fetch(`${threaded.url}/graphql?query={slow}`, { signal: client.signal }).catch(() => {});
  await stopped;
});

it("writes what the thread logs with its level, its fields and the request's id", async () => {
  await answerOf(threaded, { query: '{ row(id: "1") { mean } }' }, { "x-request-id": "logged-1" });
  const line = threaded.log.find((each) => each.includes("logged-1") && each.includes("were masked"));
  expect(JSON.parse(line ?? "{}")).toMatchObject({
    level: "error",
    name: "gateway",
    requestId: "logged-1",
    subgraph: "rows",
    count: 1,
  });
});

it("refuses variables that are nested beyond what can be handed over, and goes on", async () => {
  const depth = 200_000;
  const body = `{"query":"query ($v: Any) { echo(value: $v) }","variables":{"v":${"[".repeat(depth)}${"]".repeat(depth)}}}`;
  const { status, text } = await answerOf(threaded, body);
  expect(status).toBe(400);
  expect(text).toContain("nested too deeply");
  expect(await threaded.ask('{ row(id: "1") { id } }')).toMatchObject({ data: { row: { id: "1" } } });
});
