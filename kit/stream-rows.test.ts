import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { createDatabase, type Database } from "./database";
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

/** With one connection: whatever a test leaves on it, the next statement meets. */
async function open(limits: { statementMilliseconds?: number; poolSize?: number } = {}): Promise<Database> {
  const database = createDatabase({
    url: server.url,
    schema: "areas",
    entities: [],
    migrations: [],
    logger: silentLogger,
    poolSize: 1,
    ...limits,
  });
  opened.push(database);
  await database.connect();
  return database;
}

async function isUsable(database: Database): Promise<boolean> {
  const rows = await database.reader().rows("next", sql`SELECT now() = statement_timestamp() AS "isAlone", 1 AS one`);
  // Within a transaction of old the two moments would differ.
  return JSON.stringify(rows) === JSON.stringify([{ isAlone: true, one: 1 }]);
}

const running = (name: string) =>
  server.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1", [
    `/* ${name} */%`,
  ]);

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const numbers = (most: number) => sql`SELECT n FROM generate_series(1, ${most}::int) n`;

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

it("reads on past the time of one statement where the request itself has its time", async () => {
  const database = await open({ statementMilliseconds: 300 });
  const slow = sql`SELECT n FROM generate_series(1, 4) n, LATERAL (SELECT pg_sleep(0.15 + n * 0)) s, generate_series(1, 500) m`;
  const rows = await database.snapshot(new AbortController().signal, (reader) => collect(reader.stream("slow", slow)));
  expect(rows).toHaveLength(2000);
  await expect(database.snapshot(undefined, (reader) => collect(reader.stream("slow", slow)))).rejects.toThrow(
    /timeout/,
  );
  expect(await database.reader().rows("setting", sql`SHOW statement_timeout`)).toEqual([
    { statement_timeout: "300ms" },
  ]);
});

it("leaves connections for lighter questions, however many snapshots are asked for", async () => {
  const database = await open({ poolSize: 3 });
  let end = () => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const snapshots = Array.from({ length: 5 }, () =>
    database.snapshot(undefined, async (reader) => {
      await held;
      return reader.rows("late", sql`SELECT 1 AS one`);
    }),
  );
  expect(await database.reader().rows("light", sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  end();
  expect(await Promise.all(snapshots)).toEqual(Array(5).fill([{ one: 1 }]));
});

describe("a snapshot", () => {
  it("shows one state to all its statements while others commit, and the new state afterwards", async () => {
    const database = await open();
    const name = sql`SELECT name FROM area WHERE id = '2281-bredsand'`;
    const seen = await database.snapshot(undefined, async (reader) => {
      const before = await reader.rows("before", name);
      await server.query("UPDATE areas.area SET name = 'Nya Bredsand' WHERE id = '2281-bredsand'");
      return [before, await reader.rows("after", name), await collect(reader.stream("streamed", name))];
    });
    expect(seen).toEqual([[{ name: "Bredsand" }], [{ name: "Bredsand" }], [{ name: "Bredsand" }]]);
    expect(await database.reader().rows("now", name)).toEqual([{ name: "Nya Bredsand" }]);
  });

  it("cannot write", async () => {
    const database = await open();
    for (const write of [sql`DELETE FROM population`, sql`CREATE TABLE areas.mine (id int)`]) {
      await expect(database.snapshot(undefined, (reader) => reader.rows("write", write))).rejects.toThrow(
        "read-only transaction",
      );
    }
    expect(await isUsable(database)).toBe(true);
  });

  it("counts each of its statements once", async () => {
    const database = await open();
    await database.snapshot(undefined, async (reader) => {
      await reader.rows("one", sql`SELECT 1`);
      await collect(reader.stream("many", numbers(2500)));
    });
    expect(database.statementCount()).toBe(2);
  });

  it("ends the statement under way when the request is over, and leaves the connection clean", async () => {
    const database = await open();
    for (const read of ["rows", "stream"] as const) {
      const controller = new AbortController();
      const reason = new Error("the client went away");
      const outcome = database.snapshot(controller.signal, async (reader) => {
        const slow = sql`SELECT pg_sleep(600)`;
        if (read === "rows") return reader.rows(`sleepIn ${read}`, slow);
        return collect(reader.stream(`sleepIn ${read}`, slow));
      });
      await until(async () => (await running(`sleepIn ${read}`)).length === 1);
      controller.abort(reason);
      await expect(outcome).rejects.toBe(reason);
      expect(await running(`sleepIn ${read}`)).toEqual([]);
      expect(await isUsable(database)).toBe(true);
    }
  });

  it("gives the connection back clean when its work fails", async () => {
    const database = await open();
    const work = () => Promise.reject(new Error("not so"));
    await expect(database.snapshot(undefined, work)).rejects.toThrow("not so");
    await expect(database.snapshot(undefined, (reader) => reader.rows("wrong", sql`SELECT nothing`))).rejects.toThrow(
      "does not exist",
    );
    expect(await isUsable(database)).toBe(true);
  });
});

describe("a stream of rows", () => {
  it("gives every row once and in order, however many there are", async () => {
    const database = await open();
    const counts = [0, 1, 999, 1000, 1001, 5432];
    const got = await database.snapshot(undefined, async (reader) => {
      const lists: number[][] = [];
      for (const count of counts) {
        const rows = await collect(reader.stream<{ n: number }>("count", numbers(count)));
        lists.push(rows.map(({ n }) => n));
      }
      return lists;
    });
    expect(got).toEqual(counts.map((count) => Array.from({ length: count }, (_, at) => at + 1)));
  });

  it("has the server make at most a thousand rows that nobody has asked for yet", async () => {
    const database = await open();
    // A lock per row made is what another connection can see of it.
    const made = async () => {
      const [row] = await server.query<{ count: string }>(
        `SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE l.locktype = 'advisory' AND d.datname = current_database()`,
      );
      return Number(row?.count);
    };
    await database.snapshot(undefined, async (reader) => {
      const locking = sql`SELECT n, pg_try_advisory_lock(n) FROM generate_series(1, 100000) n`;
      const rows = reader.stream("lockEach", locking)[Symbol.asyncIterator]();
      expect(await made()).toBe(0);
      for (let n = 0; n < 1000; n += 1) await rows.next();
      expect(await made()).toBe(1000);
      await rows.next();
      expect(await made()).toBe(2000);
    });
  });

  it("closes when one stops early, so that the same snapshot can go on", async () => {
    const database = await open();
    const next = await database.snapshot(undefined, async (reader) => {
      for await (const _ of reader.stream("stopEarly", numbers(100_000))) break;
      return reader.rows("goOn", sql`SELECT 2 AS two`);
    });
    expect(next).toEqual([{ two: 2 }]);
  });

  it("lets the snapshot end when it was abandoned half read or never begun", async () => {
    const database = await open();
    await database.snapshot(undefined, async (reader) => {
      reader.stream("neverBegun", numbers(100_000));
      const abandoned = reader.stream("abandoned", numbers(100_000))[Symbol.asyncIterator]();
      await abandoned.next();
    });
    expect(await isUsable(database)).toBe(true);
  });

  it("lets another statement of the snapshot wait until it has ended", async () => {
    const database = await open();
    const order: string[] = [];
    await database.snapshot(undefined, async (reader) => {
      const rows = reader.stream("first", numbers(3000));
      const iterator = rows[Symbol.asyncIterator]();
      await iterator.next();
      const second = reader.rows("second", sql`SELECT 2`).then(() => order.push("second"));
      for (let n = 0; n < 2999; n += 1) await iterator.next();
      order.push("first");
      await iterator.next();
      await second;
    });
    expect(order).toEqual(["first", "second"]);
  });

  it("throws what goes wrong half way, after the rows before it", async () => {
    const database = await open();
    const seen: number[] = [];
    const outcome = database.snapshot(undefined, async (reader) => {
      const failing = sql`SELECT n, 1 / (1500 - n) FROM generate_series(1, 5000) n`;
      for await (const { n } of reader.stream<{ n: number }>("failHalfWay", failing)) seen.push(n);
    });
    await expect(outcome).rejects.toThrow("division by zero");
    expect(seen).toHaveLength(1000);
    expect(await isUsable(database)).toBe(true);
  });

  it("stops between two fetches when the request is over", async () => {
    const database = await open();
    const controller = new AbortController();
    const seen: number[] = [];
    const outcome = database.snapshot(controller.signal, async (reader) => {
      for await (const { n } of reader.stream<{ n: number }>("stopBetween", numbers(5000))) {
        seen.push(n);
        if (n === 500) controller.abort(new Error("over"));
      }
    });
    await expect(outcome).rejects.toThrow("over");
    expect(seen.length).toBeLessThanOrEqual(1000);
    expect(await isUsable(database)).toBe(true);
  });

  it("fails when the server ends the connection, and the pool makes another", async () => {
    const database = await open();
    const outcome = database.snapshot(undefined, async (reader) => {
      const [{ pid } = { pid: 0 }] = await reader.rows<{ pid: number }>("who", sql`SELECT pg_backend_pid() AS pid`);
      const iterator = reader.stream("cutOff", numbers(100_000))[Symbol.asyncIterator]();
      await iterator.next();
      await server.query("SELECT pg_terminate_backend($1)", [pid]);
      for (;;) if ((await iterator.next()).done) return;
    });
    await expect(outcome).rejects.toMatchObject({ extensions: { code: "DATABASE_UNAVAILABLE" } });
    expect(await isUsable(database)).toBe(true);
  });

  it("can be left while the connection is lost, without waiting for an answer that never comes", async () => {
    const database = await open();
    await database.snapshot(undefined, async (reader) => {
      const [{ pid } = { pid: 0 }] = await reader.rows<{ pid: number }>("who", sql`SELECT pg_backend_pid() AS pid`);
      const iterator = reader.stream("leaveLost", numbers(100_000))[Symbol.asyncIterator]();
      await iterator.next();
      await server.query("SELECT pg_terminate_backend($1)", [pid]);
      await iterator.return?.();
    });
    expect(await isUsable(database)).toBe(true);
  });
});
