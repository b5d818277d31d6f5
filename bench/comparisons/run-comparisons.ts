import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../kit/database";
import type { Logger } from "../../kit/logger";
import { createComparisonsDatabase } from "../../subgraphs/comparisons/database";
import type { BenchServer } from "../bench-server";
import { grouped } from "../table";
import { askHub, askTables, type Chosen, everyRowOfHub } from "./answers";
import { buildDatabase, type Upkeep } from "./build-database";
import { differences } from "./differences";
import { measureTogether } from "./measure-together";
import { type BenchComparison, benchComparisons, isQuotient } from "./questions";

export interface ComparisonsOptions {
  /** Sizes, ascending. */
  readonly amounts: readonly number[];
  /** How many municipalities are compared in each step, at the largest size, ascending. */
  readonly steps: readonly number[];
  readonly seed: number;
  readonly logger: Logger;
  /** Told what is being done. */
  readonly tell: (line: string) => void;
}

/** Medians in milliseconds. */
export interface Timing {
  readonly hub: number;
  readonly plain: number;
}

export interface ComparisonTimings {
  readonly comparison: BenchComparison;
  /** As many as there are sizes. */
  readonly bySize: readonly Timing[];
  /** As many as there are steps. */
  readonly byStep: readonly Timing[];
}

export interface ComparisonsOutcome {
  readonly timings: readonly ComparisonTimings[];
  /** As many as there are sizes. */
  readonly upkeep: readonly Upkeep[];
}

const LONGEST_STATEMENT = 600_000;
const SETTLING = 2000;

/** A database and the municipalities compared in it. */
interface Setting {
  readonly name: string;
  readonly database: Database;
  readonly municipalities: Chosen;
}

/**
 * Makes a database of each size, proves that hub and tables agree in every setting, and then times both.
 * @throws Error when they do not agree, naming the comparison, the setting and the rows
 */
export async function runComparisons(server: BenchServer, options: ComparisonsOptions): Promise<ComparisonsOutcome> {
  const { amounts, steps, seed, logger, tell } = options;
  const upkeep: Upkeep[] = [];
  const sizes: Setting[] = [];
  try {
    for (const count of amounts) {
      tell(`making ${grouped(count)} amounts and the read model over them`);
      const url = await server.createDatabase(`kommungraf_bench_${count}`);
      upkeep.push(await buildDatabase(url, count, seed, logger));
      const database = createComparisonsDatabase({ url, logger, statementMilliseconds: LONGEST_STATEMENT });
      await database.connect();
      sizes.push({ name: `${grouped(count)} amounts`, database, municipalities: null });
    }
    const stepSettings = await chooseMunicipalities(sizes.at(-1), steps);
    const settings = [...sizes, ...stepSettings];
    for (const setting of settings) {
      tell(`comparing the answers at ${setting.name}`);
      for (const comparison of benchComparisons) await requireSameAnswers(comparison, setting);
    }
    await sleep(SETTLING);
    const timings: ComparisonTimings[] = [];
    for (const comparison of benchComparisons) {
      tell(`timing ${comparison.name}`);
      const medians = await measureTogether(
        settings.flatMap(({ database, municipalities }) => [
          { run: () => askHub(database, comparison, municipalities) },
          { run: () => askTables(database, comparison, municipalities) },
        ]),
      );
      const all = settings.map((_, index) => ({
        hub: medians[index * 2] ?? Number.NaN,
        plain: medians[index * 2 + 1] ?? Number.NaN,
      }));
      timings.push({ comparison, bySize: all.slice(0, sizes.length), byStep: all.slice(sizes.length) });
    }
    return { timings, upkeep };
  } finally {
    for (const { database } of sizes) await database.close();
  }
}

/** Municipalities from the whole country: every so-manieth by code. */
async function chooseMunicipalities(largest: Setting | undefined, steps: readonly number[]): Promise<Setting[]> {
  if (!largest) return [];
  const rows = await largest.database.dataSource.query<{ code: string }[]>(
    "SELECT municipality_code AS code FROM comparisons.municipality WHERE has_data ORDER BY 1",
  );
  return steps.map((count) => ({
    ...largest,
    name: `${count} municipalities, ${largest.name}`,
    municipalities: Array.from({ length: count }, (_, n) => rows[Math.floor((n * rows.length) / count)]?.code ?? ""),
  }));
}

async function requireSameAnswers(comparison: BenchComparison, { name, database, municipalities }: Setting) {
  const hub = await everyRowOfHub(database, comparison, municipalities);
  const plain = await askTables(database, comparison, municipalities, null);
  const found = differences(hub, plain, isQuotient(comparison));
  if (found.length > 0) {
    throw new Error(`${comparison.name} at ${name}: hub and tables differ.\n  ${found.join("\n  ")}`);
  }
}
