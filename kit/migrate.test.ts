import { rooms } from "../cli/rooms";
import { CreateAreas1732233600000 } from "../subgraphs/areas/migrations/create-areas";
import { CreateFunding1732233600000 } from "../subgraphs/funding/migrations/create-funding";
import { CreateInitiatives1732233600000 } from "../subgraphs/initiatives/migrations/create-initiatives";
import { CreateOrganisations1732233600000 } from "../subgraphs/organisations/migrations/create-organisations";
import { startChild } from "../test/testkit/child";
import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { withAdvisoryLock } from "./advisory-lock";
import { createWriter } from "./database";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase("migrated");
});
afterEach(() => database.drop());

const dropEverything = () =>
  database.query(`DROP SCHEMA ${rooms.map(({ name }) => `"${name}"`).join(", ")} CASCADE; DROP EXTENSION pg_trgm`);

const tableCounts = () =>
  database.query<{ schema: string; tables: number }>(
    `SELECT schemaname AS schema, count(*)::int AS tables FROM pg_tables WHERE schemaname = ANY($1) GROUP BY 1 ORDER BY 1`,
    [rooms.map(({ name }) => name)],
  );

const migrationsOf = async (room: string) =>
  (await database.query<{ name: string }>(`SELECT name FROM "${room}".migration`)).map(({ name }) => name);

it("makes every room's schema in an empty database, and finds nothing to do the second time", async () => {
  const before = await tableCounts();
  await dropEverything();
  expect(await tableCounts()).toEqual([]);
  for (const times of [1, 2]) {
    for (const room of rooms) await room.createDatabase({ url: database.url, logger: silentLogger }).migrate();
    expect({ times, tables: await tableCounts() }).toEqual({ times, tables: before });
    for (const { name } of rooms)
      expect(new Set(await migrationsOf(name)).size).toBe((await migrationsOf(name)).length);
  }
});

it("is done once when two processes do it at the same time", async () => {
  const before = await tableCounts();
  await dropEverything();
  const env = { DATABASE_URL: database.url, LOG_LEVEL: "error" };
  const processes = [startChild("cli/main.ts", ["migrate"], env), startChild("cli/main.ts", ["migrate"], env)];
  const codes = await Promise.all(processes.map((child) => child.ended()));
  expect({ codes, output: processes.map((child) => child.output()).filter((text) => /error/i.test(text)) }).toEqual({
    codes: [0, 0],
    output: [],
  });
  expect(await tableCounts()).toEqual(before);
  for (const { name } of rooms) expect(await migrationsOf(name)).toHaveLength(1);
});

it.each([
  ["areas", new CreateAreas1732233600000()],
  ["organisations", new CreateOrganisations1732233600000()],
  ["initiatives", new CreateInitiatives1732233600000()],
  ["funding", new CreateFunding1732233600000()],
])("of %s can be undone and done again", async (schema, migration) => {
  const contents = () =>
    database.query(
      `SELECT c.relname AS name, c.relkind AS kind FROM pg_class c WHERE c.relnamespace = $1::regnamespace
       UNION ALL SELECT p.proname, 'f' FROM pg_proc p WHERE p.pronamespace = $1::regnamespace ORDER BY 1, 2`,
      [schema],
    );
  const before = await contents();
  const connection = createWriter(database.url);
  await connection.initialize();
  const runner = connection.createQueryRunner();
  await runner.query(`SET search_path = "${schema}", public`);
  await migration.down(runner);
  expect(await database.query("SELECT tablename FROM pg_tables WHERE schemaname = $1", [schema])).toEqual([
    { tablename: "migration" },
  ]);
  await migration.up(runner);
  expect(await contents()).toEqual(before);
  await runner.release();
  await connection.destroy();
});

describe("the advisory lock", () => {
  it("lets two connections take turns", async () => {
    const connections = [createWriter(database.url), createWriter(database.url)];
    await Promise.all(connections.map((connection) => connection.initialize()));
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      steps.push(`${name} ends`);
    };
    await Promise.all(connections.map((connection, n) => withAdvisoryLock(connection, "turns", work(`work ${n}`))));
    const [first, second] = [steps[0]?.split(" begins")[0], steps[2]?.split(" begins")[0]];
    expect(steps).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
    expect(new Set([first, second])).toEqual(new Set(["work 0", "work 1"]));
    await Promise.all(connections.map((connection) => connection.destroy()));
  });

  it("is let go when the work fails, and gives the failure", async () => {
    const connection = createWriter(database.url);
    await connection.initialize();
    await expect(
      withAdvisoryLock(connection, "fails", async () => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    expect(await withAdvisoryLock(connection, "fails", async () => "free")).toBe("free");
    expect(
      await database.query(
        "SELECT * FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      ),
    ).toEqual([]);
    await connection.destroy();
  });
});
