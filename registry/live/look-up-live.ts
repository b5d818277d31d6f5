import { Client } from "pg";

/** The live supergraph as the database has it. */
export interface LiveText {
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
  /** Undefined when the hash is the one that the caller knows already. */
  readonly sdl: string | undefined;
}

/**
 * Looks up which supergraph is live, over a connection of its own: whoever follows it asks seldom, and a connection that
 * hangs then hangs alone.
 * @param known hash of the text that the caller has
 * @param milliseconds for connecting, and again for the answer
 * @returns undefined when no supergraph has been made live yet
 * @throws when the database is away or too slow
 */
export async function lookUpLive(
  databaseUrl: string,
  known: string | undefined,
  milliseconds: number,
): Promise<LiveText | undefined> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "kommungraf-follow",
    connectionTimeoutMillis: milliseconds,
    query_timeout: milliseconds,
    statement_timeout: milliseconds,
    keepAlive: true,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ hash: string; sdl: string | null }>(
      `SELECT s.hash, CASE WHEN s.hash = $1 THEN NULL ELSE s.sdl END AS sdl
         FROM registry.activation a JOIN registry.supergraph s ON s.number = a.supergraph
        ORDER BY a.number DESC LIMIT 1`,
      [known ?? ""],
    );
    const [row] = rows;
    return row && { hash: row.hash, sdl: row.sdl ?? undefined };
  } finally {
    // Nobody waits for it: a server that hangs never says goodbye.
    void client.end().catch(() => {});
  }
}
