import type { FuzzyDateValue } from "../kit/record";
import type { TableSchema } from "./table-schemas/table-schema";

/** A cell as its column is typed; a number is exact decimal text, a year or position a number. */
export type CellValue = null | string | number | boolean | readonly string[] | FuzzyDateValue;

export interface Row {
  /** Line in the file where the row begins; the header is on line 1. */
  readonly line: number;
  /** The cells as they stand in the file, by column of its schema. */
  readonly printed: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Columns that already have a mistake: whatever else follows from them is not reported again. */
  readonly faulty: Set<string>;
}

export interface Table {
  readonly schema: TableSchema;
  /** The file, with the package's folder before it. */
  readonly file: string;
  readonly rows: readonly Row[];
  /** False when part of it could not be read: then nobody can say that a record is missing from it. */
  readonly isWhole: boolean;
}

/** One package as read: what its cells say, right or wrong. */
export interface Delivery {
  /** Name of the folder. */
  readonly folder: string;
  readonly name: string;
  readonly version: string | null;
  /** Municipality code, or NATIONAL for the reference data. */
  readonly owner: string;
  readonly tables: ReadonlyMap<string, Table>;
}

/** The primary key as sources and notes write it: its parts joined by "/". */
export function keyOf(table: Table, row: Row): string {
  return table.schema.primaryKey.map((column) => row.printed[column] ?? "").join("/");
}

/** The table's rows; none when the package does not have it. */
export function rowsOf(delivery: Delivery, table: string): readonly Row[] {
  return delivery.tables.get(table)?.rows ?? [];
}

/** Whether none of the cells has a mistake so far. */
export function isSound(row: Row, ...columns: readonly string[]): boolean {
  return columns.every((column) => !row.faulty.has(column));
}

export function textOf(row: Row, column: string): string | null {
  const value = row.values[column];
  return typeof value === "string" ? value : null;
}

export function integerOf(row: Row, column: string): number | null {
  const value = row.values[column];
  return typeof value === "number" ? value : null;
}

export function flagOf(row: Row, column: string): boolean | null {
  const value = row.values[column];
  return typeof value === "boolean" ? value : null;
}

export function listOf(row: Row, column: string): readonly string[] {
  const value = row.values[column];
  return Array.isArray(value) ? value : [];
}

export function dateOf(row: Row, column: string): FuzzyDateValue | null {
  const value = row.values[column];
  return typeof value === "object" && value !== null && "precision" in value ? value : null;
}

/** Rows by the text of one column, such as all observations of one initiative. */
export function groupBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.printed[column] ?? "";
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
