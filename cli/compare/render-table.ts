import Table from "cli-table3";
import type { AnsweredComparison, AnsweredRow } from "./comparison-query";
import { APPROXIMATELY, createNumberFormat, decimalsFor, MIXED_KINDS } from "./format-number";
import { printable } from "./printable";
import type { Style } from "./style";
import type { Words } from "./words";

/** Longer labels, such as names of initiatives, go on on the next line. */
const WIDEST_LABEL = 48;

const noBorders = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  cell(row: AnsweredRow): string;
}

/** The rows as aligned columns: where each stands, its value, what it covers and how sure it is. */
export function renderTable(comparison: AnsweredComparison, words: Words, style: Style): string {
  if (comparison.rows.length === 0) return words.noRows;
  const columns = columnsOf(comparison, words);
  const lines = [
    columns.map(({ title }) => title),
    ...comparison.rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const widths = columns.map((_column, index) =>
    Math.min(WIDEST_LABEL, Math.max(...lines.map((line) => [...(line[index] ?? "")].length))),
  );
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: columns.map(({ align }) => align),
    colWidths: widths,
    wordWrap: true,
    head: columns.map(({ title }) => style.heading(title)),
  });
  table.push(...lines.slice(1));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function columnsOf({ rows, measure, unit }: AnsweredComparison, words: Words): Column[] {
  const format = createNumberFormat(
    words.locale,
    unit,
    decimalsFor(
      unit,
      rows.map(({ value }) => value),
    ),
  );
  const count = createNumberFormat(words.locale, "COUNT", 0);
  const dimensions = rows[0]?.keys ?? [];
  return [
    ...dimensions.map(
      ({ dimension }, index): Column => ({
        title: words.dimensions[dimension],
        align: "left",
        cell: ({ keys }) => printable(keys[index]?.label ?? ""),
      }),
    ),
    {
      title: `${words.measures[measure]} (${words.units[unit]})`,
      align: "right",
      cell: ({ value, precision, mixesKinds }) =>
        value === null
          ? words.missing
          : `${mixesKinds ? MIXED_KINDS : ""}${precision === "APPROXIMATE" ? APPROXIMATELY : ""}${format(value)}`,
    },
    { title: words.records, align: "right", cell: ({ recordCount }) => count(recordCount) },
    { title: words.missingRecords, align: "right", cell: ({ missingCount }) => count(missingCount) },
    {
      title: words.certainty,
      align: "left",
      cell: ({ certainty, isModelled }) =>
        [
          certainty === null ? "" : words.certainties[certainty],
          isModelled && certainty !== "MODELLED" ? words.modelled : "",
        ]
          .filter((part) => part !== "")
          .join(", "),
    },
  ];
}
