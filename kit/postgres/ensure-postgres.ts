import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { adoptServer, serverUrl } from "./adopt-server";
import { findBinaries } from "./binaries";
import { type DataFiles, dataFiles } from "./data-files";
import { explaining, PostgresLaunchError } from "./launch-error";
import { withLock } from "./lock";
import { makeCluster } from "./make-cluster";
import { type Postmaster, sourceOfServer } from "./postmaster";
import { readIfThere } from "./read-if-there";
import { chooseServerAccount } from "./server-account";
import type { ServerInstallation } from "./server-program";
import { type ServerSettings, startServer } from "./start-server";
import { stopServer } from "./stop-server";
import { joinUsers, livingUsers } from "./users";

export interface PostgresServer {
  /** A `postgres://` address with the password in it: treat it as a secret. */
  readonly url: string;
  readonly source: "DATABASE_URL" | "npm" | "system";
  /** Whether a server that already ran on the data directory is shared or was taken over. */
  readonly adopted: boolean;
  /** Leaves the server; the last to leave stops it and waits until its process has ended. May be called again. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** A database to use as it is; then nothing is started, and `stop` does nothing. */
  databaseUrl?: string;
  /** Where the cluster is kept between starts; files named after it stand beside it. */
  dataDirectory: string;
  /** PostgreSQL's settings over the launcher's own. A server that already runs keeps those it was started with. */
  settings?: ServerSettings;
  /** Use only these binaries; without it npm's come first, then the system's. */
  binaries?: "npm" | "system";
}

/**
 * Gives a PostgreSQL: the one at `databaseUrl`, or one on the data directory, which is made, started or shared with
 * other processes as needed. The server is not tied to the life of this process: call `stop` when you are done with
 * it. After a crash the next caller takes over.
 * @throws PostgresLaunchError with a code of `launchErrors`; the message names the remedy
 */
export async function ensurePostgres(options: PostgresOptions): Promise<PostgresServer> {
  if (options.databaseUrl) {
    return { url: options.databaseUrl, source: "DATABASE_URL", adopted: false, stop: async () => {} };
  }
  const files = dataFiles(options.dataDirectory);
  return explaining(files.data, async () => {
    mkdirSync(path.dirname(files.data), { recursive: true });
    return withLock(files.lock, () => joinServer(files, options));
  });
}

async function joinServer(files: DataFiles, options: PostgresOptions): Promise<PostgresServer> {
  const running = await adoptServer(files);
  const postmaster = running ?? (await makeAndStart(files, options));
  const leave = joinUsers(files.users);
  let stopped: Promise<void> | undefined;
  return {
    url: serverUrl(postmaster.port, files),
    source: sourceOfServer(files.data),
    adopted: running !== undefined,
    stop: () => {
      stopped ??= explaining(files.data, () => leaveServer(files, postmaster, leave));
      return stopped;
    },
  };
}

async function makeAndStart(files: DataFiles, options: PostgresOptions): Promise<Postmaster> {
  const binaries = await findBinaries(options.binaries);
  const account = await chooseServerAccount(files.data, [path.dirname(files.data), binaries.directory]);
  const version = readIfThere(path.join(files.data, "PG_VERSION"))?.trim();
  const installation = { files, binaries, account };
  if (version === undefined) await makeCluster(installation);
  else requireSameVersion(installation, version);
  try {
    await startServer(installation, options.settings ?? {});
    return (await adoptServer(files)) ?? endedAtOnce(files);
  } catch (error) {
    await stopServer(files);
    throw error;
  }
}

function endedAtOnce(files: DataFiles): never {
  throw new PostgresLaunchError(
    "START_FAILED",
    `PostgreSQL started on ${files.data} and ended at once: see ${files.log}, or run npm run reset.`,
  );
}

function requireSameVersion({ files, binaries }: ServerInstallation, version: string): void {
  if (version === String(binaries.major)) return;
  throw new PostgresLaunchError(
    "VERSION_MISMATCH",
    `${files.data} was made by PostgreSQL ${version} and ${binaries.source}'s binaries are ${binaries.major}: ` +
      "run npm run reset to start afresh, or set DATABASE_URL.",
  );
}

async function leaveServer(files: DataFiles, postmaster: Postmaster, leave: () => void): Promise<void> {
  // Whoever deletes the directory of a running server has nobody left to share it with.
  if (!existsSync(path.dirname(files.lock))) return stopServer(files, postmaster);
  await withLock(files.lock, async () => {
    leave();
    if (livingUsers(files.users).length === 0) await stopServer(files, postmaster);
  });
}
