import { findBinaries, programPath } from "./binaries";
import type { DataFiles } from "./data-files";
import { PostgresLaunchError } from "./launch-error";
import { type Postmaster, readPostmaster } from "./postmaster";
import { isRunning, waitUntilEnded } from "./processes";
import { runProgram } from "./run-program";

const PATIENCE_MS = 60_000;

/**
 * Shuts the server on the directory down: open transactions are rolled back, everything committed is written. Returns
 * when its process has ended, at once when there is none. Call it while holding the lock.
 * @param known a server to stop if the directory names none any more, because somebody deleted it
 * @throws PostgresLaunchError STOP_FAILED
 */
export async function stopServer(files: DataFiles, known?: Postmaster): Promise<void> {
  const postmaster = readPostmaster(files.data) ?? known;
  if (postmaster === undefined || !isRunning(postmaster.signature)) return;
  await requestFastShutdown(postmaster, files);
  if (await waitUntilEnded(postmaster.signature, PATIENCE_MS)) return;
  throw new PostgresLaunchError(
    "STOP_FAILED",
    `PostgreSQL (process ${postmaster.pid}) did not stop within a minute: see ${files.log}, or end the process.`,
  );
}

async function requestFastShutdown(postmaster: Postmaster, files: DataFiles): Promise<void> {
  if (process.platform === "win32") {
    // Windows has no signals: a kill would be a crash.
    const control = programPath(await findBinaries(), "pg_ctl");
    await runProgram(control, ["stop", "-D", files.data, "-m", "fast", "--no-wait"]);
    return;
  }
  try {
    process.kill(postmaster.pid, "SIGINT");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
