import { join, resolve } from "node:path";
import { Command } from "commander";
import { projectRoot } from "../../kit/project-root";
import { ascending, several, whole } from "../options";
import { runBenchmark } from "../run-benchmark";
import { renderMilliseconds, renderResults } from "./render-results";
import { runComparisons } from "./run-comparisons";

const SIZES = [10_000, 100_000, 1_000_000];
const STEPS = [4, 29, 290];
const RESULTS = join(projectRoot, "bench", "comparisons", "results.md");

interface Given {
  readonly amounts: number[];
  readonly municipalities: number[];
  readonly seed: number;
  readonly results?: string;
}

/** Times the comparisons. */
export function comparisonsCommand(): Command {
  return new Command("comparisons")
    .description(
      "Times the comparisons of the read model side by side with plain SQL over the rooms' own tables, on generated rows of " +
        "290 municipalities and ten years.",
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
    .option(
      "--results <file>",
      "where the ratios are written (default: bench/comparisons/results.md, when every size is run)",
    )
    .addHelpText(
      "after",
      `
Examples:
  npm run bench -- comparisons                              all sizes; some ten minutes and 3 GB of disk
  npm run bench -- comparisons --amounts 10000 100000       without the largest size, to the terminal alone
  npm run bench -- comparisons --amounts 10000 --results /tmp/bench.md`,
    )
    .action(run);
}

async function run(given: Given): Promise<void> {
  const amounts = ascending(given.amounts);
  const steps = ascending(given.municipalities);
  const isWhole = amounts.join() === SIZES.join() && steps.join() === STEPS.join();
  await runBenchmark(
    async ({ server, logger, ranOn, tell }) => {
      const outcome = await runComparisons(server, { amounts, steps, seed: given.seed, logger, tell });
      const of = { amounts, steps, seed: given.seed, ranOn };
      process.stdout.write(`\n${renderMilliseconds(of, outcome)}\n\n`);
      return renderResults(of, outcome);
    },
    given.results ? resolve(given.results) : isWhole ? RESULTS : undefined,
  );
}
