import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { type DataFiles, dataFiles } from "./data-files";
import { explaining, PostgresLaunchError } from "./launch-error";
import { withLock } from "./lock";
import { newScrap, removeScrap } from "./scrap";
import { stopServer } from "./stop-server";
import { livingUsers } from "./users";

/**
 * Deletes the data directory and the files beside it. A server that nobody uses any more, left by a crash, is
 * stopped first.
 * @throws PostgresLaunchError IN_USE while a process uses it, NOT_A_DATA_DIRECTORY when it holds something else
 */
export async function resetPostgres(options: { dataDirectory: string }): Promise<"cleared" | "nothing-to-clear"> {
  const files = dataFiles(options.dataDirectory);
  if (!existsSync(path.dirname(files.data))) return "nothing-to-clear";
  return explaining(files.data, () => withLock(files.lock, () => clear(files)));
}

async function clear(files: DataFiles): Promise<"cleared" | "nothing-to-clear"> {
  const users = livingUsers(files.users);
  if (users.length > 0) {
    throw new PostgresLaunchError(
      "IN_USE",
      `${files.data} is in use by process ${users.join(", ")}: stop it and run the reset again.`,
    );
  }
  requireCluster(files.data);
  const remains = [files.data, files.password, files.log, files.users].filter((file) => existsSync(file));
  await stopServer(files);
  if (existsSync(files.data)) {
    // A crash halfway through deleting must not leave half a cluster under the real name.
    const scrap = newScrap(files);
    renameSync(files.data, scrap);
    rmSync(scrap, { recursive: true });
  }
  for (const file of remains) rmSync(file, { recursive: true, force: true });
  removeScrap(files);
  return remains.length > 0 ? "cleared" : "nothing-to-clear";
}

/** A mistyped path must not cost anybody their files. */
function requireCluster(directory: string): void {
  if (!existsSync(directory) || existsSync(path.join(directory, "PG_VERSION"))) return;
  if (statSync(directory).isDirectory() && readdirSync(directory).length === 0) return;
  throw new PostgresLaunchError(
    "NOT_A_DATA_DIRECTORY",
    `${directory} holds something that is not a PostgreSQL cluster, so it was not cleared: delete it yourself.`,
  );
}
