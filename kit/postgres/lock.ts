import { randomBytes } from "node:crypto";
import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresLaunchError } from "./launch-error";
import { isRunning, pidOf, signatureOf } from "./processes";
import { readIfThere } from "./read-if-there";

const PATIENCE_MS = 120_000;

/**
 * Does the work while no other process that asks for the same lock file does its own. A lock whose holder has died
 * is taken over. The directory of the file has to exist.
 * @throws PostgresLaunchError LOCK_TIMEOUT after two minutes
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(file)) {
    const holder = readIfThere(file);
    if (holder !== undefined && !isRunning(holder)) {
      removeStale(file, holder);
    } else if (Date.now() > deadline) {
      throw new PostgresLaunchError(
        "LOCK_TIMEOUT",
        `Process ${pidOf(holder ?? "")} has held ${file} for two minutes: stop that process and try again.`,
      );
    } else {
      await sleep(20);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  const draft = unique(file);
  try {
    writeFileSync(draft, signatureOf(process.pid) ?? String(process.pid), { mode: 0o600 });
    return linkUnlessTaken(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Several may find the same stale lock; only one can rename it, and who renamed a newer one puts it back. */
function removeStale(file: string, holder: string): void {
  const aside = unique(file);
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  try {
    if (readIfThere(aside) !== holder) linkUnlessTaken(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A link, unlike a new file, appears together with its content, so nobody ever reads a lock without a holder. */
function linkUnlessTaken(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function unique(file: string): string {
  return `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
}
