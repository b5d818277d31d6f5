import { join, resolve } from "node:path";
import { Command } from "commander";
import { projectRoot } from "../../kit/project-root";
import { whole } from "../options";
import { runBenchmark } from "../run-benchmark";
import { renderBulk } from "./render-bulk";
import { runBulk } from "./run-bulk";

const ROWS = 1_000_000;
const RUNS = 5;
const RESULTS = join(projectRoot, "bench", "bulk", "results.md");

interface Given {
  readonly rows: number;
  readonly runs: number;
  readonly results?: string;
}

/** Times bulk files beside psql. */
export function bulkCommand(): Command {
  return new Command("bulk")
    .description(
      "Gets the same rows as bulk files over HTTP and with psql's \\copy, and tells how much memory the service takes.",
    )
    .option("--rows <number>", "how many rows (1000 to 1000000)", (text) => whole(text, 1000, ROWS), ROWS)
    .option("--runs <number>", "how many times each way is measured", (text) => whole(text, 1, 100), RUNS)
    .option("--results <file>", "where the results are written (default: bench/bulk/results.md, when no less is run)")
    .addHelpText(
      "after",
      `
Examples:
  npm run bench -- bulk                        1 000 000 rows; some five minutes and 1 GB of disk
  npm run bench -- bulk --rows 100000          quicker, to the terminal alone`,
    )
    .action(run);
}

async function run(given: Given): Promise<void> {
  const { rows, runs } = given;
  await runBenchmark(
    async ({ server, logger, ranOn, tell }) =>
      renderBulk({ ranOn, rows, runs }, await runBulk(server, { rows, runs, logger, tell })),
    given.results ? resolve(given.results) : rows === ROWS && runs >= RUNS ? RESULTS : undefined,
  );
}
