import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { MigrationInterface } from "typeorm";
import { migrateRooms } from "../cli/hub";
import { roomFolder } from "../cli/room-folder";
import { rooms } from "../cli/rooms";
import { startChild } from "../test/testkit/child";
import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { withAdvisoryLock } from "./advisory-lock";
import { createWriter } from "./database";
import { projectRoot } from "./project-root";

/** Every schema of the hub, and the folder that makes it. */
const schemas = [
  ...rooms.map(({ name }) => ({ name, folder: roomFolder(name) })),
  { name: "registry", folder: "registry" },
];

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase("migrated");
});
afterEach(() => database.drop());

const dropEverything = () =>
  database.query(`DROP SCHEMA ${schemas.map(({ name }) => `"${name}"`).join(", ")} CASCADE; DROP EXTENSION pg_trgm`);

const tableCounts = () =>
  database.query<{ schema: string; tables: number }>(
    `SELECT schemaname AS schema, count(*)::int AS tables FROM pg_tables WHERE schemaname = ANY($1) GROUP BY 1 ORDER BY 1`,
    [schemas.map(({ name }) => name)],
  );

const migrationsOf = async (room: string) =>
  (await database.query<{ name: string }>(`SELECT name FROM "${room}".migration ORDER BY id`)).map(({ name }) => name);

const allMigrations = () => Promise.all(schemas.map(({ name }) => migrationsOf(name)));

it("makes every schema in an empty database, and finds nothing to do the second time", async () => {
  const before = await tableCounts();
  await dropEverything();
  expect(await tableCounts()).toEqual([]);
  for (const times of [1, 2]) {
    await migrateRooms(database.url, silentLogger);
    expect({ times, tables: await tableCounts() }).toEqual({ times, tables: before });
    for (const { name } of schemas)
      expect(new Set(await migrationsOf(name)).size).toBe((await migrationsOf(name)).length);
  }
});

it("is done once when two processes do it at the same time", async () => {
  const before = await tableCounts();
  const migrations = await allMigrations();
  await dropEverything();
  const env = { DATABASE_URL: database.url, LOG_LEVEL: "error" };
  const processes = [startChild("cli/main.ts", ["migrate"], env), startChild("cli/main.ts", ["migrate"], env)];
  const codes = await Promise.all(processes.map((child) => child.ended()));
  expect({ codes, output: processes.map((child) => child.output()).filter((text) => /error/i.test(text)) }).toEqual({
    codes: [0, 0],
    output: [],
  });
  expect(await tableCounts()).toEqual(before);
  expect(await allMigrations()).toEqual(migrations);
});

/** The migrations in a folder, oldest first; the time that each was made stands at the end of its name. */
async function migrationsIn(owner: string): Promise<MigrationInterface[]> {
  const folder = join(projectRoot, owner, "migrations");
  const modules = await Promise.all(readdirSync(folder).map((file) => import(join(folder, file))));
  const classes = modules.flatMap((module) => Object.values<new () => MigrationInterface>(module));
  const madeAt = ({ name }: { name: string }) => Number(/\d+$/.exec(name)?.[0]);
  return classes.sort((a, b) => madeAt(a) - madeAt(b)).map((Migration) => new Migration());
}

/** The first migration of a room that cannot be undone, by the room: from it on logs are kept that are thrown away by nobody. */
const KEPT_FROM: Readonly<Record<string, string>> = { funding: "CreateFollowUp1763884800000" };

it.each(schemas)("of $name can be undone, the last first, and done again", async ({ name: schema, folder }) => {
  const contents = () =>
    database.query(
      `SELECT c.relname AS name, c.relkind AS kind FROM pg_class c WHERE c.relnamespace = $1::regnamespace
       UNION ALL SELECT p.proname, 'f' FROM pg_proc p WHERE p.pronamespace = $1::regnamespace ORDER BY 1, 2`,
      [schema],
    );
  const all = await migrationsIn(folder);
  expect(all.map((migration) => migration.constructor.name)).toEqual(await migrationsOf(schema));
  const connection = createWriter(database.url);
  await connection.initialize();
  const runner = connection.createQueryRunner();
  await runner.query(`SET search_path = "${schema}", public`);
  const first = all.findIndex((migration) => migration.constructor.name === KEPT_FROM[schema]);
  const migrations = first < 0 ? all : all.slice(0, first);
  if (first >= 0) {
    await expect(all[first]?.down(runner)).rejects.toThrow("restore a backup of before");
    await runner.query(`DROP SCHEMA "${schema}" CASCADE; CREATE SCHEMA "${schema}"; CREATE TABLE migration (id int)`);
    for (const migration of migrations) await migration.up(runner);
  }
  const before = await contents();
  for (const migration of [...migrations].reverse()) await migration.down(runner);
  const left = "SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'v')";
  expect(await database.query(left, [schema])).toEqual([{ name: "migration" }]);
  for (const migration of migrations) await migration.up(runner);
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
