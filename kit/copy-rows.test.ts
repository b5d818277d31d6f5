import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { createDatabase, type Database, type SnapshotReader } from "./database";
import { sql } from "./sql";

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await createTestDatabase("migrated");
  database = createDatabase({
    url: server.url,
    schema: "areas",
    entities: [],
    migrations: [],
    logger: silentLogger,
    poolSize: 2,
  });
  await database.connect();
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const snapshot = <T>(work: (reader: SnapshotReader) => Promise<T>, signal?: AbortSignal) =>
  database.snapshot(signal, work);

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** What the server does for COPY statements of this name. */
const running = (name: string) =>
  server.query<{ wait_event: string | null }>(
    "SELECT wait_event FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1 AND datname = current_database()",
    [`/* ${name} */%`],
  );

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const endless = sql`SELECT repeat('x', 1000), generate_series(1, 10000000)`;

/** Every connection of the pool does its work as if nothing had been. */
async function expectHealthy(): Promise<void> {
  const answers = await Promise.all(
    [1, 2, 3, 4].map((number) => database.reader().rows("isHealthy", sql`SELECT ${number}::int AS number`)),
  );
  expect(answers).toEqual([1, 2, 3, 4].map((number) => [{ number }]));
}

it("gives what COPY writes, and lets other statements run before and after", async () => {
  await snapshot(async (reader) => {
    await reader.rows("before", sql`SELECT 1`);
    const text = await textOf(
      reader.copy("csv", sql`SELECT ${"a,b"} AS x, ${[1, 2]} AS "yZ"`, "FORMAT csv, HEADER true"),
    );
    expect(text).toBe('x,yZ\n"a,b","{1,2}"\n');
    expect(await reader.rows("after", sql`SELECT 2 AS two`)).toEqual([{ two: 2 }]);
  });
});

it("sees the same state of the database as the statements beside it", async () => {
  await server.query("CREATE TABLE areas.thing (name text); GRANT SELECT ON areas.thing TO kommungraf_reader");
  await snapshot(async (reader) => {
    expect(await reader.rows("count", sql`SELECT count(*)::int AS n FROM thing`)).toEqual([{ n: 0 }]);
    await server.query("INSERT INTO areas.thing VALUES ('late')");
    expect(await textOf(reader.copy("things", sql`SELECT name FROM thing`, "FORMAT csv"))).toBe("");
  });
});

it("cannot write, as no statement of a reader can", async () => {
  await expect(
    snapshot((reader) => textOf(reader.copy("write", sql`DELETE FROM thing RETURNING name`, "FORMAT csv"))),
  ).rejects.toThrow(/read-only|permission/);
  await expectHealthy();
});

it("fails as the statement does, at once or half way, and the connection is fit for others", async () => {
  await expect(snapshot((reader) => textOf(reader.copy("wrong", sql`SELECT nothing`, "FORMAT csv")))).rejects.toThrow(
    'column "nothing" does not exist',
  );
  const halfWay = sql`SELECT 1 / (50000 - n) FROM generate_series(1, 60000) AS n`;
  let given = 0;
  await expect(
    snapshot(async (reader) => {
      for await (const chunk of reader.copy("halfWay", halfWay, "FORMAT csv")) given += chunk.length;
    }),
  ).rejects.toThrow("division by zero");
  expect(given).toBeGreaterThan(0);
  await expectHealthy();
});

it("leaves what is not asked for with the server", async () => {
  await snapshot(async (reader) => {
    const bytes = reader.copy("slowReader", endless, "FORMAT csv");
    await bytes.next();
    await until(async () => (await running("slowReader"))[0]?.wait_event === "ClientWrite");
    await bytes.return(undefined);
  });
  await expectHealthy();
});

it("who stops early has the COPY cancelled, and the connection is fit for others", async () => {
  await snapshot(async (reader) => {
    for await (const _ of reader.copy("stopped", endless, "FORMAT csv")) break;
    await until(async () => (await running("stopped")).length === 0);
  });
  await expectHealthy();
});

it("who forgets to stop has it stopped when the snapshot ends", async () => {
  await snapshot(async (reader) => void (await reader.copy("forgotten", endless, "FORMAT csv").next()));
  expect(await running("forgotten")).toEqual([]);
  await snapshot(async (reader) => void reader.copy("neverBegun", endless, "FORMAT csv"));
  await expectHealthy();
});

it("ends with the signal's reason, whether it is read just then or not", async () => {
  for (const isRead of [true, false]) {
    const life = new AbortController();
    const reading = snapshot(async (reader) => {
      const bytes = reader.copy("aborted", endless, "FORMAT csv");
      await bytes.next();
      setTimeout(() => life.abort(new Error("the client left")), 20);
      if (!isRead) await new Promise((resolve) => life.signal.addEventListener("abort", resolve));
      for await (const _ of bytes);
    }, life.signal);
    await expect(reading).rejects.toThrow("the client left");
    expect(await running("aborted")).toEqual([]);
    await expectHealthy();
  }
});

it("fails when the connection is lost, rather than waiting for ever", async () => {
  const reading = snapshot(async (reader) => {
    const bytes = reader.copy("lost", endless, "FORMAT csv");
    await bytes.next();
    await server.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '/* lost */%'");
    for await (const _ of bytes);
  });
  await expect(reading).rejects.toThrow();
  await expectHealthy();
});
