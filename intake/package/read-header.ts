import { type Fault, type Mistake, mistakeAt } from "../mistake";
import { nearest, suggest } from "../nearest";
import type { TableSchema } from "../table-schemas/table-schema";

export interface Header {
  /** Where in the row each column of the schema stands. */
  readonly columns: ReadonlyMap<string, number>;
  /** False when a part of the key is not there. */
  readonly isWhole: boolean;
  readonly mistakes: readonly Mistake[];
}

/** Finds the columns, in any order. A misspelt column is reported once and read as the one that was meant. */
export function readHeader(names: readonly string[], schema: TableSchema, file: string): Header {
  const mistakes: Mistake[] = [];
  const report = (value: string, fault: Fault) => {
    mistakes.push(mistakeAt({ file, row: 1, column: value, value }, fault));
  };
  const expected = schema.fields.map(({ name }) => name);
  const columns = new Map<string, number>();
  const strangers: { name: string; index: number }[] = [];
  const unnamed: number[] = [];
  for (const [index, name] of names.entries()) {
    if (name.trim() === "") unnamed.push(index + 1);
    else if (!expected.includes(name)) strangers.push({ name, index });
    else if (columns.has(name)) report(name, twice(name));
    else columns.set(name, index);
  }
  for (const { name, index } of strangers) {
    const meant = nearest(
      name,
      expected.filter((column) => !columns.has(column)),
    );
    report(name, unknown(name, schema.name, meant));
    if (meant) columns.set(meant, index);
  }
  for (const name of expected.filter((column) => !columns.has(column))) report(name, missing(name));
  if (unnamed.length > 0) report("", withoutName(unnamed));
  return { columns, isWhole: schema.primaryKey.every((column) => columns.has(column)), mistakes };
}

function twice(name: string): Fault {
  const remedy = "Keep one of them.";
  return { code: "COLUMN_TWICE", message: `The column "${name}" occurs twice.`, remedy };
}

function unknown(name: string, table: string, meant: string | null): Fault {
  const message = `The table "${table}" has no column "${name}".`;
  const remedy = suggest(
    meant,
    "Column names are written exactly as in schema/datapackage; take away columns of your own.",
  );
  return { code: "COLUMN_UNKNOWN", message, remedy };
}

function missing(name: string): Fault {
  const message = `The column "${name}" is missing.`;
  return {
    code: "COLUMN_MISSING",
    message,
    remedy: "Add the column; its cells may be empty where they are not required.",
  };
}

function withoutName(columns: readonly number[]): Fault {
  const message = `${columns.length === 1 ? "Column" : "Columns"} ${columns.join(", ")} have no name.`.replace(
    /^(Column \d+) have/,
    "$1 has",
  );
  return {
    code: "COLUMN_UNNAMED",
    message,
    remedy: "Delete the empty columns, or name them as in schema/datapackage.",
  };
}
