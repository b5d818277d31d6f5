import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { ensurePostgres } from "../kit/postgres";

/** Where the benchmark's databases are made. */
export interface BenchServer {
  /** What PostgreSQL says that it is, such as "PostgreSQL 18.4". */
  readonly version: string;
  /** Makes an empty database, in place of one of the same name. @returns its address */
  createDatabase(name: string): Promise<string>;
  /** Drops what was made, and the server too when it was started for this. */
  stop(): Promise<void>;
}

/** Nothing here is to be kept, and all of it shall fit in memory: neither side is to wait for a disk. */
const SETTINGS = { fsync: "off", shared_buffers: "1GB", max_wal_size: "4GB" };

/**
 * Starts a PostgreSQL in a temporary folder.
 * @param databaseUrl a server to use instead, as one who may create databases
 * @throws Error when the server cannot be reached
 */
export async function openBenchServer(databaseUrl: string | undefined): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), "kommungraf-bench-"));
  const server = await ensurePostgres({ databaseUrl, dataDirectory: join(folder, "postgres"), settings: SETTINGS });
  const made: string[] = [];
  const onServer = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: server.url });
    await client.connect().catch((error: unknown) => {
      throw databaseUrl ? new Error(`BENCH_DATABASE_URL names a server that cannot be reached: ${error}`) : error;
    });
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const stop = async () => {
    try {
      if (databaseUrl) {
        for (const name of made)
          await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    const version = await onServer(async (client) => {
      const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
      return `PostgreSQL ${rows[0]?.server_version.split(" ")[0]}`;
    });
    return {
      version,
      async createDatabase(name) {
        await onServer(async (client) => {
          await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
          await client.query(`CREATE DATABASE ${name}`);
        });
        made.push(name);
        const url = new URL(server.url);
        url.pathname = `/${name}`;
        return url.href;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
