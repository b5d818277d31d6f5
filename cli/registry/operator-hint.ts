import { CommandFailure, exitCodes } from "./failure";

/** Tells who is refused by a hub what else the operator can do. */
export async function withOperatorHint<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof CommandFailure) || error.exitCode !== exitCodes.notAllowed) throw error;
    const hint = "Without KOMMUNGRAF_TOKEN the database is asked directly, as the operator may at the machine.";
    throw new CommandFailure(error.exitCode, `${error.message} ${hint}`);
  });
}
