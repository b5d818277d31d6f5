import { Writable } from "node:stream";
import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { createDatabase, type Database, type DatabaseOptions } from "./database";
import { createLogger } from "./logger";
import { sql } from "./sql";

let server: TestDatabase;
const opened: Database[] = [];

beforeAll(async () => {
  server = await createTestDatabase("seeded");
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await server.drop();
});

async function open(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const database = createDatabase({
    url: server.url,
    schema: "areas",
    entities: [],
    migrations: [],
    logger: silentLogger,
    ...options,
  });
  opened.push(database);
  await database.connect();
  return database;
}

/** Statements of this name that the server is running. */
const running = (name: string) =>
  server.query<{ pid: number; query: string }>(
    "SELECT pid, query FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1 AND datname = current_database()",
    [`/* ${name} */%`],
  );

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const forever = sql`SELECT pg_sleep(600)`;

describe("writing", () => {
  const by = (owner: string) => ({ identity: { owner, roles: ["reporter"] as const, client: "test" } });

  it("goes through for one owner while another sends more than there are connections for", async () => {
    const database = await open({ lockMilliseconds: 60_000 });
    const waiting = sql`SELECT pg_advisory_xact_lock(424242)`;
    const stalled: Promise<unknown>[] = [];
    await database.write(by("2281"), async (holder) => {
      await holder.rows("hold", waiting);
      for (let count = 0; count < 20; count += 1) {
        stalled.push(database.write(by("2181"), (statements) => statements.rows("stalled", waiting)));
      }
      await until(async () => (await running("stalled")).length > 0);
      const [row] = await database.write(by("2281"), (statements) => statements.rows("another", sql`SELECT 1 AS one`));
      expect(row).toEqual({ one: 1 });
      expect((await running("stalled")).length).toBeLessThanOrEqual(2);
    });
    expect(await Promise.all(stalled)).toHaveLength(20);
  });

  it("gives up on a lock that others hold for long, and tells to try again", async () => {
    const database = await open({ lockMilliseconds: 50 });
    const lock = sql`SELECT pg_advisory_xact_lock(434343)`;
    await database.write(by("2281"), async (holder) => {
      await holder.rows("hold", lock);
      await expect(database.write(by("2181"), (statements) => statements.rows("wait", lock))).rejects.toMatchObject({
        extensions: { code: "WRITE_BUSY" },
      });
    });
    await database.write(by("2181"), (statements) => statements.rows("wait", lock));
  });
});

describe("reading", () => {
  it("gives rows as the statement names them, from the room's own schema", async () => {
    const database = await open();
    const rows = await database
      .reader()
      .rows("findArea", sql`SELECT id, name AS "areaName" FROM area WHERE id = ${"2281-bredsand"}`);
    expect(rows).toEqual([{ id: "2281-bredsand", areaName: "Bredsand" }]);
  });

  it("counts the statements that are sent", async () => {
    const database = await open();
    const reader = database.reader();
    expect(database.statementCount()).toBe(0);
    await Promise.all([reader.rows("one", sql`SELECT 1`), reader.rows("two", sql`SELECT 2`)]);
    expect(database.statementCount()).toBe(2);
  });

  it("keeps amounts exact: numeric comes as text", async () => {
    const database = await open();
    expect(await database.reader().rows("amount", sql`SELECT 70368744177663.99::numeric(16,2) AS value`)).toEqual([
      { value: "70368744177663.99" },
    ]);
  });

  it.each([
    ["UPDATE", sql`UPDATE area SET name = 'Ny' WHERE id = '2281-bredsand'`],
    ["INSERT", sql`INSERT INTO county SELECT '99', 'Nytt', sources, quality_notes, NULL, now() FROM county LIMIT 1`],
    ["DELETE", sql`DELETE FROM area`],
    ["TRUNCATE", sql`TRUNCATE area`],
    ["CREATE", sql`CREATE TABLE areas.mine (id int)`],
    ["writing WITH", sql`WITH gone AS (DELETE FROM area RETURNING 1) SELECT * FROM gone`],
    ["nextval", sql`SELECT nextval('migration_id_seq')`],
  ])("refuses %s", async (what, statement) => {
    const database = await open();
    const refusal = what === "nextval" ? "permission denied for sequence" : "read-only transaction";
    await expect(database.reader().rows("write", statement)).rejects.toThrow(refusal);
    expect(await server.query("SELECT name FROM areas.area WHERE id = '2281-bredsand'")).toEqual([
      { name: "Bredsand" },
    ]);
  });

  it("takes a value with a NUL as equal to nothing rather than as a failure", async () => {
    const reader = (await open()).reader();
    const rows = await reader.rows(
      "findNul",
      sql`SELECT ${"2281-\0bredsand"}::text AS one, ${["a\0", "b"]}::text[] AS many, ${null}::text AS none, ${7}::int AS number`,
    );
    expect(rows).toEqual([{ one: "2281-\uFFFDbredsand", many: ["a\uFFFD", "b"], none: null, number: 7 }]);
    expect(await reader.rows("findNul", sql`SELECT id FROM area WHERE id = ${"2281-bredsand\0"}`)).toEqual([]);
  });

  it("gives up on a statement that the server has worked on for too long, and goes on", async () => {
    const database = await open({ statementMilliseconds: 50, poolSize: 1 });
    await expect(database.reader().rows("tooLong", forever)).rejects.toThrow("statement timeout");
    expect(await database.reader().rows("next", sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });
});

describe("cancelling", () => {
  it("ends the statement on the server, gives the signal's reason, and leaves the connection usable", async () => {
    const database = await open({ poolSize: 1 });
    const controller = new AbortController();
    const reason = new Error("the client went away");
    const outcome = database.reader(controller.signal).rows("sleepAlone", forever);
    await until(async () => (await running("sleepAlone")).length === 1);
    controller.abort(reason);
    await expect(outcome).rejects.toBe(reason);
    expect(await running("sleepAlone")).toEqual([]);
    expect(await database.reader().rows("next", sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });

  it("ends every statement of the request when the pool is full of them, and none of another request", async () => {
    const database = await open({ poolSize: 3 });
    const controller = new AbortController();
    const other = new AbortController();
    const reader = database.reader(controller.signal);
    const outcomes = [reader.rows("sleepTogether", forever), reader.rows("sleepTogether", forever)];
    const left = database.reader(other.signal).rows("sleepOn", forever);
    await until(async () => (await running("sleepTogether")).length === 2 && (await running("sleepOn")).length === 1);
    controller.abort(new Error("over"));
    for (const outcome of outcomes) await expect(outcome).rejects.toThrow("over");
    expect(await running("sleepTogether")).toEqual([]);
    expect(await running("sleepOn")).toHaveLength(1);
    other.abort(new Error("over too"));
    await expect(left).rejects.toThrow("over too");
    expect(await Promise.all([1, 2, 3].map((n) => database.reader().rows("next", sql`SELECT ${n}::int AS n`)))).toEqual(
      [[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]],
    );
  });

  it("sends nothing for a request that is over already, or that ends while it waits for a connection", async () => {
    const database = await open({ poolSize: 1 });
    await expect(database.reader(AbortSignal.abort(new Error("over"))).rows("never", sql`SELECT 1`)).rejects.toThrow(
      "over",
    );
    expect(database.statementCount()).toBe(0);

    const first = new AbortController();
    const holding = database.reader(first.signal).rows("holdConnection", forever);
    await until(async () => (await running("holdConnection")).length === 1);
    const second = new AbortController();
    const waiting = database.reader(second.signal).rows("waitInVain", forever);
    second.abort(new Error("no longer wanted"));
    first.abort(new Error("done"));
    await expect(holding).rejects.toThrow("done");
    await expect(waiting).rejects.toThrow("no longer wanted");
    expect(await running("waitInVain")).toEqual([]);
    expect(await database.reader().rows("next", sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });

  it("after the rows have come changes nothing", async () => {
    const database = await open({ poolSize: 1 });
    const controller = new AbortController();
    expect(await database.reader(controller.signal).rows("quick", sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    controller.abort();
    expect(await database.reader().rows("next", sql`SELECT 2 AS two`)).toEqual([{ two: 2 }]);
  });

  it("does not hide an error that came first", async () => {
    const controller = new AbortController();
    const database = await open();
    await expect(database.reader(controller.signal).rows("wrong", sql`SELECT nothing`)).rejects.toThrow(
      "does not exist",
    );
  });
});

describe("what is logged", () => {
  function recording() {
    let text = "";
    const destination = new Writable({
      write(chunk, _encoding, done) {
        text += String(chunk);
        done();
      },
    });
    return { logger: createLogger({ name: "test", level: "trace" }, destination), text: () => text };
  }

  it("names a failed statement, and holds neither its text nor its values", async () => {
    const log = recording();
    const database = await open({ logger: log.logger });
    await expect(
      database.reader().rows("findBroken", sql`SELECT no_such_column FROM area WHERE name = ${"hemlig uppgift"}`),
    ).rejects.toThrow();
    expect(log.text()).toContain('"statement":"findBroken"');
    expect(log.text()).not.toContain("hemlig uppgift");
    expect(log.text()).not.toContain("WHERE name");
  });

  it("never holds the password, whatever fails", async () => {
    const log = recording();
    const url = new URL(server.url);
    const secret = url.password || "hemligt";
    url.password = secret;
    url.pathname = "/no_such_database";
    const lost = createDatabase({ url: url.href, schema: "areas", entities: [], migrations: [], logger: log.logger });
    const failure = await lost.connect().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    log.logger.error({ err: failure }, "not connected");
    log.logger.error({ err: new Error(`cannot open ${url.href}`) }, "not opened");
    expect(log.text()).toContain("not opened");
    expect(log.text()).not.toContain(secret);
    expect(await lost.isReady()).toBe(false);
  });

  it("tells of a connection that the server ended, and the pool makes another", async () => {
    const log = recording();
    const database = await open({ logger: log.logger, poolSize: 1 });
    const [{ pid } = { pid: 0 }] = await database
      .reader()
      .rows<{ pid: number }>("who", sql`SELECT pg_backend_pid() AS pid`);
    await server.query("SELECT pg_terminate_backend($1)", [pid]);
    await until(async () => log.text().includes("database connection lost"));
    expect(await database.reader().rows("next", sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });
});

it("is ready while the database answers", async () => {
  const database = await open();
  expect(await database.isReady()).toBe(true);
  await database.close();
  expect(await database.isReady()).toBe(false);
  await database.close();
});
