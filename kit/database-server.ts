import { join, resolve } from "node:path";
import { z } from "zod";
import { databaseUrlVariable } from "./config";
import { ensurePostgres, type PostgresServer } from "./postgres";
import { projectRoot } from "./project-root";

/** Where the database is: DATABASE_URL names one, else an embedded one keeps its files in DATA_DIRECTORY. */
export const databaseServerVariables = {
  DATABASE_URL: databaseUrlVariable.optional(),
  DATA_DIRECTORY: z.string().default(join(projectRoot, ".data")),
};

export function clusterDirectory({ DATA_DIRECTORY }: { DATA_DIRECTORY: string }): string {
  return join(resolve(DATA_DIRECTORY), "postgres");
}

/** The database server that the environment asks for; starts the embedded one when it names none. */
export function openDatabaseServer(config: {
  DATABASE_URL?: string | undefined;
  DATA_DIRECTORY: string;
}): Promise<PostgresServer> {
  return ensurePostgres({ databaseUrl: config.DATABASE_URL, dataDirectory: clusterDirectory(config) });
}
