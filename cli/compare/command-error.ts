/** Exit codes of the command; `kommungraf compare --help` tells them. */
export const exitCodes = { done: 0, failed: 1, wrongOptions: 2, notComparable: 3 } as const;

/** Why the command ends without a comparison: lines for people, and the exit code for scripts. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  constructor(
    readonly exitCode: number,
    readonly lines: readonly string[],
  ) {
    super(lines.join("\n"));
  }
}

/** Every mistake in the options together. */
export function wrongOptions(mistakes: readonly string[]): CommandError {
  const heading = mistakes.length === 1 ? "One option is wrong:" : `${mistakes.length} options are wrong:`;
  return new CommandError(exitCodes.wrongOptions, [heading, ...mistakes.map((mistake) => `  ${mistake}`)]);
}
