#!/usr/bin/env node
import { Command } from "commander";
import { createLogger } from "../kit/logger";
import { runUntilStopped } from "../kit/run-until-stopped";
import { type GatewayFlags, readGatewayConfig } from "./config";
import { createGateway } from "./gateway";

const program = new Command("gateway")
  .description("Serves a federation supergraph as one GraphQL endpoint, with limits, clear errors and a landing page.")
  .option("--supergraph <file or url>", "the composed supergraph SDL (SUPERGRAPH; default schema/supergraph.graphql)")
  .option("--port <number>", "where to listen; 0 for any free port (PORT; default 4000)")
  .option("--host <address>", "the interface to listen on (HOST; default 127.0.0.1)")
  .option("--subgraph-urls <list>", "routing addresses in place of the supergraph's (SUBGRAPH_URLS)")
  .addHelpText(
    "after",
    `
Examples:
  npm run gateway
  npm run gateway -- --supergraph other/supergraph.graphql --port 4100
  npm run gateway -- --supergraph https://example.org/supergraph --port 0
  npm run gateway -- --subgraph-urls "areas=http://areas:4001/graphql,funding=http://funding:4004/graphql"

Every limit and timeout is a variable: gateway/README.md has the table.`,
  );

program.parse();
void runUntilStopped("gateway", async () => {
  const { host, port, logLevel, options } = readGatewayConfig(program.opts<GatewayFlags>());
  const logger = createLogger({ name: "gateway", level: logLevel });
  const gateway = createGateway({ ...options, logger });
  const { url } = await gateway.start({ host, port });
  logger.info({ url: `${url}/graphql`, supergraph: options.supergraph.description }, "The gateway is ready");
  return () => gateway.stop();
});
