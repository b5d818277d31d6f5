import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { type Binaries, programPath } from "./binaries";
import type { DataFiles } from "./data-files";
import { programEnvironment } from "./run-program";
import type { ServerAccount } from "./server-account";

const LARGEST_LOG_BYTES = 10_000_000;

/** What is needed to run a program on the data directory. */
export interface ServerInstallation {
  readonly files: DataFiles;
  readonly binaries: Binaries;
  readonly account: ServerAccount;
}

export interface ServerProgram {
  readonly child: ChildProcess;
  /** What it has written to the log so far. */
  logged(): string;
}

/**
 * Starts `initdb` or `postgres` so that our death is not its own: it has a process group of its own, so a terminal's
 * Ctrl-C does not reach it, and it writes to a file, since a broken pipe would kill it and leave its shared memory
 * behind.
 */
export function startServerProgram(
  { files, binaries, account }: ServerInstallation,
  program: "initdb" | "postgres",
  args: readonly string[],
): ServerProgram {
  const { descriptor, size } = openLog(files.log);
  const [command, commandArgs] = account.command(programPath(binaries, program), args);
  const child = spawn(command, commandArgs, {
    ...account.spawnOptions,
    cwd: process.platform === "win32" ? undefined : "/",
    detached: true,
    env: programEnvironment(),
    stdio: ["ignore", descriptor, descriptor],
    windowsHide: true,
  });
  closeSync(descriptor);
  return { child, logged: () => readFileSync(files.log).subarray(size).toString("utf8") };
}

function openLog(file: string): { descriptor: number; size: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) return { descriptor: openSync(file, "w", 0o600), size: 0 };
  return { descriptor: openSync(file, "a", 0o600), size };
}
