import type { Command } from "commander";
import { commandGroup, hubCommand, waiting } from "./hub-flags";
import { runCommand } from "./run-command";

const examples = `
Examples:
  npx kommungraf subgraph init ../sandviken --owner sandviken
  npx kommungraf subgraph check --schema schema.graphql --url https://graf.sandviken.se/graphql
  npx kommungraf subgraph publish --url https://graf.sandviken.se/graphql --message "Meeting places"
  npx kommungraf subgraph rollback sandviken
`;

/**
 * `kommungraf subgraph …`: what an owner does with its subgraph in the registry; with the name of a room, the room alone.
 * @param serveRoom starts one of the hub's own subgraphs
 */
export function subgraphCommand(serveRoom: (name: string) => Promise<void>): Command {
  const group = commandGroup(
    "subgraph",
    "check, publish, show or take back an owner's subgraph; with a room's name, serve that room alone",
  )
    .argument(
      "[room]",
      "areas, organisations, initiatives, funding, comparisons or opendata: serve it alone (HOST, PORT, PUBLIC_URL, DATABASE_URL, LOG_LEVEL)",
    )
    .usage("<command> [options], or subgraph <room>")
    .addHelpText("after", examples)
    // So that a command that is not there is told as such, whatever follows it.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async (room: string | undefined) => {
      if (room === undefined) group.help({ error: true });
      else await serveRoom(room);
    });

  const submission = (command: Command) =>
    command
      .option("--schema <file>", "its schema; - for the standard input; without it, the endpoint is asked (_service)")
      .option("--owner <name>", "whose subgraph it is (default: the token's owner)")
      .option("--format <format>", "text, json, or github for annotations in GitHub Actions (default: text)");

  submission(hubCommand(group, "check", "say what a publish would come to; nothing is changed"))
    .option("--url <address>", "its address; without it the schema alone is checked, as of what is not deployed yet")
    .action((options) => runCommand("subgraph check", async () => (await import("./submit")).checkSubgraph(options)));
  waiting(
    submission(hubCommand(group, "publish", "check the subgraph and make it part of the live graph, all or nothing")),
  )
    .requiredOption("--url <address>", "its address, which the hub will ask (its routing URL)")
    .option("--message <text>", "what it brings, such as a commit's first line")
    .option("--force", "publish in spite of breaking changes that are in use (operator)")
    .action((options) =>
      runCommand("subgraph publish", async () => (await import("./submit")).publishSubgraph(options)),
    );
  hubCommand(group, "list", "list the owners that have published, and how their subgraphs are doing").action(
    (options) => runCommand("subgraph list", async () => (await import("./show-subgraphs")).listSubgraphs(options)),
  );
  hubCommand(group, "show", "show an owner's subgraph and its versions")
    .argument("<owner>", "name, such as sandviken")
    .option("--version <number>", "one version, with its schema")
    .option("--sdl", "the schema alone, of the live version or of the one that --version names")
    .action((owner, options) =>
      runCommand("subgraph show", async () => (await import("./show-subgraphs")).showSubgraph(owner, options)),
    );
  waiting(hubCommand(group, "rollback", "make an earlier version of an owner's subgraph the live one"))
    .argument("<owner>", "name, such as sandviken")
    .option("--to <version>", "which one (default: the one before)")
    .action((owner, options) =>
      runCommand("subgraph rollback", async () => (await import("./switch")).rollbackSubgraph(owner, options)),
    );
  waiting(
    hubCommand(group, "remove", "take an owner's subgraph out of the live graph; its versions stay in the history"),
  )
    .argument("<owner>", "name, such as sandviken")
    .option("--yes", "do not ask")
    .action((owner, options) =>
      runCommand("subgraph remove", async () => (await import("./switch")).removeSubgraph(owner, options)),
    );
  hubCommand(group, "hosts", "show at which hosts an owner's service may be, or say so (operator)")
    .argument("<owner>", "name, such as sandviken")
    .argument(
      "[hosts...]",
      "such as graf.sandviken.se, or '*.sandviken.se' for all below it; without any they are shown",
    )
    .option("--any", "any public host, as at first")
    .addHelpText("after", "Without a token the database is asked directly, as with kommungraf token.\n")
    .action((owner, hosts, options) =>
      runCommand("subgraph hosts", async () => (await import("./hosts")).subgraphHosts(owner, hosts, options)),
    );
  group
    .command("init")
    .description("make a project for a subgraph of a municipality's own, ready to run, test and publish")
    .allowExcessArguments(false)
    .argument("<folder>", "folder to make; it may exist if it is empty")
    .requiredOption("--owner <name>", "name or code of the municipality, such as sandviken or 2181")
    .option("--hub <address>", "the hub that it will be published to (KOMMUNGRAF_URL; default: http://localhost:4000)")
    .option("--json", "print what was made as JSON")
    .action((folder, options) =>
      runCommand("subgraph init", async () => (await import("./init-subgraph")).initSubgraph(folder, options)),
    );
  return group;
}
