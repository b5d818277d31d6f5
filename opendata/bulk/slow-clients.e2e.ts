import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import type { Database } from "../../kit/database";
import type { GraphQLHttpService } from "../../kit/http";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { createOpendataDatabase } from "../database";
import { createOpendataSubgraph } from "../subgraph";
import { ofNdjson, ofParquet } from "./test-support/read-rows";

const ROWS = 120_000;

let server: TestDatabase;
let database: Database;
let service: GraphQLHttpService;
let url: string;

beforeAll(async () => {
  server = await createTestDatabase("migrated");
  await server.query(
    `INSERT INTO funding.allocation (municipality_code, id, initiative_id, responsible_ids, stated_shares, as_printed, sources,
       quality_notes, changed_at)
     SELECT '2281', '2281-' || lpad(n::text, 7, '0'), '2281-x', '{}', '[]', repeat('kronor ', 20) || n, '[]', '[]', now()
     FROM generate_series(1, ${ROWS}) AS n`,
  );
  await server.query("ANALYZE funding.allocation");
  database = createOpendataDatabase({ url: server.url, logger: silentLogger });
  await database.connect();
  service = createOpendataSubgraph({ database, logger: silentLogger, publicUrl: () => "https://hub.test" });
  ({ url } = await service.start({ host: "127.0.0.1", port: 0 }));
});
afterAll(async () => {
  await service.stop();
  await database.close();
  await server.drop();
});

/** Begins a download and reads nothing of it but its headers. */
async function begin(path: string, headers: Record<string, string> = {}) {
  const request = http.get(`${url}/bulk/v1/${path}`, { agent: false, headers });
  request.on("error", () => {});
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.on("error", () => {});
  response.pause();
  return { request, response };
}

const transactions = () =>
  server.query<{ query: string; wait_event: string | null }>(
    "SELECT query, wait_event FROM pg_stat_activity WHERE application_name = 'kommungraf-opendata' AND state <> 'idle' AND datname = current_database()",
  );

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const idle = () => until(async () => (await transactions()).length === 0);

it("who reads nothing is waited for by the database, not kept in memory", async () => {
  const { request } = await begin("allocations.ndjson");
  await until(async () => (await transactions()).some(({ wait_event }) => wait_event === "ClientWrite"));
  request.destroy();
  await idle();
});

it.each(["allocations.ndjson", "allocations.csv", "allocations.xlsx", "allocations.parquet"])(
  "who leaves half way through %s has the statement ended, and the connection serves others",
  async (path) => {
    for (const encoding of ["identity", "gzip", "zstd"]) {
      const { request, response } = await begin(path, { "accept-encoding": encoding });
      response.resume();
      await once(response, "data");
      response.pause();
      request.destroy();
      await idle();
    }
    const whole = await fetch(`${url}/bulk/v1/allocations.ndjson?limit=3`);
    expect(ofNdjson(await whole.text())).toHaveLength(3);
  },
);

it("only some files are given at once: others are told when to come back, and the graph goes on", async () => {
  const begun = await Promise.all([1, 2, 3].map(() => begin("allocations.csv")));
  const refused = await fetch(`${url}/bulk/v1/allocations.csv`);
  expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toMatchObject([
    429,
    "10",
    { type: "urn:problem-type:kommungraf:too-many-downloads" },
  ]);
  const head = await fetch(`${url}/bulk/v1/allocations.csv`, { method: "HEAD" });
  expect(head.status).toBe(200);
  const same = await fetch(`${url}/bulk/v1/allocations.csv`, {
    headers: { "if-none-match": head.headers.get("etag") ?? "" },
  });
  expect(same.status).toBe(304);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ __typename }" }),
      }).then((response) => response.status),
    ),
  );
  expect(new Set(answers)).toEqual(new Set([200]));
  for (const { request } of begun) request.destroy();
  await idle();
  const afterwards = await fetch(`${url}/bulk/v1/allocations.csv?limit=1`);
  expect(afterwards.status).toBe(200);
});

it("many rows come whole and in order, in every encoding", async () => {
  const expected = Array.from({ length: ROWS }, (_, at) => `2281-${String(at + 1).padStart(7, "0")}`).join();
  const ids = (text: string) =>
    ofNdjson(text)
      .map(({ id }) => id)
      .join();
  const plain = await (
    await fetch(`${url}/bulk/v1/allocations.ndjson`, { headers: { "accept-encoding": "identity" } })
  ).text();
  expect(ids(plain)).toBe(expected);
  const gzip = await fetch(`${url}/bulk/v1/allocations.ndjson`, { headers: { "accept-encoding": "gzip" } });
  expect([gzip.headers.get("content-encoding"), (await gzip.text()) === plain]).toEqual(["gzip", true]);
  const parquet = await ofParquet(await (await fetch(`${url}/bulk/v1/allocations.parquet`)).arrayBuffer());
  expect(parquet.map(({ id }) => id).join()).toBe(expected);
});

it("is told in the headers what is wrong with the database, rather than beginning a file", async () => {
  await server.query("ALTER VIEW funding.published_open_allocation RENAME TO away");
  try {
    for (const ending of ["ndjson", "csv", "parquet", "xlsx"]) {
      const response = await fetch(`${url}/bulk/v1/allocations.${ending}`);
      expect([response.status, response.headers.get("content-disposition"), response.headers.get("etag")]).toEqual([
        500,
        null,
        null,
      ]);
      expect(await response.text()).not.toContain("published_open");
    }
  } finally {
    await server.query("ALTER VIEW funding.away RENAME TO published_open_allocation");
  }
});
