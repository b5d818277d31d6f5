import type { AnsweredWarning } from "./comparison-query";
import { printable } from "./printable";
import type { Style } from "./style";
import type { Words } from "./words";

/** The warnings, those that mislead first, each on a line; nothing when there is none. */
export function renderWarnings(warnings: readonly AnsweredWarning[], words: Words, style: Style): string[] {
  if (warnings.length === 0) return [];
  const misleading = warnings.filter(({ severity }) => severity === "MISLEADING");
  const notes = warnings.filter(({ severity }) => severity !== "MISLEADING");
  return [
    style.heading(words.warnings),
    ...misleading.map((warning) => `! ${style.alarm(words.severities.MISLEADING)} ${text(warning)}`),
    ...notes.map((warning) => `- ${style.faint(words.severities.NOTE)} ${text(warning)}`),
  ];
}

/** The message names the municipalities that it is about. */
function text({ code, message }: AnsweredWarning): string {
  return printable(`${code}: ${message}`);
}
