import { exitCodes } from "./command-error";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left",
};

/**
 * Ends the process with one line when what was to be written could not be; the stream and the one who writes to it may both
 * tell of it, and the first is enough.
 * @throws any other error
 */
export function endOnWriteError(error: unknown): void {
  const { code, syscall } = error as { code?: string; syscall?: string };
  // Whoever reads no further, such as head, has what it wants.
  if (code === "EPIPE") process.exit(exitCodes.done);
  if (code === undefined || (REASONS[code] === undefined && syscall !== "write")) throw error;
  process.stderr.write(`kommungraf compare: The answer could not be written: ${REASONS[code] ?? code}.\n`);
  process.exit(exitCodes.failed);
}
