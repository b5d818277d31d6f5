import type { Reader, SnapshotReader } from "../../../kit/database";
import { publicError } from "../../../kit/errors";
import { LARGEST_PAGE } from "../../../kit/pagination";
import { join, raw, type Sql, sql } from "../../../kit/sql";
import type { ComparisonOrder } from "../generated/types";
import type { ComparisonFrame } from "./comparison";
import { decodeCursor, encodeCursor } from "./cursor";
import { joinLabels, labelColumns } from "./labelled-keys";
import { measured, shown } from "./measures";
import { beyond, orderClause, rowOrderOf } from "./order";
import type { ComparisonRowValue } from "./row";
import { type RowRecord, toRow } from "./row-record";
import { rowRelations } from "./row-relation";

export interface RowsAsked {
  readonly orderBy?: ComparisonOrder | null;
  readonly first: number;
  readonly after?: string | null;
}

export interface RowsPage {
  readonly rows: readonly ComparisonRowValue[];
  /** Null when no row follows. */
  readonly endCursor: string | null;
  /** Rows of the whole comparison. */
  readonly totalRows: number;
  /** Exact decimal text over the whole comparison; null where adding is wrong, something is missing or nothing is known. */
  readonly total: string | null;
}

type PageRecord = RowRecord & { readonly totalRows: number; readonly total: string | null };

const ROW = raw(
  "p.value::text AS value, p.records::int AS records, p.missing::int AS missing, p.rank, p.is_approximate, p.is_modelled, p.mixes_kinds",
);

/**
 * One page of a comparison's rows.
 * @throws PAGE_SIZE_EXCEEDED, INVALID_CURSOR
 */
export async function loadPage(reader: Reader, frame: ComparisonFrame, asked: RowsAsked): Promise<RowsPage> {
  const { input } = frame;
  const { first, after } = asked;
  if (first < 0 || first > LARGEST_PAGE) {
    throw publicError("PAGE_SIZE_EXCEEDED", `first is ${first}; it must be between 0 and ${LARGEST_PAGE}.`, {
      argument: "first",
      limit: LARGEST_PAGE,
    });
  }
  const order = rowOrderOf(asked.orderBy);
  const where =
    typeof after === "string" ? beyond(order, input.groupBy, decodeCursor(frame, order, after)) : raw("TRUE");
  const ordered = orderClause(order, input.groupBy);
  const records = await reader.rows<PageRecord>(
    "listComparisonRows",
    sql`WITH ${join(rowRelations(input))},
      page AS (SELECT * FROM measured WHERE ${where} ${ordered} LIMIT ${first + 1}),
      whole_sum AS (SELECT coalesce(sum(records), 0) AS records, coalesce(sum(missing), 0) AS missing, coalesce(sum(value), 0) AS value, 0 AS base FROM by_key)
    SELECT (SELECT count(*)::int FROM measured) AS "totalRows", ${totalOf(frame)} AS total, ${labelColumns(input.groupBy)} ${ROW}
    FROM (SELECT) one LEFT JOIN page p ON TRUE ${joinLabels(input.groupBy)} ${ordered}`,
  );
  // The row that stands for an empty page has no records, not even none.
  const rows = records.filter(({ records: count }) => count !== null);
  const last = rows.length > first ? rows[first - 1] : undefined;
  return {
    rows: rows.slice(0, first).map((record) => toRow(input.groupBy, record)),
    endCursor: last ? encodeCursor(frame, order, { value: last.value, codes: last.codes }) : null,
    totalRows: records[0]?.totalRows ?? 0,
    total: records[0]?.total ?? null,
  };
}

/** Every row of a comparison in the order of its codes, some at a time. */
export async function* streamRows(
  reader: SnapshotReader,
  { input }: ComparisonFrame,
): AsyncIterable<ComparisonRowValue> {
  const records = reader.stream<RowRecord>(
    "streamComparisonRows",
    sql`WITH ${join(rowRelations(input))}
    SELECT ${labelColumns(input.groupBy)} ${ROW} FROM measured p ${joinLabels(input.groupBy)} ${orderClause(rowOrderOf(null), input.groupBy)}`,
  );
  for await (const record of records) yield toRow(input.groupBy, record);
}

/** Of the sums themselves, so that no rounding of a row's value is in it; a sum of some records is no total. */
function totalOf({ isAdditive, input }: ComparisonFrame): Sql {
  if (!isAdditive) return raw("NULL::text");
  return sql`(SELECT ${shown(input, measured(input, "s"))}::text FROM whole_sum s WHERE s.missing = 0)`;
}
