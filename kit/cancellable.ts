import { Client } from "pg";
import type { DataSource, QueryRunner } from "typeorm";

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
    cancelling = cancelStatement(dataSource, client.processID);
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

/** Over a connection outside the pool: the pool may be full of the very statements that are to be cancelled. */
async function cancelStatement(dataSource: DataSource, processId: number | undefined): Promise<void> {
  const client = new Client({ connectionString: (dataSource.options as { url?: string }).url });
  try {
    await client.connect();
    await client.query("SELECT pg_cancel_backend($1)", [processId]);
  } catch {
    // The statement's own time limit ends it then.
  } finally {
    await client.end().catch(() => {});
  }
}
