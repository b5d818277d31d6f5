#!/usr/bin/env node
import { Command } from "commander";
import { tokensOf } from "../kit/access";
import { lastGoodSupergraphFile, signingKeysFile } from "../kit/hub-variables";
import { createLogger, type Logger } from "../kit/logger";
import { runUntilStopped } from "../kit/run-until-stopped";
import { createSigningKeys } from "../kit/signing-keys";
import { type GatewayConfig, type GatewayFlags, readGatewayConfig } from "./config";
import { followRegistry } from "./follow-registry";
import { createGateway } from "./gateway";

const program = new Command("gateway")
  .description("Serves a federation supergraph as one GraphQL endpoint, with limits, clear errors and a landing page.")
  .option("--supergraph <file or url>", "the composed supergraph SDL (SUPERGRAPH; default schema/supergraph.graphql)")
  .option("--registry", "follow the registry in the database that DATABASE_URL names, as without SUPERGRAPH")
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
  DATABASE_URL=postgres://db/kommungraf npm run gateway -- --registry
  npm run gateway -- --subgraph-urls "areas=http://areas:4001/graphql,funding=http://funding:4004/graphql"

Every limit and timeout is a variable: gateway/README.md has the table.`,
  );

program.parse();
void runUntilStopped("gateway", async () => {
  const { host, port, logLevel, registry, publicUrl, issuers, ...config } = readGatewayConfig(
    program.opts<GatewayFlags>(),
  );
  const logger = createLogger({ name: "gateway", level: logLevel });
  const following = registry && (await follow(registry, logger));
  const options = {
    ...config.options,
    issuer: () => publicUrl,
    tokens: tokensOf(issuers, publicUrl, logger),
    ...following?.options,
  };
  const gateway = createGateway({ ...options, logger, engine: "thread" });
  const { url } = await gateway.start({ host, port });
  logger.info({ url: `${url}/graphql`, supergraph: options.supergraph.description }, "The gateway is ready");
  return async () => {
    await gateway.stop();
    await following?.stop();
  };
});

async function follow(registry: NonNullable<GatewayConfig["registry"]>, logger: Logger) {
  const { databaseUrl, dataDirectory, signingKeys, publicUrl } = registry;
  return followRegistry({
    databaseUrl,
    keys: await createSigningKeys({ jwks: signingKeys, file: signingKeysFile(dataDirectory) }),
    lastGoodFile: lastGoodSupergraphFile(dataDirectory),
    publicUrl: () => publicUrl,
    logger,
  });
}
