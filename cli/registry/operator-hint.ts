import { CommandFailure, exitCodes } from "./failure";
import type { HubSettings } from "./settings";

/** Tells who is refused by a hub what else the operator can do. */
export async function withOperatorHint<T>({ tokenSource }: HubSettings, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof CommandFailure) || error.exitCode !== exitCodes.notAllowed) throw error;
    const hint =
      tokenSource === "KOMMUNGRAF_TOKEN"
        ? "KOMMUNGRAF_TOKEN is set, so the hub's API is asked, which takes the operator's token; unset it to use the database of this machine."
        : "With --token-file the hub's API is asked, which takes the operator's token; leave it out to use the database of this machine.";
    throw new CommandFailure(error.exitCode, `${error.message} ${hint}`);
  });
}
