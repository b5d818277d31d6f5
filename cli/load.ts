import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { formatMistakes, type LoadOptions, type LoadOutcome, loadPackages } from "../intake";
import { createWriter } from "../kit/database";
import type { Logger } from "../kit/logger";
import { projectRoot } from "../kit/project-root";

export const seedsFolder = join(projectRoot, "seeds");

/** The data packages that come with the hub: reference data and the four founding municipalities. */
export function seedFolders(): string[] {
  return readdirSync(seedsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(seedsFolder, name))
    .sort();
}

/** Loads data packages into the database, all or nothing. */
export function loadFolders(databaseUrl: string, folders: readonly string[], logger: Logger): Promise<LoadOutcome> {
  const seeds = folders.filter((folder) => dirname(resolve(folder)) === seedsFolder);
  return load(databaseUrl, { folders, seeds, logger });
}

/** Loads the hub's own packages, but for owners who have delivered one themselves: theirs is newer than ours. */
export function offerSeeds(
  databaseUrl: string,
  logger: Logger,
  folders: readonly string[] = seedFolders(),
): Promise<LoadOutcome> {
  return load(databaseUrl, { folders, seeds: folders, onlyOver: "seeds", logger });
}

/**
 * Loads the hub's own packages at a start. Where systems have recorded since what newer ones do not go together with, the hub
 * keeps what it has and starts all the same.
 * @throws Error with every mistake, when the seeds are wrong by themselves
 */
export async function loadSeeds(databaseUrl: string, logger: Logger, folders?: readonly string[]): Promise<void> {
  const outcome = await offerSeeds(databaseUrl, logger, folders);
  if (outcome.kind === "loaded") return;
  const { mistakes, isBesideRecorded } = outcome;
  if (isBesideRecorded) return logger.warn({ mistakes }, "newer seeds are left out: they contradict what is recorded");
  throw new Error(`The seeds are refused:\n${formatMistakes(mistakes)}`);
}

async function load(databaseUrl: string, options: Omit<LoadOptions, "dataSource">): Promise<LoadOutcome> {
  const dataSource = createWriter(databaseUrl);
  await dataSource.initialize();
  try {
    return await loadPackages({ ...options, dataSource });
  } finally {
    await dataSource.destroy();
  }
}
