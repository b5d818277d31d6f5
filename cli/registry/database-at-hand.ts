import { existsSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../kit/config";
import { clusterDirectory, databaseServerVariables } from "../../kit/database-server";
import { wrongUse } from "./failure";

/**
 * Which database the environment names, for people and without its password.
 * @throws CommandFailure when it would be an embedded one that is not there: no hub has ever run over it
 */
export function databaseAtHand(): string {
  const config = readConfig(databaseServerVariables);
  if (config.DATABASE_URL !== undefined) return shownDatabase(config.DATABASE_URL);
  const directory = clusterDirectory(config);
  if (existsSync(join(directory, "PG_VERSION"))) return `${directory} (DATA_DIRECTORY)`;
  throw wrongUse(
    `There is no hub here: ${directory} holds no database. Start one with npm start, or name the hub's with DATA_DIRECTORY or DATABASE_URL.`,
  );
}

function shownDatabase(address: string): string {
  if (!URL.canParse(address)) return "the one in DATABASE_URL";
  const { host, pathname } = new URL(address);
  return `${host}${pathname} (DATABASE_URL)`;
}
