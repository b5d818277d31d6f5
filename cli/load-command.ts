import { checkPackages, formatMistakes, formatMistakesAsJson, type Loaded, type Mistake } from "../intake";
import { migrateRooms } from "./hub";
import { loadFolders, offerSeeds } from "./load";
import { openRegistry } from "./open-registry";
import { withPostgres } from "./with-postgres";

/**
 * @param folders of data packages; without any the seeds, which do not go over what owners delivered themselves
 * @returns the exit code: 0 loaded or unchanged, 1 refused
 */
export async function load(folders: readonly string[], json: boolean): Promise<number> {
  const outcome = await withPostgres(async ({ url, logger }) => {
    await migrateRooms(url, logger);
    // What is live is for the registry to say when it starts: this clone may be older than the one that serves.
    await (await openRegistry({ databaseUrl: url, logger })).close();
    return folders.length > 0 ? loadFolders(url, folders, logger) : offerSeeds(url, logger);
  });
  if (outcome.kind === "refused") return refuse(outcome.mistakes, json);
  process.stdout.write(json ? `${JSON.stringify(outcome, null, 2)}\n` : describe(outcome));
  return 0;
}

/** @returns the exit code: 0 when the packages could be loaded, 1 when they hold mistakes */
export async function check(folders: readonly string[], json: boolean): Promise<number> {
  const { mistakes, deliveries } = await checkPackages(folders);
  if (mistakes.length > 0) return refuse(mistakes, json);
  process.stdout.write(
    json ? formatMistakesAsJson([]) : `${deliveries.map(({ name }) => `${name}: no mistakes`).join("\n")}\n`,
  );
  return 0;
}

function refuse(mistakes: readonly Mistake[], json: boolean): number {
  process.stdout.write(json ? formatMistakesAsJson(mistakes) : `${formatMistakes(mistakes)}\n`);
  return 1;
}

function describe({ packages }: Loaded): string {
  const lines = packages.map(({ name, owner, outcome, records, tables }) => {
    if (outcome === "unchanged") return `${name}: unchanged`;
    if (outcome === "kept") return `${name}: left out, since ${owner} has a delivery of its own`;
    const sum = (what: "inserted" | "updated" | "withdrawn") =>
      Object.values(tables).reduce((total, changes) => total + changes[what], 0);
    return `${name}: ${records} records; ${sum("inserted")} new, ${sum("updated")} changed, ${sum("withdrawn")} withdrawn`;
  });
  return `${lines.join("\n")}\n`;
}
