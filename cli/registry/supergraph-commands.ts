import type { Command } from "commander";
import { commandGroup, hubCommand, waiting } from "./hub-flags";
import { runCommand } from "./run-command";

/** `kommungraf supergraph …`: what is live for everybody, and the way back for the operator. */
export function supergraphCommand(): Command {
  const group = commandGroup("supergraph", "show which supergraph is live, its history, or go back to an earlier one");
  hubCommand(group, "show", "show the live supergraph and whose subgraphs are part of it")
    .option("--sdl", "the supergraph alone; another federation engine must name the subgraphs' addresses itself")
    .action((options) =>
      runCommand("supergraph show", async () => (await import("./show-supergraphs")).showSupergraph(options)),
    );
  hubCommand(group, "history", "list what became live, when and why, the newest first").action((options) =>
    runCommand("supergraph history", async () => (await import("./show-supergraphs")).showHistory(options)),
  );
  waiting(hubCommand(group, "rollback", "make an earlier supergraph the live one, for every owner at once (operator)"))
    .option("--to <number>", "which supergraph (default: the one that was live before)")
    .action((options) =>
      runCommand("supergraph rollback", async () => (await import("./switch")).rollbackSupergraph(options)),
    );
  return group;
}
