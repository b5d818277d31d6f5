import { join } from "node:path";
import type { DataSource } from "typeorm";
import { migrateRooms } from "../../cli/hub";
import { loadSeeds, seedsFolder } from "../../cli/load";
import { createWriter } from "../../kit/database";
import type { Logger } from "../../kit/logger";
import { NATIONAL } from "../../kit/record";
import { refreshComparisons } from "../../subgraphs/comparisons/import";
import { generateRows } from "./generate";
import { timed } from "./measure-together";

/** What it costs to keep the read model, in milliseconds. */
export interface Upkeep {
  /** Writing the rooms' own rows, set by set: faster than any import. */
  readonly load: number;
  readonly rebuild: number;
  /** After one amount of one municipality has changed. */
  readonly refresh: number;
}

const REFRESHES = 3;

/** Fills an empty database with the reference data, that many amounts and the read model over them. */
export async function buildDatabase(url: string, amounts: number, seed: number, logger: Logger): Promise<Upkeep> {
  await migrateRooms(url, logger);
  await loadSeeds(url, logger, [join(seedsFolder, "reference")]);
  const writer = createWriter(url);
  await writer.initialize();
  try {
    const load = await timed({
      run: () => writer.transaction((manager) => generateRows(manager, { amounts, seed })),
    });
    // An import leaves that to PostgreSQL itself, which comes round in a minute or so.
    await writer.query("VACUUM ANALYZE");
    const rebuild = await timed({
      run: () => writer.transaction((manager) => refreshComparisons(manager, [NATIONAL])),
    });
    await writer.query("VACUUM ANALYZE");
    const refresh = await timeRefresh(writer);
    await writer.query("VACUUM ANALYZE");
    return { load, rebuild, refresh };
  } finally {
    await writer.destroy();
  }
}

/** The middle one of a few municipalities, one amount changed in each. */
async function timeRefresh(writer: DataSource): Promise<number> {
  const owners = await writer.query<{ code: string }[]>(
    "SELECT municipality_code AS code FROM areas.data_supply WHERE municipality_code <> $1 ORDER BY 1 LIMIT $2",
    [NATIONAL, REFRESHES],
  );
  const times: number[] = [];
  for (const { code } of owners) {
    await writer.query(
      `UPDATE funding.allocation SET value = value + 1, changed_at = now()
       WHERE (municipality_code, id) IN (SELECT municipality_code, id FROM funding.allocation
         WHERE municipality_code = $1 AND value IS NOT NULL ORDER BY id LIMIT 1)`,
      [code],
    );
    times.push(await timed({ run: () => writer.transaction((manager) => refreshComparisons(manager, [code])) }));
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
