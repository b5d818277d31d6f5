import { databaseUrlVariable, logLevelVariable, readConfig } from "../kit/config";
import { createLogger, type Logger } from "../kit/logger";
import { ensurePostgres } from "../kit/postgres";
import { dataDirectory } from "../kit/run-room";

/** Runs a command against the database that DATABASE_URL names, else the embedded one. */
export async function withPostgres<T>(work: (given: { url: string; logger: Logger }) => Promise<T>): Promise<T> {
  const config = readConfig({
    DATABASE_URL: databaseUrlVariable.optional(),
    LOG_LEVEL: logLevelVariable.default("warn"),
  });
  const logger = createLogger({ name: "kommungraf", level: config.LOG_LEVEL });
  const postgres = await ensurePostgres({ databaseUrl: config.DATABASE_URL, dataDirectory });
  try {
    return await work({ url: postgres.url, logger });
  } finally {
    await postgres.stop();
  }
}
