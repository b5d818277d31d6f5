import Table from "cli-table3";
import { printable } from "../compare/printable";
import type { Style } from "../compare/style";

const noBorders = Object.fromEntries(
  [
    ...["top", "bottom"].flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]),
    ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid"],
  ].map((place) => [place, ""]),
);

/** Rows below their headings, aligned by what a terminal shows and not by bytes; texts from elsewhere are made printable. */
export function renderColumns(head: readonly string[], rows: readonly (readonly string[])[], style: Style): string[] {
  const table = new Table({
    chars: { ...noBorders, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    head: head.map((title) => style.heading(title)),
  });
  table.push(...rows.map((row) => row.map((cell) => printable(cell.normalize("NFC")))));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

const swedish = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

/** A moment as people at the hub read it, in Swedish time (CET or CEST) and to the minute; what is no moment stays as it is. */
export function shownTime(value: string | null | undefined): string {
  if (value === null || value === undefined) return "–";
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return value;
  return swedish.format(moment);
}
