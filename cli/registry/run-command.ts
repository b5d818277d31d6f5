import { GraphQLError } from "graphql";
import { ConfigError } from "../../kit/config";
import { withoutSecrets } from "../../kit/logger";
import { printable } from "../compare/printable";
import { CommandFailure, type ExitCode, exitCodes } from "./failure";

/**
 * Runs one command to its end: its exit code is the process's, and what keeps it from its work becomes one line on the
 * standard error.
 * @param name as it was typed, such as "subgraph publish"
 */
export async function runCommand(name: string, work: () => Promise<ExitCode>): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever reads no further, such as head, has what it wants.
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`kommungraf ${name}: The answer could not be written: ${error.code}.\n`);
    process.exit(exitCodes.hubFailed);
  });
  try {
    process.exitCode = await work();
  } catch (error) {
    const { exitCode, message } = explain(error);
    process.stderr.write(`kommungraf ${name}: ${printable(withoutSecrets(message))}\n`);
    process.exitCode = exitCode;
  }
}

function explain(error: unknown): { exitCode: ExitCode; message: string } {
  if (error instanceof CommandFailure) return error;
  // The registry's own, when the database is asked directly; its words are those that it sends over HTTP.
  if (error instanceof Error && error.name === "UnknownOwner") {
    return { exitCode: exitCodes.wrongUse, message: error.message };
  }
  if (error instanceof GraphQLError && error.extensions.code === "BAD_USER_INPUT") {
    return { exitCode: exitCodes.wrongUse, message: error.message };
  }
  if (error instanceof ConfigError) {
    return { exitCode: exitCodes.wrongUse, message: `The environment is not usable: ${error.mistakes.join("; ")}` };
  }
  return { exitCode: exitCodes.hubFailed, message: error instanceof Error ? error.message : String(error) };
}
