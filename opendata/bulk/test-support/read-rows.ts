import { parquetReadObjects } from "hyparquet";
import { parse } from "papaparse";
import { readSheet } from "read-excel-file/node";

/** A row as any format gives it back. */
export type ReadRow = Record<string, unknown>;

export const ofNdjson = (text: string): ReadRow[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

export const ofCsv = (text: string): Record<string, string>[] =>
  parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

export async function ofXlsx(bytes: ArrayBuffer): Promise<ReadRow[]> {
  const [header = [], ...rows] = await readSheet(Buffer.from(bytes));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at] ?? null])));
}

export const ofParquet = (bytes: ArrayBuffer): Promise<ReadRow[]> => parquetReadObjects({ file: bytes });
