import type { EntityManager } from "typeorm";
import { NATIONAL } from "../../../kit/record";
import { batchesOf } from "./batches";
import { citations, writeCitations } from "./citations";
import { FACTS_EDITION } from "./edition";
import { factSources } from "./fact-sources";
import { gatherFundingTables } from "./gather-funding";
import { gatherInitiativeTables } from "./gather-initiatives";
import { initiativeFacts } from "./initiative-facts";
import { moneyFacts } from "./money-facts";
import { moneyRecords } from "./money-records";
import { municipalities, readChanged, writeMunicipalities } from "./municipalities";
import { writeCells } from "./national-cells";
import { writeReadModel } from "./reference-hash";
import { municipalCells } from "./rollup";
import { run } from "./run";
import { writeFacts } from "./write-facts";

/**
 * Brings the read model up to date after rows of these owners changed, inside the caller's transaction: readers see the
 * rooms' rows and what is computed from them change together, or neither. National rows (owner 0000), an empty read model
 * or one of another edition mean every municipality; a municipality whose facts come out the same is not written again.
 * @param owners municipality codes; NATIONAL for the reference data. Empty when nothing changed.
 * @throws without a transaction, and when the database fails; the caller rolls back
 */
export async function refreshComparisons(manager: EntityManager, owners: readonly string[]): Promise<void> {
  if (!manager.queryRunner?.isTransactionActive) throw new Error("refreshComparisons runs inside a transaction.");
  // One at a time: each adds what it changes to sums that all municipalities share.
  await manager.query(
    "/* refreshComparisons */ SELECT pg_advisory_xact_lock(hashtextextended('kommungraf comparisons', 0))",
  );
  const isCurrent = await isOfThisEdition(manager);
  if (!isCurrent) await empty(manager);
  const isNational = !isCurrent || owners.includes(NATIONAL);
  const codes = isNational ? await readAllCodes(manager) : [...new Set(owners)].sort();
  await withSettings(manager, async () => {
    for (const batch of isNational ? await batchesOf(manager, codes) : [codes]) await refresh(manager, batch);
  });
  if (isNational) await manager.query(writeReadModel, [FACTS_EDITION]);
}

async function refresh(manager: EntityManager, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  // Rows of an owner that is no municipality (any more) are nothing to compare.
  const living = (await manager.query<{ code: string }[]>(readLivingCodes, [codes])).map(({ code }) => code);
  await run(manager, [...gatherInitiativeTables, ...gatherFundingTables, ...moneyRecords, ...factSources], living);
  await run(manager, [...moneyFacts, ...initiativeFacts, ...municipalities, ...citations], living);
  const changed = (await manager.query<{ code: string }[]>(readChanged, [codes])).map(({ code }) => code);
  if (changed.length > 0) await run(manager, [...municipalCells, ...writeCells, ...writeFacts], changed);
  await run(manager, [...writeMunicipalities, ...writeCitations], codes);
  // Another refresh in the same transaction makes its own.
  await manager.query(
    `/* dropRefreshTables */ DROP TABLE IF EXISTS ${TABLES.map((name) => `refresh_${name}`).join(", ")}`,
  );
}

const readLivingCodes = `/* readLivingMunicipalities */
  SELECT code FROM areas.published_municipality WHERE code = ANY($1) ORDER BY 1`;

const TABLES = [
  "organisation",
  "programme",
  "initiative",
  "source",
  "contribution",
  "pot",
  "allocation",
  "grant",
  "share",
  "money",
  "part",
  "fact_source",
  "named",
  "fact",
  "initiative_source",
  "content",
  "municipality",
  "cell",
  "fact_year",
  "national",
  "citation",
];

async function isOfThisEdition(manager: EntityManager): Promise<boolean> {
  const rows = await manager.query<{ edition: number }[]>(
    "/* readEdition */ SELECT edition FROM comparisons.read_model",
  );
  return rows[0]?.edition === FACTS_EDITION;
}

/** Deletes rather than truncates: whoever reads meanwhile goes on seeing what was there. */
async function empty(manager: EntityManager): Promise<void> {
  for (const table of ["fact_source", "fact", "rollup", "citation", "municipality", "read_model"]) {
    await manager.query(`/* emptyReadModel */ DELETE FROM comparisons.${table}`);
  }
}

/** The municipalities that there are, and those that the read model still has. */
async function readAllCodes(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `/* readAllMunicipalities */
    SELECT code FROM areas.published_municipality UNION SELECT municipality_code FROM comparisons.municipality ORDER BY 1`,
  );
  return rows.map(({ code }) => code);
}

/**
 * Memory for sorting and hashing many rows; compiling the statements would take longer than running them, and so would
 * finer statistics of the tables that live for one refresh.
 */
const SETTINGS = { work_mem: "128MB", jit: "off", default_statistics_target: "10" };

async function withSettings(manager: EntityManager, work: () => Promise<void>): Promise<void> {
  const names = Object.keys(SETTINGS);
  const set = (values: readonly string[]) =>
    manager.query(
      "/* setForTransaction */ SELECT set_config(name, value, true) FROM unnest($1::text[], $2::text[]) AS s(name, value)",
      [names, values],
    );
  const before = await manager.query<{ value: string }[]>(
    "/* readSettings */ SELECT current_setting(name) AS value FROM unnest($1::text[]) WITH ORDINALITY AS s(name, n) ORDER BY n",
    [names],
  );
  await set(Object.values(SETTINGS));
  await work();
  await set(before.map(({ value }) => value));
}
