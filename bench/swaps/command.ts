import { join, resolve } from "node:path";
import { Command } from "commander";
import { projectRoot } from "../../kit/project-root";
import { ascending, several, whole } from "../options";
import { runBenchmark } from "../run-benchmark";
import { renderOutcome, renderSwaps } from "./render-swaps";
import { runSwaps } from "./run-swaps";

const OWNERS = [10, 50, 100, 290];
const SECONDS = 10;
const PUBLISHES = 5;
const RATE = 50;
const RESULTS = join(projectRoot, "bench", "swaps", "results.md");

interface Given {
  readonly owners: number[];
  readonly seconds: number;
  readonly publishes: number;
  readonly rate: number;
  readonly results?: string;
}

/** Publishes and swaps under load. */
export function swapsCommand(): Command {
  return new Command("swaps")
    .description(
      "Publishes municipalities' subgraphs to a hub that is asked at a constant rate: how long it takes until they are " +
        "live, and what the clients notice of it.",
    )
    .option("--owners <counts...>", "how many municipalities have a subgraph (1 to 290)", several(1, 290), OWNERS)
    .option(
      "--seconds <number>",
      "how long the hub is at rest before each publish",
      (text) => whole(text, 1, 600),
      SECONDS,
    )
    .option("--publishes <number>", "how many are measured for each count", (text) => whole(text, 1, 100), PUBLISHES)
    .option("--rate <number>", "questions per second", (text) => whole(text, 1, 1000), RATE)
    .option("--results <file>", "where the results are written (default: bench/swaps/results.md, when no less is run)")
    .addHelpText(
      "after",
      `
Examples:
  npm run bench -- swaps                       10, 50, 100 and 290 municipalities; some ten minutes
  npm run bench -- swaps --owners 10           one count, to the terminal alone`,
    )
    .action(run);
}

async function run(given: Given): Promise<void> {
  const owners = ascending(given.owners);
  const isWhole =
    owners.join() === OWNERS.join() && given.seconds >= SECONDS && given.publishes >= PUBLISHES && given.rate === RATE;
  await runBenchmark(
    async ({ server, logger, ranOn, tell }) => {
      const { seconds, publishes, rate: perSecond } = given;
      const of = { ranOn, seconds, publishes, perSecond };
      const outcomes = await runSwaps(server, {
        ...of,
        owners,
        logger,
        tell,
        onOutcome: (outcome) => tell(renderOutcome(outcome)),
      });
      return renderSwaps(of, outcomes);
    },
    given.results ? resolve(given.results) : isWhole ? RESULTS : undefined,
  );
}
