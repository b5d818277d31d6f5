import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { databaseUrlVariable, logLevelVariable, readConfig } from "../kit/config";
import { createLogger, withoutSecrets } from "../kit/logger";
import { projectRoot } from "../kit/project-root";
import { openBenchServer } from "./bench-server";
import { type ResultsOf, renderMilliseconds, renderResults } from "./render-results";
import { runBench } from "./run-bench";

const SIZES = [10_000, 100_000, 1_000_000];
const STEPS = [4, 29, 290];
const RESULTS = join(projectRoot, "bench", "results.md");

interface Given {
  readonly amounts: number[];
  readonly municipalities: number[];
  readonly seed: number;
  readonly results?: string;
}

const program = new Command("npm run bench --")
  .description(
    "Times the comparisons of the read model side by side with plain SQL over the rooms' own tables, on generated rows of 290 " +
      "municipalities and ten years. BENCH_DATABASE_URL names a server to make databases on; without it one is started in a " +
      "temporary folder and thrown away.",
  )
  .option(
    "--amounts <counts...>",
    "how many amounts, one database each (2000 to 5000000)",
    several(2000, 5_000_000),
    SIZES,
  )
  .option(
    "--municipalities <counts...>",
    "how many are compared at the largest size (1 to 290)",
    several(1, 290),
    STEPS,
  )
  .option("--seed <number>", "another number makes other rows", (text) => whole(text, 0, 1_000_000), 1)
  .option("--results <file>", "where the ratios are written (default: bench/results.md, when every size is run)")
  .addHelpText(
    "after",
    `
Examples:
  npm run bench                                     all sizes; some ten minutes and 3 GB of disk
  npm run bench -- --amounts 10000 100000           without the largest size, to the terminal alone
  npm run bench -- --amounts 10000 --results /tmp/bench.md`,
  )
  .action(run);

async function run(given: Given): Promise<void> {
  const config = readConfig({
    BENCH_DATABASE_URL: databaseUrlVariable.optional(),
    LOG_LEVEL: logLevelVariable.default("warn"),
  });
  const logger = createLogger({ name: "bench", level: config.LOG_LEVEL });
  const server = await openBenchServer(config.BENCH_DATABASE_URL);
  // Stopping the server ends what is under way, and that ends the run.
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    void server.stop();
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const of: ResultsOf = {
      amounts: ascending(given.amounts),
      steps: ascending(given.municipalities),
      seed: given.seed,
      ranOn: `${server.version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    };
    const tell = (line: string) => void process.stderr.write(`${line}\n`);
    const outcome = await runBench(server, { ...of, logger, tell });
    const results = renderResults(of, outcome);
    process.stdout.write(`\n${renderMilliseconds(of, outcome)}\n\n${results}`);
    const file = given.results ? resolve(given.results) : isWhole(of) ? RESULTS : undefined;
    if (file) writeFileSync(file, results);
    tell(file ? `\nWritten to ${file}.` : "\nNot written: only some of the sizes were run (--results names a file).");
  } catch (error) {
    if (!interrupted) throw error;
    process.exitCode = 130;
  } finally {
    await server.stop();
  }
}

function several(least: number, most: number) {
  const given: number[] = [];
  return (text: string): number[] => {
    for (const part of text.split(",")) given.push(whole(part, least, most));
    return given;
  };
}

function whole(text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InvalidArgumentError(`"${text}" is not a whole number from ${least} to ${most}.`);
}

const ascending = (counts: readonly number[]) => [...new Set(counts)].sort((a, b) => a - b);
const isWhole = ({ amounts, steps }: ResultsOf) => amounts.join() === SIZES.join() && steps.join() === STEPS.join();

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`bench: ${withoutSecrets(error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
});
