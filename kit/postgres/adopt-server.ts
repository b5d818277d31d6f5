import { realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, type DatabaseError } from "pg";
import type { DataFiles } from "./data-files";
import { PostgresLaunchError } from "./launch-error";
import { type Postmaster, readPostmaster } from "./postmaster";
import { readIfThere } from "./read-if-there";

const PATIENCE_MS = 60_000;

/**
 * Finds the server that already runs on the data directory, waiting while it starts or stops.
 * @returns undefined when none runs
 * @throws PostgresLaunchError PASSWORD_UNKNOWN, or START_FAILED when it runs but does not answer
 */
export async function adoptServer(files: DataFiles): Promise<Postmaster | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const postmaster = readPostmaster(files.data);
    if (postmaster === undefined) return undefined;
    if (postmaster.status === "ready" && (await answers(postmaster, files))) return postmaster;
    if (Date.now() > deadline) {
      throw new PostgresLaunchError(
        "START_FAILED",
        `PostgreSQL (process ${postmaster.pid}) runs on ${files.data} but does not answer: see ${files.log}, or end the process.`,
      );
    }
    await sleep(20);
  }
}

/** The address of the server on this port, with the password in it. */
export function serverUrl(port: number, files: DataFiles): string {
  return `postgres://postgres:${encodeURIComponent(readPassword(files))}@127.0.0.1:${port}/postgres`;
}

async function answers(postmaster: Postmaster, files: DataFiles): Promise<boolean> {
  const client = new Client({ connectionString: serverUrl(postmaster.port, files) });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('data_directory') AS directory");
    return realpathSync(rows[0].directory) === realpathSync(files.data);
  } catch (error) {
    if ((error as DatabaseError).code === "28P01") throw passwordUnknown(files);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function readPassword(files: DataFiles): string {
  const password = readIfThere(files.password)?.trim();
  if (!password) throw passwordUnknown(files);
  return password;
}

function passwordUnknown(files: DataFiles): PostgresLaunchError {
  return new PostgresLaunchError(
    "PASSWORD_UNKNOWN",
    `${files.password} is missing or does not hold the password of ${files.data}: run npm run reset to start afresh.`,
  );
}
