import { logLevelVariable, readConfig } from "../kit/config";
import { databaseServerVariables, openDatabaseServer } from "../kit/database-server";
import { createLogger, type Logger } from "../kit/logger";

/** Runs a command against the database that DATABASE_URL names, else the embedded one. */
export async function withPostgres<T>(work: (given: { url: string; logger: Logger }) => Promise<T>): Promise<T> {
  const config = readConfig({ ...databaseServerVariables, LOG_LEVEL: logLevelVariable.default("warn") });
  const logger = createLogger({ name: "kommungraf", level: config.LOG_LEVEL });
  const server = await openDatabaseServer(config);
  try {
    return await work({ url: server.url, logger });
  } finally {
    await server.stop();
  }
}
