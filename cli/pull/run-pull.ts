import { type ExitCode, exitCodes } from "../registry/failure";
import { printJson, printLines } from "../registry/print";
import { pull } from "./pull";
import { type PullOptions, readPullOptions } from "./read-pull-options";
import { renderPull } from "./render-pull";

/**
 * Pulls into a folder and says what was done; what failed and went well later is told meanwhile, on the standard error.
 * @throws CommandFailure for wrong options, and as `pull` does
 */
export async function runPull(options: PullOptions): Promise<ExitCode> {
  const settings = readPullOptions(options);
  const outcome = await pull(settings, {
    onFailure: (reason) => process.stderr.write(`The hub failed (${reason}).\n`),
  });
  if (options.json) printJson(outcome);
  else printLines(renderPull(outcome, settings.folder));
  return exitCodes.done;
}
