import { Command } from "commander";
import { exitCodes } from "../registry/failure";
import { runCommand } from "../registry/run-command";
import type { PullOptions } from "./read-pull-options";

const notes = `
The first run takes everything; later runs take what changed since, by the cursor that DIR/state.json holds, and end with the
same files as a pull of everything would. Each file holds a record a line as JSON, sorted by id, as the graph gives it:
grants, grant-events, follow-up-reports, pots, allocations, report-templates and funding-programmes. Withdrawn records stay,
with withdrawnAt, but for pots and allocations.

With --unpublished the files, and the folder when it is made, can be read by their owner alone.

Files are replaced one by one and the cursor last, so a run that is cut off anywhere is made good by the next. Requests that
fail are sent again, later and later. Nothing of a request that was answered only in part is kept.

Exit codes:
  0  done, also when nothing had changed
  1  another run is at DIR; or --no-full, and what is in DIR cannot be gone on with: the reason is told
  2  used wrongly: an option, a folder that cannot be written, a source that there is not
  3  no hub answers, or it failed too many times in a row
  4  not allowed: no token, one that is not valid, or another's data

Without --unpublished no token is needed and none is sent. With it the token is read from KOMMUNGRAF_ACCESS_TOKEN, or from the file
that --token-file names, which is read again when the token has expired; there is no flag for the token itself, since flags
can be read in the list of processes. The hub's address is --hub, else KOMMUNGRAF_URL, else http://localhost:4000.

Example, every night:
  KOMMUNGRAF_ACCESS_TOKEN=$(npx kommungraf access-token boverket) npx kommungraf pull --source boverket --unpublished --out follow-up
`;

/** `kommungraf pull`: a source's grants, events and reports as files, kept up by the change feed. */
export function pullCommand(): Command {
  return (
    new Command("pull")
      .description("pull follow-up of a funding source's grants into files: all at first, then what changed")
      .requiredOption("--source <id>", "funding source, such as boverket")
      .requiredOption("--out <dir>", "folder of the files and of the cursor")
      .option("--municipality <codes...>", "only grants of these municipalities, such as 2281")
      .option("--unpublished", "reports that are not approved too; needs the source's or the municipality's token")
      .option("--hub <address>", "the hub's address (KOMMUNGRAF_URL; default: http://localhost:4000)")
      .option("--token-file <file>", "file that holds the token (else KOMMUNGRAF_ACCESS_TOKEN)")
      .option("--no-full", "stop rather than pull everything anew")
      .option("--page <number>", "changes in a request, at most 500", "100")
      .option("--timeout <seconds>", "longest that a request may take", "60")
      .option("--attempts <number>", "times that a request is sent before the run gives up", "10")
      .option("--json", "print what was done as JSON")
      .addHelpText("after", notes)
      .allowExcessArguments(false)
      // What commander itself finds wrong is wrong use too.
      .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.wrongUse))
      .action((options: PullOptions) => runCommand("pull", async () => (await import("./run-pull")).runPull(options)))
  );
}
