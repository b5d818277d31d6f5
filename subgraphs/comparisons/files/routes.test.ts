import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Database, SnapshotReader } from "../../../kit/database";
import { publicError } from "../../../kit/errors";
import type { GraphQLHttpService } from "../../../kit/http";
import { sql } from "../../../kit/sql";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../../test/testkit/database";
import { createComparisonsDatabase } from "../database";
import { createComparisonsSubgraph } from "../subgraph";
import { problemCatalogue } from "./problem";

let server: TestDatabase;
let database: Database;
let permalink: string;
const services: GraphQLHttpService[] = [];

beforeAll(async () => {
  server = await createTestDatabase("seeded");
  database = createComparisonsDatabase({ url: server.url, logger: silentLogger, poolSize: 2 });
  await database.connect();
  const url = await serve(database);
  const query = "{ comparison(input: { measure: AMOUNT, groupBy: [MUNICIPALITY] }) { permalink } }";
  const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`);
  const { data } = (await answer.json()) as { data: { comparison: { permalink: string } } };
  permalink = new URL(data.comparison.permalink).pathname;
});
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await database.close();
  await server.drop();
});

async function serve(over: Database): Promise<string> {
  const service = createComparisonsSubgraph({
    database: over,
    logger: silentLogger,
    publicUrl: () => "https://kommungraf.example",
  });
  services.push(service);
  return (await service.start({ host: "127.0.0.1", port: 0 })).url;
}

const failing = (error: Error) => serve({ ...database, snapshot: () => Promise.reject(error) });

/** The real database, but that the rows of a comparison are the first of them again and again. */
async function repeating(times: number, then: () => void = () => {}) {
  const state = { made: 0, ended: false };
  const repeat = (reader: SnapshotReader): SnapshotReader => ({
    ...reader,
    async *stream<Row>(name: string, statement: Parameters<SnapshotReader["stream"]>[1]) {
      try {
        for await (const row of reader.stream<Row>(name, statement)) {
          for (; state.made < times; state.made += 1) {
            if (state.made % 1000 === 0) await wait(0);
            yield row;
          }
          then();
          return;
        }
      } finally {
        state.ended = true;
      }
    },
  });
  const url = await serve({
    ...database,
    snapshot: (signal, work) => database.snapshot(signal, (reader) => work(repeat(reader))),
  });
  return { url, state };
}

async function begin(url: string): Promise<{ response: IncomingMessage; leave(): void }> {
  const request = http.get(url, { agent: false }).on("error", () => {});
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.on("error", () => {});
  return { response, leave: () => request.destroy() };
}

describe("when it cannot be answered", () => {
  it.each([
    ["not-available", 503, publicError("DATABASE_UNAVAILABLE", "secret is away")],
    ["took-too-long", 504, publicError("REQUEST_TIMEOUT", "secret took too long")],
    ["failure", 500, new Error("password=secret in table fact")],
  ])("the problem is called %s, is a %i, and says nothing of what is inside", async (kind, status, error) => {
    const url = await failing(error);
    for (const path of [permalink, `${permalink}.csv`, `${permalink}.xlsx?language=en`]) {
      const response = await fetch(url + path, { headers: { "x-request-id": "asked-1" } });
      expect([response.status, response.headers.get("content-type")]).toEqual([
        status,
        "application/problem+json; charset=utf-8",
      ]);
      const body = await response.text();
      expect(JSON.parse(body)).toMatchObject({ type: `urn:problem-type:kommungraf:${kind}`, status });
      expect(body).not.toContain("secret");
      expect(body.includes("asked-1")).toBe(status === 500);
      for (const name of ["etag", "content-disposition"]) expect(response.headers.get(name)).toBeNull();
    }
  });

  it("because the statement of the rows fails, the answer says so, rather than beginning a file", async () => {
    const broken: Database = {
      ...database,
      snapshot: (signal, work) =>
        database.snapshot(signal, (reader) =>
          work({ ...reader, stream: (name) => reader.stream(name, sql`SELECT 1 / 0 AS value`) }),
        ),
    };
    const url = await serve(broken);
    for (const extension of [".csv", ".json", ".xlsx", ".metadata.json"]) {
      const response = await fetch(url + permalink + extension);
      expect([extension, response.status, response.headers.get("content-disposition")]).toEqual([extension, 500, null]);
    }
  });
});

describe("a long file", () => {
  it.each([".csv", ".json", ".xlsx"])("as %s comes whole", async (extension) => {
    const { url, state } = await repeating(20_000);
    const response = await fetch(url + permalink + extension);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20_000);
    expect(state).toEqual({ made: 20_000, ended: true });
  });

  it.each([".csv", ".json", ".xlsx"])(
    "as %s is cut when its rows fail, so that nobody takes the part for the whole",
    async (extension) => {
      const { url } = await repeating(50_000, () => {
        throw new Error("the database is away");
      });
      const response = await fetch(url + permalink + extension);
      expect(response.status).toBe(200);
      await expect(response.arrayBuffer()).rejects.toThrow();
    },
  );

  it("stops its rows while nobody reads it, and gives its connection back when the client leaves", async () => {
    const { url, state } = await repeating(Number.POSITIVE_INFINITY);
    const { leave } = await begin(`${url}${permalink}.csv`);
    let before = -1;
    while (state.made !== before) {
      before = state.made;
      await wait(300);
    }
    expect(state.ended).toBe(false);
    leave();
    while (!state.ended) await wait(10);
    // With two connections both must be free again.
    const both = await Promise.all([1, 2].map((n) => database.reader().rows("next", sql`SELECT ${n}::int AS n`)));
    expect(both).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  });

  it("leaves the graph its connections: other files wait, questions do not", async () => {
    const { url } = await repeating(Number.POSITIVE_INFINITY);
    const first = await begin(`${url}${permalink}.csv`);
    const second = begin(`${url}${permalink}.csv`);
    const answer = await fetch(`${url}/graphql?query={coverage{municipalityCode}}`);
    expect(await answer.json()).toMatchObject({ data: { coverage: expect.any(Array) } });
    first.leave();
    const { response, leave } = await second;
    expect(response.statusCode).toBe(200);
    leave();
  });
});

it("has words in both languages for everything that can be wrong, and one status each", () => {
  for (const { status, title, detail } of Object.values(problemCatalogue)) {
    expect(status).toBeGreaterThanOrEqual(400);
    for (const text of [title.sv, title.en, detail.sv, detail.en]) expect(text).not.toBe("");
  }
});
