import type { DataSource, QueryRunner } from "typeorm";
import { runOutsidePool } from "./outside-pool";

/**
 * Runs one statement on a connection of its own. When the signal aborts, the server is told to cancel, and the
 * connection goes back to the pool only after the statement has ended, so that the cancel can hit nothing else.
 */
export async function runCancellable<T>(
  dataSource: DataSource,
  signal: AbortSignal | undefined,
  run: (runner: QueryRunner) => Promise<T>,
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
    await runner.release();
  }
}
