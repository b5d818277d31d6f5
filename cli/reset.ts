import { resetPostgres } from "../kit/postgres";
import { dataDirectory } from "../kit/run-room";

/** Clears the embedded database; a hub that uses it must be stopped first. */
export async function reset(): Promise<void> {
  const outcome = await resetPostgres({ dataDirectory });
  process.stdout.write(
    outcome === "cleared" ? "The embedded database is cleared.\n" : "There is no embedded database to clear.\n",
  );
}
