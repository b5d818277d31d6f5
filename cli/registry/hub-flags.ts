import { Command } from "commander";
import { exitCodes } from "./failure";

export const exitCodeHelp = `
Exit codes:
  0  done, also when there was nothing to change
  1  the registry rejected or refused it; the reasons are told
  2  used wrongly: a flag, a file that cannot be read, an owner that there is not
  3  no hub answers, or it failed
  4  not allowed: no token, one that is not valid, or another owner's

The token is read from KOMMUNGRAF_TOKEN, or from the file that --token-file names; there is no flag for it, since flags can
be read in the list of processes. The hub's address is --hub, else KOMMUNGRAF_URL, else http://localhost:4000.
`;

/** A command that has others below it. */
export function commandGroup(name: string, description: string): Command {
  return (
    new Command(name)
      .description(description)
      .addHelpText("after", exitCodeHelp)
      // What commander itself finds wrong is wrong use too; the commands below take this over.
      .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.wrongUse))
  );
}

/** A command of the group that speaks to a hub. */
export function hubCommand(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .allowExcessArguments(false)
    .option("--hub <address>", "the hub's address (KOMMUNGRAF_URL; default: http://localhost:4000)")
    .option("--token-file <file>", "file that holds the token (else KOMMUNGRAF_TOKEN)")
    .option("--json", "print the registry's answer as JSON")
    .addHelpText("after", exitCodeHelp);
}

/** A command that changes what is live, and ends when the hub serves it. */
export function waiting(command: Command): Command {
  return command.option("--no-wait", "do not wait, 30 s at most, until the hub's gateway serves it");
}
