import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port";
import { explainFailure, PostgresLaunchError } from "./launch-error";
import { disarmStalePidFile, readPostmaster } from "./postmaster";
import { type ServerInstallation, startServerProgram } from "./server-program";

export type ServerSettings = Record<string, string | number | boolean>;

/** For demonstrations and tests: a crash of the machine may lose the last moments, never the whole. */
const DEFAULT_SETTINGS: ServerSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 100,
  shared_buffers: "128MB",
  synchronous_commit: false,
  jit: false,
  // Details and statements of an error may hold values of rows, which do not belong in a log.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

const PATIENCE_MS = 60_000;
const MOST_ATTEMPTS = 20;
/** Somebody took the free port, or processes of a killed server are about to end. */
const PASSING_TROUBLE = /Address already in use|Is another postmaster|pre-existing shared memory/;

/**
 * Starts a server and returns when it accepts connections. It outlives this process. Call it while holding the lock.
 * @throws PostgresLaunchError START_FAILED, DISK_FULL or NO_PERMISSION
 */
export async function startServer(installation: ServerInstallation, settings: ServerSettings): Promise<void> {
  const { files } = installation;
  for (let attempt = 1; ; attempt++) {
    disarmStalePidFile(files.data);
    const complaint = await launch(installation, settings);
    if (complaint === undefined) return;
    if (attempt < MOST_ATTEMPTS && PASSING_TROUBLE.test(complaint)) {
      await sleep(attempt * 20);
      continue;
    }
    const reason = /(?:FATAL|PANIC): *(.*)/.exec(complaint)?.[1] ?? complaint.trim().split("\n").at(-1);
    throw (
      explainFailure(complaint, files.data) ??
      new PostgresLaunchError(
        "START_FAILED",
        `PostgreSQL did not start (${reason || "it said nothing"}): see ${files.log}, or run npm run reset.`,
      )
    );
  }
}

/** @returns undefined when a server is ready, otherwise what it complained of */
async function launch(installation: ServerInstallation, settings: ServerSettings): Promise<string | undefined> {
  const { files } = installation;
  const args = ["-D", files.data, "-p", String(await freePort())];
  for (const [name, value] of Object.entries({ ...DEFAULT_SETTINGS, ...settings })) {
    args.push("-c", `${name}=${value}`);
  }
  const { child, logged } = startServerProgram(installation, "postgres", args);
  child.unref();
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const postmaster = readPostmaster(files.data);
    if (postmaster?.status === "ready") return undefined;
    if (failure) return failure.message;
    // It may have ended because an orphan was quicker; then that one is waited for.
    if (hasEnded(child) && !postmaster) return logged();
    if (Date.now() > deadline) return `it was not ready after ${PATIENCE_MS / 1000} seconds`;
    await sleep(10);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
