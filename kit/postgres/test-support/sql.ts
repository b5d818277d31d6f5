import { Client, type ClientConfig } from "pg";

/** Runs one statement on a connection of its own. */
export async function sql(url: string | ClientConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Every process of the server that shows in its statistics, and its main process. */
export async function serverPids(url: string): Promise<number[]> {
  const rows = await sql(
    url,
    "SELECT pid FROM pg_stat_activity WHERE backend_type <> 'client backend' " +
      "UNION SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int",
  );
  return rows.map((row) => Number(row.pid));
}
