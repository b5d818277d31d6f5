import { readConfig } from "../kit/config";
import { clusterDirectory, databaseServerVariables } from "../kit/database-server";
import { resetPostgres } from "../kit/postgres";

/** Clears the embedded database; a hub that uses it must be stopped first. */
export async function reset(): Promise<void> {
  const outcome = await resetPostgres({ dataDirectory: clusterDirectory(readConfig(databaseServerVariables)) });
  process.stdout.write(
    outcome === "cleared" ? "The embedded database is cleared.\n" : "There is no embedded database to clear.\n",
  );
}
