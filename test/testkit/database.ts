import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { migrateRooms } from "../../cli/hub";
import { loadSeeds } from "../../cli/load";
import { openRegistry } from "../../cli/open-registry";
import { createLogger } from "../../kit/logger";

/** What a test database begins with: tables alone, or the seeds of the four municipalities too. */
export type Template = "migrated" | "seeded";

export interface TestDatabase {
  readonly url: string;
  query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export const silentLogger = createLogger({ name: "test", level: process.env.TEST_LOG_LEVEL ?? "silent" });

const templateName = (template: Template) => `kommungraf_${template}`;

function serverUrl(): string {
  const url = process.env.KOMMUNGRAF_TEST_SERVER;
  if (!url) throw new Error("The test server is not running; tests are run by jest with test/testkit/global-setup.ts");
  return url;
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the templates once per run. */
export async function prepareTemplates(server: string): Promise<void> {
  await onServer(server, async (client) => {
    const create = async (template: Template, from: string) => {
      await client.query(`DROP DATABASE IF EXISTS ${templateName(template)}`);
      await client.query(`CREATE DATABASE ${templateName(template)} TEMPLATE ${from}`);
    };
    await create("migrated", "template1");
    await migrateRooms(urlOf(server, templateName("migrated")), silentLogger);
    await create("seeded", templateName("migrated"));
    await loadSeeds(urlOf(server, templateName("seeded")), silentLogger);
    // So that not every hub of a test composes its own.
    await prepareRegistry(urlOf(server, templateName("seeded")));
  });
}

/** Makes a supergraph live, as the registry does when it starts. */
async function prepareRegistry(databaseUrl: string): Promise<void> {
  const publishing = { probe: async () => [], loopback: false };
  const registry = await openRegistry({ databaseUrl, logger: silentLogger, publishing });
  try {
    await registry.ensureLive();
  } finally {
    await registry.close();
  }
}

/** A database of the test's own, copied from a template in some tens of milliseconds. */
export async function createTestDatabase(template: Template): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl(), async (client) => {
    // Copies of one template must not overlap.
    await client.query("SELECT pg_advisory_lock(42)");
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName(template)}`);
  });
  const url = urlOf(serverUrl(), name);
  return {
    url,
    query: (text, values) => onServer(url, async (client) => (await client.query(text, values)).rows),
    drop: () =>
      onServer(
        serverUrl(),
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      ),
  };
}
