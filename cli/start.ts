import { edgeOptions, edgeVariables } from "../gateway/config";
import { accessVariables } from "../kit/access";
import { hostVariable, logLevelVariable, portVariable, publicUrlVariable, readConfig } from "../kit/config";
import { databaseServerVariables, openDatabaseServer } from "../kit/database-server";
import { hubVariables, isLoopbackAllowed } from "../kit/hub-variables";
import { createLogger } from "../kit/logger";
import { developmentIssuerVariables, isDevelopmentIssuerOn } from "./development-issuer";
import { migrateRooms, startHub } from "./hub";
import { loadSeeds } from "./load";
import { registrySettings, registryVariables } from "./registry-variables";
import { shownUrl } from "./shown-url";

/** Asked of each supergraph before it serves: what every part of the hub has to say of one municipality. */
const smokeQueries = [
  '{ municipality(code: "2281") { name areas(first: 1) { totalCount } initiatives(first: 1) { nodes { id leadOrganisations { name } } } pots { id } } }',
];

/** Starts the whole hub and says in one line where to look. */
export async function start(): Promise<() => Promise<void>> {
  const config = readConfig({
    HOST: hostVariable,
    PORT: portVariable(4000),
    ...databaseServerVariables,
    ...hubVariables,
    ...edgeVariables,
    ...registryVariables,
    ...accessVariables,
    ...developmentIssuerVariables,
    PUBLIC_URL: publicUrlVariable.optional(),
    LOG_LEVEL: logLevelVariable.default("warn"),
  });
  const developmentIssuer = isDevelopmentIssuerOn(config);
  const logger = createLogger({ name: "kommungraf", level: config.LOG_LEVEL });
  const postgres = await openDatabaseServer(config);
  try {
    await migrateRooms(postgres.url, logger);
    await loadSeeds(postgres.url, logger);
    const hub = await startHub({
      databaseUrl: postgres.url,
      logger,
      host: config.HOST,
      port: config.PORT,
      publicUrl: config.PUBLIC_URL,
      dataDirectory: config.DATA_DIRECTORY,
      signingKeys: config.HUB_SIGNING_KEYS,
      webhookKey: config.WEBHOOK_KEY,
      loopbackSubgraphs: isLoopbackAllowed(config),
      issuers: config.OAUTH_ISSUERS,
      developmentIssuer,
      smokeQueries,
      ...edgeOptions(config),
      ...registrySettings(config),
    });
    process.stdout.write(`Kommungraf is ready: open ${shownUrl(hub.url)}/graphql (stop with Ctrl-C)\n`);
    if (hub.issuerUrl !== undefined) {
      process.stdout.write(
        "Access tokens for trying what needs one: npx kommungraf access-token 2281 (or boverket, hub; docs/access.md)\n",
      );
    }
    return async () => {
      await hub.stop();
      await postgres.stop();
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
