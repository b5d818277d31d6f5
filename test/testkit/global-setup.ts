import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePostgres } from "../../kit/postgres";
import { prepareTemplates } from "./database";
// The templates hold a supergraph, which is composed in a thread.
import "./source-hook";

/** One PostgreSQL cluster for the whole run, with a migrated and a seeded template that test databases are copied from. */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kommungraf-test-"));
  const server = await ensurePostgres({
    databaseUrl: process.env.TEST_DATABASE_URL || undefined,
    dataDirectory: join(folder, "postgres"),
    settings: { fsync: "off", max_connections: 300 },
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareTemplates(server.url);
  } catch (error) {
    // Without this the server would outlive the run: jest tears down nothing that was not set up.
    await stop();
    throw error;
  }
  process.env.KOMMUNGRAF_TEST_SERVER = server.url;
  (globalThis as { stopKommungrafTestServer?: () => Promise<void> }).stopKommungrafTestServer = stop;
}
