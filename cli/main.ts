#!/usr/bin/env node
import { Command } from "commander";
import { withoutSecrets } from "../kit/logger";
import { runUntilStopped } from "../kit/run-until-stopped";
import { accessTokenCommand } from "./access-token/access-token-command";
import { auditCommand } from "./audit/audit-command";
import { compareCommand } from "./compare/compare-command";
import { pullCommand } from "./pull/pull-command";
import { subgraphCommand } from "./registry/subgraph-commands";
import { supergraphCommand } from "./registry/supergraph-commands";
import { tokenCommand } from "./registry/token-commands";

const program = new Command("kommungraf").description(
  "GraphQL federation hub over Swedish municipalities' initiatives against segregation",
);

program
  .command("start")
  .description(
    "start the hub: database, subgraphs, registry, gateway, with the seeds loaded (HOST, PORT, PUBLIC_URL, DATABASE_URL, LOG_LEVEL)",
  )
  .action(async () => {
    const { start } = await import("./start");
    await runUntilStopped("kommungraf", start);
  });

program.addCommand(
  subgraphCommand(async (name) => {
    const [{ rooms }, { runRoom }] = await Promise.all([import("./rooms"), import("../kit/run-room")]);
    const room = rooms.find((candidate) => candidate.name === name);
    if (room) await runRoom(room);
    else {
      const { noSuchSubgraph } = await import("./registry/no-such-subgraph");
      program.error(
        noSuchSubgraph(
          name,
          rooms.map((each) => each.name),
        ),
        { exitCode: 2 },
      );
    }
  }),
);
program.addCommand(supergraphCommand());
program.addCommand(tokenCommand());
program.addCommand(accessTokenCommand());
program.addCommand(auditCommand());

program
  .command("registry")
  .description("start the registry alone, for a hub of separate services (HOST, PORT, DATABASE_URL, LOG_LEVEL)")
  .action(async () => {
    const { runRegistry } = await import("./run-registry");
    await runRegistry();
  });

program
  .command("migrate")
  .description("bring the database's schemas up to date (DATABASE_URL)")
  .action(async () => {
    const { withPostgres } = await import("./with-postgres");
    const { migrateRooms } = await import("./hub");
    await withPostgres(({ url, logger }) => migrateRooms(url, logger));
  });

program
  .command("load")
  .argument("[folders...]", "data package folders; without any, the seeds")
  .option("--json", "print the report as JSON")
  .description("validate data packages and load them, all or nothing (DATABASE_URL)")
  .action(async (folders: string[], { json }: { json?: boolean }) => {
    const { load } = await import("./load-command");
    process.exitCode = await load(folders, json === true);
  });

program
  .command("check")
  .argument("<folders...>", "data package folders")
  .option("--json", "print the report as JSON")
  .description("validate data packages without loading them")
  .action(async (folders: string[], { json }: { json?: boolean }) => {
    const { check } = await import("./load-command");
    process.exitCode = await check(folders, json === true);
  });

program.addCommand(compareCommand());
program.addCommand(pullCommand());

program
  .command("reset")
  .description("clear the embedded database")
  .action(async () => {
    const { reset } = await import("./reset");
    await reset();
  });

program
  .command("compose")
  .description("compose schema/supergraph.graphql and schema/api.graphql from the rooms' schemas")
  .action(async () => {
    const { writeComposed } = await import("./compose");
    writeComposed();
  });

program
  .command("codegen")
  .description("make types, composed schemas, package schemas and the pages of codes anew")
  .action(async () => {
    const { generateAll } = await import("./generate");
    await generateAll();
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`kommungraf: ${withoutSecrets(error instanceof Error ? error.message : String(error))}\n`);
  // The database driver may still hold a socket open.
  process.exit(1);
});
