import type { MistakeCode } from "./mistake-catalogue";
import { withoutPersonalData } from "./personal-data";
import type { Row, Table } from "./table";

/** One thing that is wrong in a delivery, with its place and its remedy. A mistake is a value; it is never thrown. */
export interface Mistake {
  readonly code: MistakeCode;
  /** The file, with the package's folder before it. */
  readonly file: string;
  /** Line in the file, the header being 1; null when the mistake is about the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  /** What stands there now, shortened, and with personal data masked; null when nothing does. */
  readonly value: string | null;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** What is wrong, apart from where. */
export interface Fault {
  readonly code: MistakeCode;
  readonly message: string;
  readonly remedy: string;
}

export interface Place {
  readonly file: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: string | null;
}

const LONGEST_VALUE = 80;

export function mistakeAt({ file, row = null, column = null, value = null }: Place, fault: Fault): Mistake {
  return {
    code: fault.code,
    file,
    row,
    column,
    value: value === null ? null : shorten(withoutPersonalData(value)),
    message: withoutPersonalData(fault.message),
    remedy: withoutPersonalData(fault.remedy),
  };
}

/** A mistake in a cell, or across several cells of a row: then the first column is the one to look at. */
export function mistakeInRow(table: Table, row: Row, column: string, fault: Fault, value?: string): Mistake {
  return mistakeAt({ file: table.file, row: row.line, column, value: value ?? row.printed[column] ?? "" }, fault);
}

/** In the order in which one mends them: by file, row and column. */
export function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  return [...mistakes].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      compare(a.column ?? "", b.column ?? "") ||
      compare(a.code, b.code),
  );
}

/** Shows a value inside a message. */
export function quoted(value: string): string {
  return `"${shorten(value)}"`;
}

function shorten(value: string): string {
  const line = value.replace(/\s*[\r\n]+\s*/g, " ");
  return line.length <= LONGEST_VALUE ? line : `${line.slice(0, LONGEST_VALUE - 1)}…`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
