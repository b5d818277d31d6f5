import type { Client } from "pg";
import Cursor from "pg-cursor";
import type { QueryRunner } from "typeorm";

const ROWS_AT_A_TIME = 1000;

/**
 * The rows of one statement in turn, fetched some at a time, so that memory holds no more than those.
 * @throws the signal's reason when it aborts between two fetches; what the statement throws otherwise
 */
export async function* streamRows<Row>(
  runner: QueryRunner,
  text: string,
  values: readonly unknown[],
  signal?: AbortSignal,
): AsyncGenerator<Row> {
  const client: Client = await runner.connect();
  const cursor = client.query(new Cursor<Row & object>(text, [...values]));
  try {
    for (;;) {
      signal?.throwIfAborted();
      const rows = await cursor.read(ROWS_AT_A_TIME);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await cursor.close();
  }
}
