import { randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { DataFiles } from "./data-files";
import { readPostmaster } from "./postmaster";

/** A name for a directory that holds no whole cluster, or will not for long; `removeScrap` finds it after a crash. */
export function newScrap(files: DataFiles): string {
  return files.scrapPrefix + randomBytes(4).toString("hex");
}

/** Best effort: an initdb whose parent was killed may still be at work; if it may end, it leaves nothing behind. */
export function removeScrap(files: DataFiles): void {
  const parent = path.dirname(files.data);
  for (const name of readdirSync(parent)) {
    const entry = path.join(parent, name);
    if (!entry.startsWith(files.scrapPrefix) || readPostmaster(entry)) continue;
    try {
      rmSync(entry, { recursive: true, force: true });
    } catch {
      // The next start tries again.
    }
  }
}
