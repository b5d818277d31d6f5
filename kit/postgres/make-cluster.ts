import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { explainFailure, PostgresLaunchError } from "./launch-error";
import { newScrap, removeScrap } from "./scrap";
import type { ServerAccount } from "./server-account";
import { type ServerInstallation, startServerProgram } from "./server-program";

/**
 * Makes a new cluster with a new random password. It is made under another name and renamed when it is whole, so a
 * crash never leaves half a cluster under the real name. Call it while holding the lock.
 * @throws PostgresLaunchError INIT_FAILED, DISK_FULL, NO_PERMISSION or NOT_A_DATA_DIRECTORY
 */
export async function makeCluster(installation: ServerInstallation): Promise<void> {
  const { files, binaries, account } = installation;
  removeScrap(files);
  removeEmptyDirectory(files.data);
  const unfinished = newScrap(files);
  mkdirSync(unfinished, { mode: 0o700 });
  account.own(unfinished);
  writePassword(files.password, account);
  const args = ["-D", unfinished, "-U", "postgres", `--pwfile=${files.password}`, "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", ...localeArguments(binaries.major), "--no-sync", "--no-instructions");
  const { child, logged } = startServerProgram(installation, "initdb", args);
  const ended = await exitOf(child);
  if (ended === 0) {
    renameSync(unfinished, files.data);
    return;
  }
  rmSync(unfinished, { recursive: true, force: true });
  const complaint = ended instanceof Error ? ended.message : logged().trim();
  const lines = complaint.split("\n");
  const reason = lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1);
  throw (
    explainFailure(complaint, files.data) ??
    new PostgresLaunchError(
      "INIT_FAILED",
      `initdb of PostgreSQL ${binaries.major} could not make ${files.data} (${reason}): mend that, or set DATABASE_URL.`,
    )
  );
}

/** Bytes compare in code point order and letters are those of Unicode, the same on every system. */
function localeArguments(major: number): string[] {
  if (process.platform === "linux") return ["--locale=C", "--lc-ctype=C.UTF-8"];
  if (process.platform === "darwin") return ["--locale=C", "--lc-ctype=UTF-8"];
  return major < 17 ? ["--locale=C"] : ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
}

function writePassword(file: string, account: ServerAccount): void {
  rmSync(file, { force: true });
  writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  account.own(file);
}

function removeEmptyDirectory(directory: string): void {
  try {
    rmdirSync(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "ENOTDIR") throw error;
    throw new PostgresLaunchError(
      "NOT_A_DATA_DIRECTORY",
      `${directory} holds something that is not a PostgreSQL cluster: move it away or choose another data directory.`,
    );
  }
}

function exitOf(child: ChildProcess): Promise<number | null | Error> {
  return new Promise((resolve) => {
    child.once("error", resolve);
    child.once("exit", resolve);
  });
}
