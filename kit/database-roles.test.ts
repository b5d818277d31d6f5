import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrateRooms } from "../cli/hub";
import { loadSeeds } from "../cli/load";
import { createFundingDatabase } from "../subgraphs/funding/database";
import { silentLogger } from "../test/testkit/database";
import type { Identity } from "./access";
import { createDatabase, type Database } from "./database";
import { READER_ROLE, WRITER_ROLE } from "./database-roles";
import { ensurePostgres, type PostgresServer } from "./postgres";
import { sql } from "./sql";

// A server of the test's own: roles are the whole server's, and other tests act as them.
const folder = mkdtempSync(join(tmpdir(), "kommungraf-roles-"));
let server: PostgresServer;
beforeAll(async () => {
  server = await ensurePostgres({ dataDirectory: join(folder, "postgres"), settings: { fsync: "off" } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function urlOf(database: string, login?: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  if (login !== undefined) Object.assign(url, { username: login, password: "not-a-secret" });
  return url.href;
}

async function asAdministrator(...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** An empty database that a login of the same name owns, with no right beyond. */
const makeOwned = (name: string, attributes = "") =>
  asAdministrator(
    `CREATE ROLE ${name} LOGIN PASSWORD 'not-a-secret' ${attributes}`,
    `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`,
  );

/** A server without the roles, and without the databases of the test before. */
afterEach(async () => {
  const databases = await asAdministrator("SELECT datname FROM pg_database WHERE datname LIKE 'of\\_%'");
  for (const { datname } of databases) await asAdministrator(`DROP DATABASE ${datname} WITH (FORCE)`);
  const roles = await asAdministrator("SELECT rolname FROM pg_roles WHERE rolname LIKE 'of\\_%'");
  for (const role of [...roles.map(({ rolname }) => rolname), READER_ROLE, WRITER_ROLE]) {
    await asAdministrator(`DROP ROLE IF EXISTS ${role}`);
  }
});

/** Migrates an empty schema. */
const migrate = (url: string) =>
  createDatabase({ url, schema: "kit_test", entities: [], migrations: [], logger: silentLogger }).migrate();

it("says what an administrator is to do where the login may not make the roles, and that is enough", async () => {
  await makeOwned("of_ordinary");
  const url = urlOf("of_ordinary", "of_ordinary");
  const refusal = await migrate(url).catch((error: Error) => error);
  const commands = `CREATE ROLE ${READER_ROLE} NOLOGIN; CREATE ROLE ${WRITER_ROLE} NOLOGIN; GRANT ${READER_ROLE}, ${WRITER_ROLE} TO of_ordinary;`;
  expect((refusal as Error).message).toBe(
    `The database login of_ordinary may not make the roles that the hub's rooms act as. Let an administrator of the server run: ${commands}`,
  );
  await asAdministrator(...commands.split("; "));
  await migrate(url);
});

it("asks for the grant alone where the roles are there for another login", async () => {
  await makeOwned("of_first", "CREATEROLE");
  await migrate(urlOf("of_first", "of_first"));
  await makeOwned("of_second");
  await expect(migrate(urlOf("of_second", "of_second"))).rejects.toThrow(
    new RegExp(`run: GRANT ${READER_ROLE}, ${WRITER_ROLE} TO of_second;$`),
  );
});

it("lets several databases of one server migrate at the same moment, each with a login of its own", async () => {
  const names = ["of_a", "of_b", "of_c", "of_d"];
  for (const name of names) await makeOwned(name, "SUPERUSER");
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(names.map((name) => migrate(urlOf(name, name))));
    for (const name of names) {
      const database = createDatabase({
        url: urlOf(name, name),
        schema: "kit_test",
        entities: [],
        migrations: [],
        logger: silentLogger,
      });
      await database.connect();
      expect(await database.reader().rows("who", sql`SELECT current_user AS role`)).toEqual([{ role: READER_ROLE }]);
      await database.close();
    }
    for (const name of names) {
      const client = new Client({ connectionString: urlOf(name) });
      await client.connect();
      await client.query(`DROP SCHEMA kit_test CASCADE; DROP OWNED BY ${READER_ROLE}, ${WRITER_ROLE}`);
      await client.end();
    }
    await asAdministrator(`DROP ROLE ${READER_ROLE}`, `DROP ROLE ${WRITER_ROLE}`);
  }
});

describe("a login that owns the database and is no superuser", () => {
  let database: Database;
  afterEach(() => database.close());

  const reporter = (owner: string): Identity => ({ owner, roles: ["reporter"], client: "test" });

  it("migrates, loads and serves, and its rooms are held by row-level security", async () => {
    await makeOwned("of_plain", "CREATEROLE");
    const url = urlOf("of_plain", "of_plain");
    await migrateRooms(url, silentLogger);
    await loadSeeds(url, silentLogger);
    await migrateRooms(url, silentLogger);
    database = createFundingDatabase({ url, logger: silentLogger });
    await database.connect();

    const grants = await database.reader().rows("grants", sql`SELECT id FROM "grant" WHERE municipality_code = '2281'`);
    expect(grants).toContainEqual({ id: "2281-boverket-sundsbruk" });
    const begin = sql`INSERT INTO follow_up_report
      (municipality_code, id, source_id, grant_id, kind, period_start, period_end, revision, draft)
      VALUES ('2281', '2281-boverket~abcdefghijkl', 'boverket', '2281-boverket-sundsbruk', 'PROGRESS', '2025-01-01', '2025-06-30', 1, '{}')
      RETURNING id`;
    const write = (identity: Identity | null) =>
      database.write({ identity }, (statements) => statements.rows("begin", begin));
    await expect(write(null)).rejects.toThrow("row-level security");
    await expect(write(reporter("2181"))).rejects.toThrow("row-level security");
    expect(await write(reporter("2281"))).toHaveLength(1);

    const drafts = (identity: Identity | null) =>
      database.reader(undefined, { identity }).rows("drafts", sql`SELECT id FROM follow_up_report`);
    expect(await drafts(reporter("2281"))).toHaveLength(1);
    expect(await drafts(reporter("2181"))).toEqual([]);
    expect(await drafts(null)).toEqual([]);
    await expect(
      database.write({ identity: reporter("2281") }, (statements) =>
        statements.rows("rewrite", sql`UPDATE grant_event_log SET value = 1`),
      ),
    ).rejects.toThrow("permission denied");
  });
});
