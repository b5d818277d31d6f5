import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { ComparisonRowValue } from "../comparison/row";
import type { CellValue, Column } from "./columns";
import type { FileOptions } from "./options";

/**
 * The rows as CSV (RFC 4180): made as they are read, so that a slow reader keeps no more than some tens of rows waiting.
 * Ends with an error when the rows do, and ends the rows when it is destroyed.
 */
export function csvOf(
  columns: readonly Column[],
  rows: AsyncIterable<ComparisonRowValue>,
  { bom, decimals, language }: Pick<FileOptions, "bom" | "decimals" | "language">,
): Readable {
  const isComma = decimals === "comma";
  const text = stringify({
    bom,
    header: true,
    columns: columns.map(({ name }) => name),
    delimiter: isComma ? ";" : ",",
    record_delimiter: "windows",
    quote_record_delimiter: true,
  });
  async function* records(): AsyncGenerator<(string | null)[]> {
    for await (const row of rows) {
      yield columns.map((column) => {
        const value = column.cell(row, language);
        if (column.kind === "text") return withoutFormula(value);
        if (column.kind === "decimal" && isComma) return value === null ? null : String(value).replace(".", ",");
        return value === null ? null : String(value);
      });
    }
  }
  // Both ends learn of an error through the stream that is given back.
  pipeline(Readable.from(records()), text, () => {});
  return text;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers must stay numbers. */
function withoutFormula(value: CellValue): string | null {
  if (typeof value !== "string") return value === null ? null : String(value);
  return /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
}
