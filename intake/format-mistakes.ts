import type { Mistake } from "./mistake";

const MOST_PER_FILE = 200;

/** All mistakes as text for a terminal, file by file; after the first 200 of a file the rest is counted. */
export function formatMistakes(mistakes: readonly Mistake[], mostPerFile = MOST_PER_FILE): string {
  const files = new Map<string, Mistake[]>();
  for (const mistake of mistakes) files.set(mistake.file, [...(files.get(mistake.file) ?? []), mistake]);
  const paragraphs = [...files].map(([file, own]) => {
    const shown = own.slice(0, mostPerFile).map(formatMistake);
    const rest = own.length - shown.length;
    return [file, ...shown, ...(rest > 0 ? [`  … and ${rest} more in this file`] : [])].join("\n");
  });
  return [...paragraphs, summary(mistakes.length, files.size)].join("\n\n");
}

/** All mistakes as JSON for a machine, none left out. */
export function formatMistakesAsJson(mistakes: readonly Mistake[]): string {
  return `${JSON.stringify({ mistakeCount: mistakes.length, mistakes }, null, 2)}\n`;
}

function formatMistake({ row, column, value, code, message, remedy }: Mistake): string {
  const place = [row === null ? null : `row ${row}`, column === null ? null : `column ${column || "without name"}`];
  const where = place.filter((part) => part !== null).join(", ");
  const what = value ? ` ${JSON.stringify(value)}` : "";
  return `  ${where || "whole file"}:${what} ${code}\n    ${message}\n    → ${remedy}`;
}

function summary(mistakes: number, files: number): string {
  if (mistakes === 0) return "No mistakes.";
  return `${mistakes} ${mistakes === 1 ? "mistake" : "mistakes"} in ${files} ${files === 1 ? "file" : "files"}. Nothing has been written.`;
}
