import type { DataSource, QueryRunner } from "typeorm";
import { runOutsidePool } from "./outside-pool";

/**
 * Runs work on a connection of its own. When the signal aborts, the server is told to cancel, and the connection goes back
 * to the pool only after the statement has ended and the cancel has been sent, so that it can hit nothing else.
 * @param tidy what makes the connection fit for others; no cancel can hit it
 */
export async function runCancellable<T>(
  dataSource: DataSource,
  signal: AbortSignal | undefined,
  run: (runner: QueryRunner) => Promise<T>,
  tidy?: (runner: QueryRunner) => Promise<unknown>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const client: { processID?: number } = await runner.connect();
  let cancelling: Promise<void> | undefined;
  const cancel = () => {
    const { url = "" } = dataSource.options as { url?: string };
    // When the cancel does not get through, the statement's own time limit ends it.
    cancelling = runOutsidePool(url, "SELECT pg_cancel_backend($1)", [client.processID]).catch(() => {});
  };
  try {
    signal?.throwIfAborted();
    signal?.addEventListener("abort", cancel, { once: true });
    return await run(runner);
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener("abort", cancel);
    await cancelling;
    // What cannot be tidied is a lost connection, of which `run` has told already; the pool drops it.
    await tidy?.(runner).catch(() => {});
    await runner.release();
  }
}
