import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { QueryRunner } from "typeorm";

/** As much as waits for a reader that is slow. */
const WAITING_BYTES = 256 * 1024;

/**
 * The bytes that a COPY … TO STDOUT gives, as they are used: what is not asked for stays with the server. Who stops early
 * ends the iteration, which cancels the COPY and takes what it had sent, so that the connection is fit for others.
 * @param cancel tells the server to cancel what the connection does, and resolves when it has been told
 * @throws the signal's reason when it has aborted; what the COPY throws otherwise
 */
export async function* copyRows(
  runner: QueryRunner,
  text: string,
  cancel: () => Promise<unknown>,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const client: Client = await runner.connect();
  // The server's timer runs over all of a COPY, however slowly its rows are used: the signal ends it instead.
  if (signal) await runner.query("SET LOCAL statement_timeout = 0");
  signal?.throwIfAborted();
  const copy = client.query(copyTo(text, { highWaterMark: WAITING_BYTES }));
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    copy.once("end", end).once("error", end);
  });
  try {
    // To destroy the stream would leave the connection in the middle of a COPY.
    for await (const chunk of copy.iterator({ destroyOnReturn: false })) {
      signal?.throwIfAborted();
      yield chunk as Buffer;
    }
  } finally {
    if (!hasEnded) {
      const cancelled = cancel();
      copy.resume();
      await Promise.all([ended, cancelled]);
    }
  }
}
