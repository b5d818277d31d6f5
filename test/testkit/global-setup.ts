import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePostgres } from "../../kit/postgres";
import { prepareTemplates } from "./database";

/** One PostgreSQL cluster for the whole run, with a migrated and a seeded template that test databases are copied from. */
export default async function globalSetup(): Promise<void> {
  const server = await ensurePostgres({
    databaseUrl: process.env.TEST_DATABASE_URL || undefined,
    dataDirectory: join(mkdtempSync(join(tmpdir(), "kommungraf-test-")), "postgres"),
    settings: { fsync: "off", max_connections: 300 },
  });
  process.env.KOMMUNGRAF_TEST_SERVER = server.url;
  (globalThis as { kommungrafTestServer?: unknown }).kommungrafTestServer = server;
  await prepareTemplates(server.url);
}
