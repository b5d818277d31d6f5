import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChildGateway } from "./test-support/child-gateway";
import { composeSupergraph } from "./test-support/compose";
import { startSubgraph, type TestSubgraph } from "./test-support/subgraph";

let subgraphs: TestSubgraph[];
let folder: string;
let supergraph: string;
let entered = () => {};
let released = Promise.resolve();

beforeAll(async () => {
  subgraphs = await Promise.all([
    startSubgraph("a", 'type Query { a: Thing held: String } type Thing @key(fields: "id") { id: ID! }', {
      Query: {
        a: () => ({ id: "1" }),
        held: async () => {
          entered();
          await released;
          return "let go";
        },
      },
    }),
    startSubgraph("b", 'type Thing @key(fields: "id") { id: ID! b: Int mean: Int }', {
      Thing: {
        b: () => 2,
        mean: () => {
          throw new Error("no");
        },
      },
    }),
  ]);
  folder = await mkdtemp(join(tmpdir(), "gateway-"));
  supergraph = join(folder, "supergraph.graphql");
  await writeFile(supergraph, composeSupergraph(subgraphs));
});
afterAll(async () => {
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  await rm(folder, { recursive: true });
});

it("calls nobody but its subgraphs, whatever the environment says", async () => {
  const record = join(folder, "connections");
  await writeFile(record, "");
  const gateway = await startChildGateway(
    ["--supergraph", supergraph],
    {
      RECORD_FILE: record,
      APOLLO_KEY: "service:kommungraf:not-a-key",
      APOLLO_GRAPH_REF: "kommungraf@current",
      APOLLO_GRAPH_ID: "kommungraf",
      APOLLO_TELEMETRY_DISABLED: "false",
      APOLLO_SCHEMA_REPORTING: "true",
      APOLLO_UPLINK_ENDPOINTS: "http://uplink.invalid/",
      APOLLO_OUT_OF_BAND_REPORTER_ENABLED: "true",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel.invalid/",
      HTTP_PROXY: "http://proxy.invalid:3128",
      HTTPS_PROXY: "http://proxy.invalid:3128",
      ALL_PROXY: "http://proxy.invalid:3128",
      NODE_ENV: "production",
    },
    ["connection-recorder.js"],
  );
  const ask = (query: string) => fetch(`${gateway.url}/graphql?${new URLSearchParams({ query })}`);
  expect(await (await ask("{ a { id b } }")).json()).toMatchObject({ data: { a: { id: "1", b: 2 } } });
  expect((await ask("{ a { mean } nothing }")).status).toBe(200);
  expect((await ask("{ a { mean } }")).status).toBe(200);
  await (await fetch(`${gateway.url}/health/ready`)).text();
  await (await fetch(`${gateway.url}/`)).text();
  expect(await gateway.stop()).toBe(0);

  const made = (await readFile(record, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string; what: string });
  const known = new Set(subgraphs.map(({ url }) => new URL(url).host));
  expect(made.some(({ kind, what }) => kind === "connect" && known.has(what))).toBe(true);
  expect(made.filter(({ kind, what }) => kind !== "connect" || !known.has(what))).toEqual([]);
});

it("finishes what is under way on SIGTERM and ends with 0", async () => {
  const gateway = await startChildGateway(["--supergraph", supergraph], {});
  let release = () => {};
  released = new Promise((resolve) => {
    release = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const answer = fetch(`${gateway.url}/graphql?query={held}`);
  await arrived;
  const ended = gateway.stop("SIGTERM");
  release();
  expect(await (await answer).json()).toMatchObject({ data: { held: "let go" } });
  expect(await ended).toBe(0);
});

it("says what is wrong, all of it, and ends with 1", async () => {
  await expect(startChildGateway(["--supergraph", join(folder, "nowhere.graphql")], {})).rejects.toThrow(
    /ended with 1 .*there is no such file/s,
  );
  await expect(startChildGateway([], { LIMIT_DEPTH: "deep", LOG_LEVEL: "loud" })).rejects.toThrow(
    /2 mistake\(s\)[\s\S]*LOG_LEVEL[\s\S]*LIMIT_DEPTH/,
  );
});
