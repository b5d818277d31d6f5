import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatMistakes, loadPackages } from "../intake";
import { createWriter } from "../kit/database";
import type { Logger } from "../kit/logger";
import { projectRoot } from "../kit/project-root";
import { readFingerprints } from "../subgraphs/areas/import";

export const seedsFolder = join(projectRoot, "seeds");

/** The data packages that come with the hub: reference data and the four founding municipalities. */
export function seedFolders(): string[] {
  return readdirSync(seedsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(seedsFolder, name))
    .sort();
}

export type LoadResult = Awaited<ReturnType<typeof loadPackages>>;

/** Loads data packages into the database, all or nothing. */
export async function loadFolders(
  databaseUrl: string,
  folders: readonly string[],
  logger: Logger,
): Promise<LoadResult> {
  const dataSource = createWriter(databaseUrl);
  await dataSource.initialize();
  try {
    return await loadPackages({ folders, dataSource, logger });
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Loads the seeds, but for owners who have delivered a package of their own: theirs is newer than ours.
 * @throws Error with every mistake, when the hub's own seeds are refused
 */
export async function loadSeeds(databaseUrl: string, logger: Logger): Promise<void> {
  const dataSource = createWriter(databaseUrl);
  await dataSource.initialize();
  try {
    const delivered = [...(await readFingerprints(dataSource.manager)).keys()];
    const folders = seedFolders().filter((folder) => {
      const { owner, name } = readOwner(folder);
      return !delivered.some((key) => key.startsWith(`${owner}/`) && key !== `${owner}/${name}`);
    });
    const outcome = await loadPackages({ folders, dataSource, logger });
    if ("mistakes" in outcome) throw new Error(`The seeds are refused:\n${formatMistakes(outcome.mistakes)}`);
  } finally {
    await dataSource.destroy();
  }
}

function readOwner(folder: string): { owner: string; name: string } {
  const { name, kommungraf } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  return { owner: kommungraf.owner, name };
}
