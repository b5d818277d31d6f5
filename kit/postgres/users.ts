import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isRunning, pidOf, signatureOf } from "./processes";

/**
 * Enters this process among the users of the server. Call it, and what it returns, while holding the lock.
 * @returns takes the entry away again
 */
export function joinUsers(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // One process may hold several handles, so the pid alone is not a name.
  const entry = path.join(directory, `${process.pid}-${randomBytes(4).toString("hex")}`);
  writeFileSync(entry, signatureOf(process.pid) ?? String(process.pid));
  return () => {
    rmSync(entry, { force: true });
    if (livingUsers(directory).length === 0) removeIfEmpty(directory);
  };
}

/** The pids that use the server now. Entries of processes that have died are removed. */
export function livingUsers(directory: string): number[] {
  const pids = new Set<number>();
  for (const name of entries(directory)) {
    const entry = path.join(directory, name);
    const signature = readFileSync(entry, "utf8");
    if (isRunning(signature)) pids.add(pidOf(signature));
    else rmSync(entry, { force: true });
  }
  return [...pids];
}

function entries(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function removeIfEmpty(directory: string): void {
  try {
    rmdirSync(directory);
  } catch {
    // Gone already, or in use again: both are fine.
  }
}
