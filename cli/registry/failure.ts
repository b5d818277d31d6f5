/** Exit codes of the commands that speak to the registry; `--help` and the guides tell them. */
export const exitCodes = {
  /** Done, also when there was nothing to change. */
  done: 0,
  /** The registry rejected or refused what was asked for. */
  rejected: 1,
  /** Flags, a file that cannot be read, an owner that there is not. */
  wrongUse: 2,
  /** No hub answers, or it failed. */
  hubFailed: 3,
  /** No token, or one that does not give the right. */
  notAllowed: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Why a command ends without having done its work: one line for people, and the exit code for scripts. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

export function wrongUse(message: string): CommandFailure {
  return new CommandFailure(exitCodes.wrongUse, message);
}
