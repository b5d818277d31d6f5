import type { FileName, RowCounts } from "./pulled-rows";
import { fileNames } from "./pulled-rows";

/** What a run did; `--json` prints it. */
export interface PullOutcome {
  /** Whether everything was pulled. */
  readonly isAnew: boolean;
  /** Why everything was pulled although there was something before; null when that is not so. */
  readonly reason: string | null;
  /** Changes that were read from the feed; one record may have several. */
  readonly changes: number;
  readonly files: Readonly<Record<FileName, RowCounts>>;
  /** Requests that failed and were sent again. */
  readonly retries: number;
}

/** Lines for people. */
export function renderPull({ isAnew, reason, changes, files, retries }: PullOutcome, folder: string): string[] {
  const heads = ["", "created", "updated", "withdrawn", "in the file"];
  const rows = fileNames.map((name) => {
    const { created, updated, withdrawn, total } = files[name];
    return [name, created, updated, withdrawn, total].map(String);
  });
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  const again =
    retries === 0 ? "" : ` ${retries} ${retries === 1 ? "request" : "requests"} failed and went well later.`;
  const what = isAnew
    ? "Everything"
    : `What changed since the last run (${changes} ${changes === 1 ? "change" : "changes"})`;
  return [
    `${what} is in ${folder}.${again}`,
    ...(reason === null ? [] : [`All of it was pulled anew: ${reason}.`]),
    line(heads),
    ...rows.map(line),
  ];
}
