import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { CALLER_HEADER } from "../../kit/caller-header";
import type { Database } from "../../kit/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { createTestIssuer, type TestIssuer } from "../../test/testkit/issuer";
import { createOpendataDatabase } from "../database";
import { createOpendataSubgraph } from "../subgraph";
import { ofNdjson, ofParquet, type ReadRow } from "./test-support/read-rows";

/** Of text that packs badly: no file of them fits in the buffers of the way to its client. */
const WIDE_ROWS = 8000;
const NARROW_ROWS = 20_000;

let server: TestDatabase;
let issuer: TestIssuer;
let database: Database;
let url: string;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await createTestDatabase("migrated");
  issuer = await createTestIssuer();
  await server.query(
    `SET session_replication_role = replica;
     INSERT INTO funding.allocation (municipality_code, id, initiative_id, responsible_ids, stated_shares, as_printed, sources,
       quality_notes, changed_at)
     SELECT code, code || '-' || lpad(n::text, 7, '0'), code || '-x', '{}', '[]', text, '[]', '[]', now() FROM (
       SELECT '2181' AS code, n, (SELECT string_agg(md5(n || '.' || m), '') FROM generate_series(1, 55) AS m) AS text
         FROM generate_series(1, ${WIDE_ROWS}) AS n
       UNION ALL SELECT '2281', n, n || ' kronor' FROM generate_series(1, ${NARROW_ROWS}) AS n) r;
     RESET session_replication_role`,
  );
  await server.query("ANALYZE funding.allocation");
  database = createOpendataDatabase({ url: server.url, logger: silentLogger });
  await database.connect();
  ({ url } = await serve({ waitMilliseconds: 200 }));
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  await database.close();
  await server.drop();
});

async function serve(bulk: NonNullable<Parameters<typeof createOpendataSubgraph>[0]["bulk"]>) {
  const service = createOpendataSubgraph({
    database,
    logger: silentLogger,
    tokens: issuer.tokens,
    publicUrl: () => "https://hub.test",
    bulk,
  });
  stops.push(() => service.stop());
  return service.start({ host: "127.0.0.1", port: 0 });
}

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

/** As the gateway names callers to the room. */
const caller = (name: string) => ({ [CALLER_HEADER]: name.repeat(20) });

it("only some files are given at once: others are told when to come back, and the graph goes on", async () => {
  const begun = await Promise.all(["a", "b", "c"].map((name) => begin("allocations.csv", caller(name))));
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
  const authorization = `Bearer ${await issuer.token({ owner: "2281", roles: ["reporter"] })}`;
  const known = await fetch(`${url}/bulk/v1/allocations.csv?limit=1`, { headers: { authorization } });
  expect([known.status, (await known.text()).length > 0]).toEqual([200, true]);
  for (const { request } of begun) request.destroy();
  await idle();
  const afterwards = await fetch(`${url}/bulk/v1/allocations.csv?limit=1`);
  expect(afterwards.status).toBe(200);
});

it("one caller has two files at once, and others have theirs", async () => {
  const begun = await Promise.all([1, 2].map(() => begin("allocations.csv", caller("a"))));
  const status = async (headers: Record<string, string>) => {
    const response = await fetch(`${url}/bulk/v1/allocations.csv?limit=1`, { headers });
    await response.text();
    return response.status;
  };
  expect([await status(caller("a")), await status(caller("b")), await status({})]).toEqual([429, 200, 200]);
  const owner = async (owner: string, name: string) => ({
    ...caller(name),
    authorization: `Bearer ${await issuer.token({ owner, roles: ["reader"] })}`,
  });
  // With a token it is the owner who counts, wherever they ask from.
  begun.push(await begin("allocations.csv", await owner("boverket", "a")));
  begun.push(await begin("allocations.csv", await owner("boverket", "b")));
  begun[0]?.request.destroy();
  await until(async () => (await transactions()).length === 3);
  expect([await status(await owner("boverket", "c")), await status(await owner("sida", "c"))]).toEqual([429, 200]);
  for (const { request } of begun) request.destroy();
  await idle();
});

describe("who takes nothing for some time", () => {
  let hasty: string;
  beforeAll(async () => {
    ({ url: hasty } = await serve({
      waitMilliseconds: 20_000,
      lowestSpeed: { bytes: 64 * 1024, milliseconds: 600 },
    }));
  });

  /** A socket that asks for a file and reads nothing at all of it. */
  async function neverRead(path: string, name: string): Promise<{ socket: Socket; closed: Promise<unknown> }> {
    const { hostname, port } = new URL(hasty);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    socket.pause();
    const closed = once(socket, "close");
    await once(socket, "connect");
    socket.write(
      `GET /bulk/v1/${path} HTTP/1.1\r\nhost: x\r\n${CALLER_HEADER}: ${name.repeat(20)}\r\naccept-encoding: identity\r\n\r\n`,
    );
    return { socket, closed };
  }

  it.each(["csv", "xlsx"])("has the connection cut, so that others get their %s", async (ending) => {
    const silent = await Promise.all(["a", "b", "c"].map((name) => neverRead(`allocations.${ending}`, name)));
    await until(async () => (await transactions()).length === silent.length);
    const response = await fetch(`${hasty}/bulk/v1/allocations.csv?limit=2`);
    expect([response.status, (await response.text()).split("\n").length]).toEqual([200, 4]);
    await idle();
    // A socket learns that it has been cut when it reads.
    for (const { socket, closed } of silent) {
      socket.resume();
      await closed;
    }
  });
});

it("many rows come whole and in order, in every encoding", async () => {
  const idsOf = (code: string, rows: number) =>
    Array.from({ length: rows }, (_, at) => `${code}-${String(at + 1).padStart(7, "0")}`);
  const ids = (rows: readonly ReadRow[]) => rows.map(({ id }) => id).join();
  const get = (path: string, encoding = "identity") =>
    fetch(`${url}/bulk/v1/${path}`, { headers: { "accept-encoding": encoding } });
  const plain = await (await get("allocations.ndjson")).text();
  expect(ids(ofNdjson(plain))).toBe([...idsOf("2181", WIDE_ROWS), ...idsOf("2281", NARROW_ROWS)].join());
  const gzip = await get("allocations.ndjson", "gzip");
  expect([gzip.headers.get("content-encoding"), (await gzip.text()) === plain]).toEqual(["gzip", true]);
  const parquet = await ofParquet(await (await get("allocations.parquet?municipality=2281")).arrayBuffer());
  expect(ids(parquet)).toBe(idsOf("2281", NARROW_ROWS).join());
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
