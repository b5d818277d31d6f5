/** The first PostgreSQL whose views can act as who asks (security_invoker), without which they would tell what is not published. */
export const OLDEST_MAJOR = 15;

interface Server {
  query(statement: string): Promise<{ number: number; version: string }[]>;
}

/** @throws Error that says which version the server is of, and which is needed */
export async function refuseOldServer(server: Server): Promise<void> {
  const [found = { number: 0, version: "unknown" }] = await server.query(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  );
  if (found.number >= OLDEST_MAJOR * 10_000) return;
  throw new Error(
    `The database is PostgreSQL ${found.version}, and the hub needs ${OLDEST_MAJOR} or later: let DATABASE_URL name a newer server.`,
  );
}
