/** A Markdown table whose columns are aligned as plain text too: the first to the left, the rest to the right. */
export function alignedTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** 10000 as "10 000". */
export const grouped = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, " ");

/** A ratio to two digits or so: 0.34, 1.2, 27. */
export function ratio(numerator: number, denominator: number): string {
  const value = numerator / denominator;
  if (!Number.isFinite(value)) return "–";
  if (value >= 10) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toFixed(2);
}
