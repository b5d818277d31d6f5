import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { type Column, KRONOR_DECIMALS } from "./column";

/** A row group has at most so many rows, and few more characters of text than this: nothing else is done while it is made. */
const GROUP_ROWS = 2000;
const GROUP_CHARACTERS = 1024 * 1024;

/** A row as the statements for cells give it. */
export type FlatRow = Readonly<Record<string, string | number | boolean | null>>;
type Cell = string | number | boolean | bigint | Date | null;

/**
 * Rows as a Parquet file (snappy), a row group at a time: memory holds no more than one. Decimals are DECIMAL and exact, days
 * DATE, moments TIMESTAMP in UTC; lists and what is nested are text.
 */
export async function* parquetOf(columns: readonly Column[], rows: AsyncIterable<FlatRow>): AsyncGenerator<Buffer> {
  const bytes = new ByteWriter();
  const root: SchemaElement = { name: "root", num_children: columns.length };
  const file = new ParquetWriter({ writer: bytes, schema: [root, ...columns.map(elementOf)], createdBy: "Kommungraf" });
  /** What has been written so far; the file's own count of bytes goes on. */
  const take = () => {
    const taken = Buffer.from(bytes.getBytes());
    bytes.index = 0;
    return taken;
  };
  let group: Cell[][] = columns.map(() => []);
  let characters = 0;
  const write = () => {
    const columnData = columns.map(({ name }, at) => ({ name, data: group[at] ?? [], offsetIndex: false }));
    group = columns.map(() => []);
    characters = 0;
    // Nothing is written to elsewhere, so that nothing is waited for.
    void file.write({ columnData, rowGroupSize: GROUP_ROWS });
    return take();
  };
  for await (const row of rows) {
    for (const [at, column] of columns.entries()) {
      const value = row[column.name] ?? null;
      if (typeof value === "string") characters += value.length;
      group[at]?.push(cellOf(column, value));
    }
    if ((group[0]?.length ?? 0) >= GROUP_ROWS || characters >= GROUP_CHARACTERS) yield write();
  }
  if ((group[0]?.length ?? 0) > 0) yield write();
  void file.finish();
  yield take();
}

function elementOf({ name, type, required, decimals = KRONOR_DECIMALS }: Column): SchemaElement {
  const repetition_type = required ? "REQUIRED" : "OPTIONAL";
  switch (type) {
    case "integer":
      return { name, repetition_type, type: "INT32" };
    case "number":
      return { name, repetition_type, type: "DOUBLE" };
    case "boolean":
      return { name, repetition_type, type: "BOOLEAN" };
    case "decimal":
      return {
        name,
        repetition_type,
        type: "INT64",
        converted_type: "DECIMAL",
        logical_type: { type: "DECIMAL", scale: decimals, precision: 18 },
        scale: decimals,
        precision: 18,
      };
    case "day":
      return { name, repetition_type, type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } };
    case "moment":
      return {
        name,
        repetition_type,
        type: "INT64",
        converted_type: "TIMESTAMP_MILLIS",
        logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
      };
    default:
      return { name, repetition_type, type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
  }
}

function cellOf({ type, decimals = KRONOR_DECIMALS }: Column, value: FlatRow[string]): Cell {
  if (typeof value !== "string" || value === null) return value ?? null;
  if (type === "decimal") return unscaled(value, decimals);
  if (type === "day" || type === "moment") return new Date(value);
  return value;
}

/** "1400000.5" as 140000050 hundredths. */
function unscaled(text: string, decimals: number): bigint {
  const [whole = "0", part = ""] = text.split(".");
  if (part.length > decimals && /[1-9]/.test(part.slice(decimals)))
    throw new Error(`${text} has more than ${decimals} decimals`);
  return BigInt(whole + part.slice(0, decimals).padEnd(decimals, "0"));
}
