import { Client } from "pg";

const CONNECT_MILLISECONDS = 2000;

/** Runs a statement over a connection of its own, for what must not wait in a pool that may be full. */
export async function runOutsidePool(url: string, text: string, values: readonly unknown[] = []): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    query_timeout: CONNECT_MILLISECONDS,
  });
  // A connection that is lost is reported here too; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(text, [...values]);
  } finally {
    await client.end().catch(() => {});
  }
}
