import { createHash } from "node:crypto";
import { Client } from "pg";

export interface Leadership {
  /** Whether this process may do the work now: the first that asks, until it goes away. */
  isMine(): Promise<boolean>;
  close(): Promise<void>;
}

const ANSWER_MILLISECONDS = 5000;

/** Lets one process of all that have the database do a work, by an advisory lock on a connection of its own. */
export function createLeadership(databaseUrl: string, name: string): Leadership {
  const key = createHash("sha256").update(name).digest().readBigInt64BE().toString();
  let held: Client | undefined;

  async function connect(): Promise<Client> {
    const client = new Client({
      connectionString: databaseUrl,
      application_name: "kommungraf-monitor",
      connectionTimeoutMillis: ANSWER_MILLISECONDS,
      query_timeout: ANSWER_MILLISECONDS,
      keepAlive: true,
    });
    client.on("error", () => {});
    client.once("end", () => {
      if (held === client) held = undefined;
    });
    await client.connect();
    return client;
  }

  const drop = (client: Client) => void client.end().catch(() => {});

  return {
    async isMine() {
      if (held) {
        const client = held;
        try {
          await client.query("SELECT 1");
          return true;
        } catch {
          // With the connection the lock is lost, and another may have it by now.
          held = undefined;
          drop(client);
          return false;
        }
      }
      const client = await connect();
      try {
        const { rows } = await client.query("SELECT pg_try_advisory_lock($1::bigint) AS taken", [key]);
        if (rows[0]?.taken === true) {
          held = client;
          return true;
        }
      } finally {
        if (held !== client) drop(client);
      }
      return false;
    },
    async close() {
      const client = held;
      held = undefined;
      await client?.end().catch(() => {});
    },
  };
}
