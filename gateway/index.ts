#!/usr/bin/env node
import { Command } from "commander";
import { ConfigError } from "../kit/config";
import { createLogger } from "../kit/logger";
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

main().catch((error: unknown) => {
  const message = error instanceof ConfigError || error instanceof Error ? error.message : String(error);
  process.stderr.write(`The gateway did not start. ${message}\n`);
  process.exit(1);
});

async function main(): Promise<void> {
  program.parse();
  // biome-ignore lint/style/noProcessEnv: read once here, by way of kit/config
  const { host, port, logLevel, options } = readGatewayConfig(program.opts<GatewayFlags>(), process.env);
  const logger = createLogger({ name: "gateway", level: logLevel });
  const gateway = createGateway({ ...options, logger });
  const { url } = await gateway.start({ host, port });
  logger.info({ url: `${url}/graphql`, supergraph: options.supergraph.description }, "The gateway is ready");

  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ signal }, "The gateway stops; requests under way finish");
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, "The gateway did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
