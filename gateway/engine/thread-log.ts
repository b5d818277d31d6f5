import type { Logger } from "../../kit/logger";

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;

/** Writes a line that a thread's logger made as one of this logger's own, with its level, fields and words. */
export function logLine(logger: Logger, line: string): void {
  const { level, time: _, name: __, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const known = LEVELS.find((each) => each === level) ?? "error";
  logger[known](fields, String(msg ?? ""));
}
