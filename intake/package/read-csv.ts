import { CsvError, type Info, parse } from "csv-parse/sync";
import type { Fault } from "../mistake";
import { locateQuote } from "./locate-quote";

export interface CsvRecord {
  /** Line where the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvOutcome =
  | { readonly header: readonly string[]; readonly records: readonly CsvRecord[] }
  | { readonly fault: Fault; readonly row: number; readonly value?: string };

/** Splits CSV as RFC 4180 has it: commas, quotation marks doubled inside quoted cells, LF or CRLF. */
export function readCsv(text: string, largest: number): CsvOutcome {
  const firstLine = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? "";
  if (firstLine.trim() === "") return { row: 1, fault: noHeader };
  const separator = /^sep=/i.test(firstLine) || !firstLine.includes(",") ? firstLine.match(/[;\t|]/)?.[0] : undefined;
  if (separator) return { row: 1, value: firstLine, fault: wrongDelimiter(separator) };
  const split = splitRecords(text);
  if ("fault" in split) return split;
  const [header, ...records] = split.records;
  if (!header) return { row: 1, fault: noHeader };
  if (records.length > largest) return { row: records[largest]?.line ?? 1, fault: tooMany(records.length, largest) };
  return { header: header.cells, records };
}

function splitRecords(text: string): { records: CsvRecord[] } | { fault: Fault; row: number; value?: string } {
  try {
    const parsed = parse(text, {
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as unknown as { record: string[]; raw: string; info: Info }[];
    return { records: withLines(parsed) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { row: locateQuote(text), fault: wrongQuoting(error.code) };
  }
}

/** The parser counts a line break of two characters twice inside quotes, so lines are counted here. */
function withLines(parsed: readonly { record: string[]; raw: string }[]): CsvRecord[] {
  let line = 1;
  return parsed.map(({ record, raw }) => {
    const blankLines = raw.match(/^(\r?\n)+/)?.[0] ?? "";
    const start = line + countLines(blankLines);
    line += countLines(raw) + (/[\r\n]$/.test(raw) ? 0 : 1);
    return { line: start, cells: record };
  });
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

const noHeader: Fault = {
  code: "HEADER_MISSING",
  message: "The file is empty, or its first line is.",
  remedy: "Begin with a row of column names, as in schema/datapackage.",
};

function wrongDelimiter(separator: string): Fault {
  const name = separator === ";" ? "semicolons" : separator === "\t" ? "tabs" : "vertical bars";
  return {
    code: "DELIMITER",
    message: `The columns are separated by ${name}, not commas.`,
    remedy: "Save it with commas; a Swedish Excel needs comma as the list separator in the regional settings.",
  };
}

function wrongQuoting(code: string): Fault {
  const unclosed = code === "CSV_QUOTE_NOT_CLOSED";
  return {
    code: "QUOTING",
    message: unclosed
      ? "A quotation mark opens a cell and nothing closes it."
      : "A quotation mark stands inside a cell without being doubled.",
    remedy: 'Put the cell in quotation marks and double those inside it: "kallad ""Brobygget"" i dag".',
  };
}

function tooMany(count: number, largest: number): Fault {
  return {
    code: "TOO_MANY_ROWS",
    message: `${count} rows are more than the ${largest} that the hub reads.`,
    remedy: "Take away what does not belong there; ask the hub's operator if all of it does.",
  };
}
