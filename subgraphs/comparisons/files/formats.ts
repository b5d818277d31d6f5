import type { Readable } from "node:stream";
import type { SnapshotReader } from "../../../kit/database";
import { MOST_ROWS } from "../../../kit/xlsx/sheet";
import type { ComparisonFrame } from "../comparison/comparison";
import { loadPage, streamRows } from "../comparison/rows";
import { createCoverageRepository } from "../coverage/coverage.repository";
import { columnsOf } from "./columns";
import { comparisonWorkbook } from "./comparison-workbook";
import { csvOf } from "./csv";
import type { ComparisonDocument } from "./document";
import { firstRowFirst } from "./first-row-first";
import { comparisonPage, PAGE_ROWS } from "./html/comparison-page";
import { STYLE_EDITION } from "./html/layout";
import { jsonOf } from "./json";
import { metadataOf } from "./metadata";
import type { FileOptions, Format } from "./options";
import { Problem } from "./problem";
import { readMunicipalityNames, streamCitedDocuments } from "./sources.repository";

interface Opened {
  readonly frame: ComparisonFrame;
  readonly permalink: string;
  readonly on: Date;
}

interface FormatWriter {
  readonly mediaType: string;
  readonly extension: string;
  /** Further part of the ETag. */
  readonly edition?: string;
  write(reader: SnapshotReader, opened: Opened, options: FileOptions): Promise<Readable | string>;
}

/** How a comparison is written in each form that its address has. */
export const FORMATS: Readonly<Record<Format, FormatWriter>> = {
  page: {
    mediaType: "text/html; charset=utf-8",
    extension: "html",
    edition: STYLE_EDITION,
    async write(reader, opened, { language }) {
      const { summary, rows } = await open(reader, opened, PAGE_ROWS);
      return comparisonPage(summary, rows, language);
    },
  },
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    extension: "csv",
    async write(reader, { frame }, options) {
      return csvOf(columnsOf(frame), await firstRowFirst(streamRows(reader, frame)), options);
    },
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    async write(reader, opened, { language }) {
      const document = await openWithRows(reader, opened);
      if (document.totalRows >= MOST_ROWS) throw new Problem("too-many-rows", { totalRows: document.totalRows });
      return comparisonWorkbook(document, language);
    },
  },
  json: {
    mediaType: "application/json; charset=utf-8",
    extension: "json",
    write: async (reader, opened) => jsonOf(await openWithRows(reader, opened)),
  },
  metadata: {
    mediaType: "application/csvm+json; charset=utf-8",
    extension: "metadata.json",
    write: async (reader, opened) => metadataOf(await openWithRows(reader, opened)),
  },
};

async function open(reader: SnapshotReader, opened: Opened, first: number) {
  const { frame } = opened;
  const { rows, total, totalRows } = await loadPage(reader, frame, { orderBy: null, first, after: null });
  const coverage = await createCoverageRepository(reader).findCoverageByCode(frame.municipalityCodes);
  const municipalityNames = await readMunicipalityNames(reader, frame.municipalityCodes);
  return { summary: { ...opened, total, totalRows, coverage, municipalityNames }, rows };
}

/** The rows come last: while they are read, the connection does nothing else. */
async function openWithRows(reader: SnapshotReader, opened: Opened): Promise<ComparisonDocument> {
  const { summary } = await open(reader, opened, 0);
  return {
    ...summary,
    sources: streamCitedDocuments(reader, opened.frame.municipalityCodes),
    rows: await firstRowFirst(streamRows(reader, opened.frame)),
  };
}
