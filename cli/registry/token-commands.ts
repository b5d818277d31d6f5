import type { Command } from "commander";
import { commandGroup, hubCommand } from "./hub-flags";
import { runCommand } from "./run-command";

const notes = `
With KOMMUNGRAF_TOKEN or --token-file the hub is asked, with the right of that token. Without, the database is asked
directly, as the operator may who is at the machine: DATABASE_URL, else the embedded one of the hub that has run over
DATA_DIRECTORY. Which it was is said on the standard error.

  TOKEN=$(KOMMUNGRAF_TOKEN= npx kommungraf token create sandviken --days 365 --note "build server")
`;

/** `kommungraf token …`: who may publish for whom. */
export function tokenCommand(): Command {
  const group = commandGroup("token", "create, list or revoke the tokens that owners publish with").addHelpText(
    "after",
    notes,
  );
  hubCommand(group, "create", "create a token; it is written alone to the standard output, and never shown again")
    .argument("<owner>", "name or code, such as sandviken or 2181; kommungraf for the operator")
    .option("--days <number>", "days that it is valid", "90")
    .option("--note <text>", "what it is for")
    .action((owner, options) =>
      runCommand("token create", async () => (await import("./tokens")).createToken(owner, options)),
    );
  hubCommand(group, "list", "list tokens, never their secrets")
    .argument("[owner]", "only this owner's")
    .action((owner, options) =>
      runCommand("token list", async () => (await import("./tokens")).listTokens(owner, options)),
    );
  hubCommand(group, "revoke", "make a token invalid at once")
    .argument("<id>", "its id, the part between kgt_ and the next _")
    .action((id, options) =>
      runCommand("token revoke", async () => (await import("./tokens")).revokeToken(id, options)),
    );
  return group;
}
