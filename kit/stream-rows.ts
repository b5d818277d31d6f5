import type { Client } from "pg";
import Cursor from "pg-cursor";
import type { QueryRunner } from "typeorm";

const ROWS_AT_A_TIME = 1000;

/**
 * The rows of one statement in turn, fetched some at a time, so that memory holds no more than those. Who stops early ends
 * the iteration (`break`, `return()`), which closes the cursor: until then the connection can do nothing else.
 * @throws the signal's reason when it aborts between two fetches; what the statement throws otherwise
 */
export async function* streamRows<Row>(
  runner: QueryRunner,
  text: string,
  values: readonly unknown[],
  signal?: AbortSignal,
): AsyncGenerator<Row> {
  const client: Client = await runner.connect();
  // The server's timer runs over all fetches of a statement, however slowly the rows are used: the signal ends it instead.
  if (signal) await runner.query("SET LOCAL statement_timeout = 0");
  const cursor = client.query(new Cursor<Row & object>(text, [...values]));
  let hasFailed = false;
  cursor.on("error", () => {
    hasFailed = true;
  });
  try {
    for (;;) {
      signal?.throwIfAborted();
      const rows = await cursor.read(ROWS_AT_A_TIME);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    // A cursor that has failed is closed already, and its close would wait for an answer that a lost connection never gives.
    if (!hasFailed) await closeUnlessLost(client, cursor);
  }
}

async function closeUnlessLost(client: Client, cursor: { close(): Promise<void> }): Promise<void> {
  let onEnd = () => {};
  const lost = new Promise<void>((resolve) => {
    onEnd = resolve;
  });
  client.once("end", onEnd);
  try {
    await Promise.race([cursor.close(), lost]);
  } finally {
    client.off("end", onEnd);
  }
}
