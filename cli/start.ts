import { edgeOptions, edgeVariables } from "../gateway/config";
import { hostVariable, logLevelVariable, portVariable, publicUrlVariable, readConfig } from "../kit/config";
import { databaseServerVariables, openDatabaseServer } from "../kit/database-server";
import { createLogger } from "../kit/logger";
import { migrateRooms, startHub } from "./hub";
import { loadSeeds } from "./load";
import { shownUrl } from "./shown-url";

/** Starts the whole hub and says in one line where to look. */
export async function start(): Promise<() => Promise<void>> {
  const config = readConfig({
    HOST: hostVariable,
    PORT: portVariable(4000),
    ...databaseServerVariables,
    ...edgeVariables,
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
      ...edgeOptions(config),
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
