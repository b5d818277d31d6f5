import { Command } from "commander";
import { withoutSecrets } from "../kit/logger";
import { bulkCommand } from "./bulk/command";
import { comparisonsCommand } from "./comparisons/command";
import { swapsCommand } from "./swaps/command";

const program = new Command("npm run bench --")
  .description(
    "The project's benchmarks. Without a name the comparisons are timed. bench/README.md says how to read them.",
  )
  .addCommand(comparisonsCommand(), { isDefault: true })
  .addCommand(swapsCommand())
  .addCommand(bulkCommand())
  .addHelpText(
    "after",
    `
BENCH_DATABASE_URL names a server to make databases on; without it one is started in a temporary folder and thrown away.`,
  );

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`bench: ${withoutSecrets(error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
});
