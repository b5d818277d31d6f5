import { readCell } from "../cells/read-cell";
import { type Fault, type Mistake, mistakeAt } from "../mistake";
import type { CellValue, Row, Table } from "../table";
import type { Field, TableSchema } from "../table-schemas/table-schema";
import { decodeText } from "./decode-text";
import type { Limits } from "./limits";
import type { PackageFile } from "./open-package";
import { type CsvRecord, readCsv } from "./read-csv";
import { readHeader } from "./read-header";

export interface TableOutcome {
  readonly table: Table;
  readonly mistakes: readonly Mistake[];
}

/** Reads one table; cells with mistakes are kept as printed, so that records that exist are never called missing. */
export function readTable({ file, bytes }: PackageFile, schema: TableSchema, limits: Limits): TableOutcome {
  const unreadable = (mistakes: Mistake[]) => ({ table: { schema, file, rows: [], isWhole: false }, mistakes });
  if (bytes === null) return unreadable([]);
  const decoded = decodeText(bytes);
  const csv = "fault" in decoded ? decoded : readCsv(decoded.text, limits.rows);
  if ("fault" in csv) return unreadable([mistakeAt({ file, row: csv.row, value: csv.value }, csv.fault)]);

  const header = readHeader(csv.header, schema, file);
  const mistakes: Mistake[] = [...header.mistakes];
  const rows: Row[] = [];
  for (const group of emptyGroups(csv.records)) {
    if (group.isEmpty) {
      mistakes.push(emptyRows(file, group.records));
      continue;
    }
    for (const record of group.records) {
      const fault = record.cells.length === csv.header.length ? null : wrongCount(record, csv.header.length);
      if (fault) mistakes.push(mistakeAt({ file, row: record.line, value: record.cells.join(",") }, fault));
      rows.push(readRow(record, header.columns, fault !== null));
    }
  }
  const table = { schema, file, rows, isWhole: header.isWhole };

  function readRow(record: CsvRecord, columns: ReadonlyMap<string, number>, isBroken: boolean): Row {
    const printed: Record<string, string> = {};
    const values: Record<string, CellValue> = {};
    const faulty = new Set<string>();
    for (const field of schema.fields) {
      const index = columns.get(field.name);
      const text = index === undefined ? "" : (record.cells[index] ?? "");
      printed[field.name] = text;
      values[field.name] = field.type === "list" ? [] : null;
      if (isBroken || index === undefined) faulty.add(field.name);
      else readInto(values, faulty, field, text, record.line);
    }
    return { line: record.line, printed, values, faulty };
  }

  function readInto(values: Record<string, CellValue>, faulty: Set<string>, field: Field, text: string, line: number) {
    const reading = readCell(text, field, limits.cellCharacters);
    if ("value" in reading) {
      values[field.name] = reading.value;
    } else {
      faulty.add(field.name);
      mistakes.push(mistakeAt({ file, row: line, column: field.name, value: text }, reading.fault));
    }
  }

  return { table, mistakes };
}

interface RecordGroup {
  readonly isEmpty: boolean;
  readonly records: CsvRecord[];
}

/** Runs of empty and of other rows: spreadsheets leave hundreds of empty ones, which are one mistake. */
function emptyGroups(records: readonly CsvRecord[]): RecordGroup[] {
  const groups: RecordGroup[] = [];
  for (const record of records) {
    const isEmpty = record.cells.every((cell) => cell.trim() === "");
    const last = groups.at(-1);
    if (last?.isEmpty === isEmpty) last.records.push(record);
    else groups.push({ isEmpty, records: [record] });
  }
  return groups;
}

function emptyRows(file: string, records: readonly CsvRecord[]): Mistake {
  const first = records[0]?.line ?? 1;
  const last = records.at(-1)?.line ?? first;
  const which = records.length === 1 ? `Row ${first} is empty.` : `Rows ${first} to ${last} are empty.`;
  const remedy = "Delete the empty rows (in a spreadsheet: delete the rows, not only their content).";
  return mistakeAt({ file, row: first, value: "" }, { code: "ROWS_EMPTY", message: which, remedy });
}

function wrongCount({ cells }: CsvRecord, expected: number): Fault {
  const more = cells.length > expected;
  const trailing = more && cells.slice(expected).every((cell) => cell.trim() === "");
  return {
    code: "COLUMN_COUNT",
    message: `The row has ${cells.length} cells; the header has ${expected} columns.`,
    remedy: trailing
      ? "Take away the commas at the end of the row."
      : more
        ? 'Put cells that hold a comma in quotation marks: "Arnö, Brandkärr".'
        : "Add a comma for each empty cell at the end, or join a row that was broken in two.",
  };
}
