import { Command } from "commander";
import { exitCodes } from "../registry/failure";
import { runCommand } from "../registry/run-command";

const notes = `
Both work on the database at hand, as the operator may who is at the machine: DATABASE_URL, else the embedded one of the hub
that has run over DATA_DIRECTORY. Which it was is said on the standard error.

  npx kommungraf audit export --out audit-2026-01.ndjson
  npx kommungraf audit verify
  npx kommungraf audit verify --since audit-2026-01.ndjson

Exit codes:
  0  done; of verify: every chain is whole
  1  a chain is broken; the first entry that does not fit is told
  2  used wrongly: a flag, or a file that cannot be read
  3  the database failed
`;

/** `kommungraf audit …`: the log of who wrote and who read what is not published. */
export function auditCommand(): Command {
  const group = new Command("audit")
    .description("export or verify the audit log (DATABASE_URL)")
    .addHelpText("after", notes)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.wrongUse));
  const command = (name: string, description: string) =>
    group.command(name).description(description).allowExcessArguments(false).addHelpText("after", notes);
  command("export", "write the log as lines of JSON, the oldest entry of each chain first; the export is logged too")
    .option("--municipality <code>", "only this chain; 0000 for what is of no municipality")
    .option("--out <file>", "file to write (default: the standard output)")
    .action((options) => runCommand("audit export", async () => (await import("./export-audit")).exportAudit(options)));
  command("verify", "recompute every chain, of the database or of an exported file")
    .argument("[file]", "an exported file")
    .option("--since <file>", "an earlier export: nothing that it holds may be gone or another now")
    .option("--json", "print the answer as JSON")
    .action((file, options) =>
      runCommand("audit verify", async () => (await import("./verify-audit")).verifyAudit(file, options)),
    );
  return group;
}
