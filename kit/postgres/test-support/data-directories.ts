import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensurePostgres, type PostgresOptions, type PostgresServer, resetPostgres } from "../index";
import { readPostmaster } from "../postmaster";
import { killHubs } from "./hubs";

const directories: string[] = [];
const servers: PostgresServer[] = [];
let template: Promise<string> | undefined;

/** A data directory that does not exist yet, in a temporary directory that only its owner may enter. */
export function freshDataDirectory(): string {
  const parent = mkdtempSync(path.join(tmpdir(), "kommungraf-postgres-"));
  directories.push(parent);
  return path.join(parent, "postgres");
}

/** A data directory with a cluster in it that nobody uses; copied, since making one takes longer. */
export async function madeDataDirectory(): Promise<string> {
  template ??= makeTemplate();
  const made = await template;
  const dataDirectory = freshDataDirectory();
  cpSync(made, dataDirectory, { recursive: true });
  copyFileSync(`${made}.password`, `${dataDirectory}.password`);
  return dataDirectory;
}

/** `ensurePostgres`, stopped by `tidyUp` at the latest. */
export async function start(options: PostgresOptions): Promise<PostgresServer> {
  const server = await ensurePostgres(options);
  servers.push(server);
  return server;
}

/** The pid of the server that runs on the directory. */
export function serverPid(dataDirectory: string): number {
  const pid = readPostmaster(dataDirectory)?.pid;
  if (pid === undefined) throw new Error(`no server runs on ${dataDirectory}`);
  return pid;
}

/** Ends every process and removes every directory that the tests have made. */
export async function tidyUp(): Promise<void> {
  await killHubs();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const parent of directories.splice(0)) await remove(parent);
}

/** Removes what `madeDataDirectory` copies from. */
export async function tidyUpTemplate(): Promise<void> {
  if (template) await remove(path.dirname(await template));
  template = undefined;
}

async function makeTemplate(): Promise<string> {
  const made = path.join(mkdtempSync(path.join(tmpdir(), "kommungraf-postgres-")), "postgres");
  await (await ensurePostgres({ dataDirectory: made })).stop();
  return made;
}

async function remove(parent: string): Promise<void> {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const dataDirectory = path.join(parent, name);
    // An orphan is stopped before its directory goes.
    if (existsSync(path.join(dataDirectory, "PG_VERSION"))) await resetPostgres({ dataDirectory });
  }
  rmSync(parent, { recursive: true, force: true, maxRetries: 10 });
}
