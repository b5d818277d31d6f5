import { existsSync, realpathSync } from "node:fs";
import path from "node:path";

/** The data directory and what stands beside it. Everything here may be deleted when no process uses it. */
export interface DataFiles {
  readonly data: string;
  /** The superuser's password, readable by its owner only. */
  readonly password: string;
  readonly log: string;
  /** Held while a process starts, joins, leaves, stops or clears the server. */
  readonly lock: string;
  /** One entry for each handle that uses the server; the last to leave stops it. */
  readonly users: string;
  /** How names of directories begin that are a cluster no longer, or not yet. */
  readonly scrapPrefix: string;
}

export function dataFiles(dataDirectory: string): DataFiles {
  // Whoever comes by a symbolic link must meet the same lock and users as whoever does not.
  const data = existsSync(dataDirectory) ? realpathSync(dataDirectory) : path.resolve(dataDirectory);
  return {
    data,
    password: `${data}.password`,
    log: `${data}.log`,
    lock: `${data}.lock`,
    users: `${data}.users`,
    scrapPrefix: `${data}.scrap-`,
  };
}
