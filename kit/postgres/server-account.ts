import { chownSync, existsSync, readFileSync, statSync } from "node:fs";
import { PostgresLaunchError } from "./launch-error";
import { runProgram } from "./run-program";

/** As whom PostgreSQL's programs run. PostgreSQL refuses to run as root, and containers often have nobody else. */
export interface ServerAccount {
  readonly spawnOptions: { uid?: number; gid?: number };
  /** The command line that runs the program as this account. */
  command(program: string, args: readonly string[]): [program: string, args: string[]];
  /** Gives a file or directory to the account. */
  own(path: string): void;
}

const ourselves: ServerAccount = {
  spawnOptions: {},
  command: (program, args) => [program, [...args]],
  own: () => {},
};

/** In a user namespace root's own files belong to "nobody", so that paths only root may enter keep working. */
const NAMESPACE = ["--user", "--map-user=65534", "--map-group=65534"];
const namespaced: ServerAccount = {
  spawnOptions: {},
  command: (program, args) => ["unshare", [...NAMESPACE, "--", program, ...args]],
  own: () => {},
};

/**
 * Chooses the account: ourselves, unless we are root. Root uses the owner of an existing data directory, then a user
 * namespace, then the first of the system's unprivileged users that may enter the places given.
 * @param dataDirectory need not exist
 * @param mustEnter directories that the account has to reach
 * @throws PostgresLaunchError CANNOT_RUN_AS_ROOT
 */
export async function chooseServerAccount(dataDirectory: string, mustEnter: readonly string[]): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return ourselves;
  const owner = existsSync(dataDirectory) ? statSync(dataDirectory) : undefined;
  const madeByAnother = owner !== undefined && owner.uid !== 0;
  if (!madeByAnother && (await namespacesAreAllowed())) return namespaced;
  for (const { uid, gid } of madeByAnother ? [owner] : unprivilegedUsers()) {
    if (await canEnter(uid, gid, mustEnter)) return switchedTo(uid, gid);
  }
  throw new PostgresLaunchError(
    "CANNOT_RUN_AS_ROOT",
    `PostgreSQL refuses to run as root, and no other account may be used in ${mustEnter.join(" and ")}: ` +
      "run as an ordinary user, allow user namespaces, open these directories to others, or set DATABASE_URL.",
  );
}

async function namespacesAreAllowed(): Promise<boolean> {
  return (await runProgram("unshare", [...NAMESPACE, "--", "true"])).code === 0;
}

function switchedTo(uid: number, gid: number): ServerAccount {
  return { ...ourselves, spawnOptions: { uid, gid }, own: (path) => chownSync(path, uid, gid) };
}

function unprivilegedUsers(): { uid: number; gid: number }[] {
  const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  const accounts = lines.map((line) => line.split(":"));
  return ["postgres", "_postgres", "nobody"].flatMap((name) => {
    const account = accounts.find(([login]) => login === name);
    return account ? [{ uid: Number(account[2]), gid: Number(account[3]) }] : [];
  });
}

async function canEnter(uid: number, gid: number, directories: readonly string[]): Promise<boolean> {
  const test = 'for d in "$@"; do test -x "$d" || exit 1; done';
  return (await runProgram("/bin/sh", ["-c", test, "sh", ...directories], { uid, gid })).code === 0;
}
