import { edgeOptions, edgeVariables } from "../gateway/config";
import { hostVariable, logLevelVariable, portVariable, publicUrlVariable, readConfig } from "../kit/config";
import { databaseServerVariables, openDatabaseServer } from "../kit/database-server";
import { hubVariables, isLoopbackAllowed } from "../kit/hub-variables";
import { createLogger } from "../kit/logger";
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
    PUBLIC_URL: publicUrlVariable.optional(),
    LOG_LEVEL: logLevelVariable.default("warn"),
  });
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
      loopbackSubgraphs: isLoopbackAllowed(config),
      smokeQueries,
      ...edgeOptions(config),
      ...registrySettings(config),
    });
    process.stdout.write(`Kommungraf is ready: open ${shownUrl(hub.url)}/graphql (stop with Ctrl-C)\n`);
    return async () => {
      await hub.stop();
      await postgres.stop();
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
