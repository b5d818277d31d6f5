import { Command } from "commander";
import { ConfigError } from "../../kit/config";
import {
  amountKinds,
  dimensions,
  fundingSourceKinds,
  kebab,
  levels,
  measures,
  multiValuedRules,
  normalisations,
  organisationKinds,
  splitRules,
  statuses,
} from "./choices";
import { CommandError, exitCodes } from "./command-error";
import { endOnWriteError } from "./end-on-write-error";
import { examples } from "./examples";
import type { TypedOptions } from "./read-options";

const oneOf = (values: readonly string[]) => values.map(kebab).join(", ");

const notes = `
Lists are separated by commas. The hub must be running: npm start, or --url.
With csv and json the rows go to the standard output, warnings and permalink to the standard error.

Exit codes:
  0  the comparison is written, with its warnings
  1  no hub answers, or it has no answer, or what it says cannot be written
  2  an option is wrong; every mistake is told at once
  3  --strict, and the comparison would mislead; the reasons are told

Examples:
${examples.map(({ about, command }) => `  # ${about}\n  npx kommungraf ${command}`).join("\n\n")}
`;

/** `kommungraf compare`: a comparison of municipalities from a running hub, as a table or a file. */
export function compareCommand(): Command {
  return (
    new Command("compare")
      .description("compare municipalities: a table, CSV or JSON from a running hub (KOMMUNGRAF_URL)")
      .option(
        "--municipalities <list>",
        "codes or names, such as 0191,Sandviken; every municipality with data without it",
      )
      .option("--measure <measure>", `what to compare: ${oneOf(measures)}`)
      .option("--by <list>", `what the rows are by, none to three: ${oneOf(dimensions)}`)
      .option("--level <level>", `where along the chain money is counted: ${oneOf(levels)} (default: initiative)`)
      .option("--kinds <list>", `kinds of amount: ${oneOf(amountKinds)}`)
      .option("--years <list>", "years, such as 2019,2020 or 2019-2022")
      .option("--themes <list>", "theme codes, such as employment")
      .option("--target-groups <list>", "target group codes")
      .option("--strategy-areas <list>", "strategy area codes")
      .option("--instruments <list>", "instrument codes")
      .option("--statuses <list>", `statuses: ${oneOf(statuses)}`)
      .option("--programmes <list>", "ids of programmes, their parts included")
      .option("--initiatives <list>", "ids of initiatives")
      .option("--areas <list>", "ids of areas")
      .option("--organisations <list>", "ids of responsible organisations")
      .option("--organisation-kinds <list>", `kinds of responsible organisation: ${oneOf(organisationKinds)}`)
      .option("--sources <list>", "ids of funding sources, such as boverket")
      .option("--source-kinds <list>", `kinds of funding source: ${oneOf(fundingSourceKinds)}`)
      .option("--reserves <choice>", "only or none: reserves of money alone, or left out")
      .option("--normalise <rule>", `what values are divided by: ${oneOf(normalisations)} (default: none)`)
      .option(
        "--multi-valued <rule>",
        `how a record with several themes, say, counts: ${oneOf(multiValuedRules)} (default: full)`,
      )
      .option("--split <rule>", `how pooled money is divided between sources: ${oneOf(splitRules)} (default: stated)`)
      .option("--strict", "refuse what would mislead")
      .option("--order <field:way>", "keys or value, then :asc or :desc (default: keys:asc)")
      .option("--first <number>", "show so many rows; all without it")
      .option("--language <language>", "sv or en (default: sv)")
      .option("--format <format>", "table, csv or json (default: table)")
      .option("--decimals <mark>", "comma or point, for csv (default: point)")
      .option("--bom", "put a byte order mark before csv, as Excel likes it")
      .option("--url <address>", "the hub's address (KOMMUNGRAF_URL; default: http://localhost:4000)")
      .addHelpText("after", notes)
      .allowExcessArguments(false)
      // What commander itself finds wrong is a wrong option too.
      .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.wrongOptions))
      .action(compare)
  );
}

async function compare(typed: TypedOptions): Promise<void> {
  process.stdout.on("error", endOnWriteError);
  // Without it there is nowhere to say why.
  process.stderr.on("error", () => process.exit(exitCodes.failed));
  try {
    const { runCompare } = await import("./run-compare");
    await runCompare(typed);
  } catch (error) {
    if (error instanceof CommandError) fail(error.exitCode, error.message);
    else if (error instanceof ConfigError) fail(exitCodes.wrongOptions, error.message);
    else endOnWriteError(error);
  }
}

function fail(exitCode: number, message: string): void {
  process.stderr.write(`kommungraf compare: ${message}\n`);
  process.exitCode = exitCode;
}
