import type { Readable } from "node:stream";
import type { Identity } from "../../kit/access";
import type { SnapshotReader } from "../../kit/database";
import { MOST_ROWS, type SheetCell, type SheetColumn } from "../../kit/xlsx/sheet";
import { workbookOf } from "../../kit/xlsx/workbook";
import type { Column, ColumnType } from "./column";
import type { Dataset } from "./dataset";
import type { Question } from "./parameters";
import { type FlatRow, parquetOf } from "./parquet";
import { Problem } from "./problem";
import { countSql, jsonRowsSql, rowsSql } from "./statement";

/** What is asked for, and by whom. */
export interface Asked {
  readonly dataset: Dataset;
  readonly question: Question;
  readonly identity: Identity | null;
}

export interface Format {
  readonly mediaType: string;
  /** Whether it is text, which is worth packing for the way. */
  readonly isText: boolean;
  /** The file's bytes, made as they are read. */
  write(reader: SnapshotReader, asked: Asked): Promise<AsyncIterable<Buffer>>;
}

/**
 * In CSV format with these for quote and delimiter, COPY writes a JSON text as it is: JSON has no control characters of its
 * own, for it writes those of texts as \u0001 and line ends as \n.
 */
export const JSON_LINES = `FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'`;

/** How a dataset is written, by the ending of its address. */
export const formats: Readonly<Record<string, Format>> = {
  ndjson: {
    mediaType: "application/x-ndjson; charset=utf-8",
    isText: true,
    write: async (reader, { dataset, question, identity }) =>
      reader.copy("bulkNdjson", jsonRowsSql(dataset, question, identity), JSON_LINES),
  },
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    isText: true,
    write: async (reader, { dataset, question, identity }) =>
      reader.copy("bulkCsv", rowsSql(dataset, question, identity, "csv"), "FORMAT csv, HEADER true"),
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    isText: false,
    async write(reader, asked) {
      const { dataset, question, identity } = asked;
      const [{ count } = { count: 0 }] = await reader.rows<{ count: number }>(
        "countBulkRows",
        countSql(dataset, question, identity, MOST_ROWS - 1),
      );
      if (count >= MOST_ROWS) throw new Problem("too-many-rows");
      return workbookOf([
        {
          name: dataset.title.sv.slice(0, 31),
          columns: dataset.columns.map(sheetColumn),
          rows: sheetRows(reader, asked),
        },
      ]);
    },
  },
  parquet: {
    mediaType: "application/vnd.apache.parquet",
    isText: false,
    write: async (reader, asked) => parquetOf(asked.dataset.columns, flatRows(reader, asked)),
  },
};

const flatRows = (reader: SnapshotReader, { dataset, question, identity }: Asked): AsyncIterable<FlatRow> =>
  reader.stream<FlatRow>("bulkRows", rowsSql(dataset, question, identity, "cells"));

async function* sheetRows(reader: SnapshotReader, asked: Asked): AsyncGenerator<readonly SheetCell[]> {
  for await (const row of flatRows(reader, asked)) yield asked.dataset.columns.map(({ name }) => row[name] ?? null);
}

const SHEET_KINDS: Partial<Record<ColumnType, NonNullable<SheetColumn["kind"]>>> = {
  integer: "year",
  number: "decimal",
  decimal: "decimal",
  boolean: "boolean",
};

/** Whole numbers here are years, versions and counts: none is to be read with spaces between thousands. */
function sheetColumn({ name, type }: Column): SheetColumn {
  return { name, kind: SHEET_KINDS[type] ?? "text", width: Math.max(12, name.length + 4) };
}

export type Body = AsyncIterable<Buffer> | Readable;
