import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrateRooms } from "../../cli/hub";
import { ensurePostgres } from "../../kit/postgres";
import { silentLogger } from "../../test/testkit/database";
import { createOpendataDatabase } from "../database";
import { createChangeRepository } from "./change.repository";

/** Runs work with the database server up, as a hub does between two starts. */
async function serving<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = await ensurePostgres({ dataDirectory: join(folder, "postgres") });
  try {
    await migrateRooms(server.url, silentLogger);
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

async function write(url: string, ids: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const id of ids) {
    await client.query(
      `INSERT INTO organisations.organisation (municipality_code, id, name, aliases, kind, contacts, sources, quality_notes, changed_at)
       VALUES ('0001', $1, 'name', '{}', 'BOARD', '[]', '[]', '[]', now())`,
      [id],
    );
  }
  await client.end();
}

async function list(url: string, after?: string) {
  const database = createOpendataDatabase({ url, logger: silentLogger });
  await database.connect();
  const page = await createChangeRepository(database.reader()).listChanges({
    first: 500,
    ...(after !== undefined && { after }),
  });
  await database.close();
  return { ids: page.nodes.map(({ recordId }) => recordId), endCursor: page.endCursor };
}

it("a cursor is good after the database was stopped and started", async () => {
  const folder = await mkdtemp(join(tmpdir(), "restart-"));
  try {
    const { endCursor } = await serving(folder, async (url) => {
      await write(url, ["0001-a", "0001-b"]);
      const page = await list(url);
      expect(page.ids).toEqual(["0001-a", "0001-b"]);
      await write(url, ["0001-c"]);
      return page;
    });
    const after = await serving(folder, async (url) => {
      await write(url, ["0001-d"]);
      return list(url, endCursor);
    });
    expect(after.ids).toEqual(["0001-c", "0001-d"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
