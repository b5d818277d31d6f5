import type { Identity } from "../../kit/access";
import { all, join, raw, type Sql, sql } from "../../kit/sql";
import { type Column, type ColumnType, inSql } from "./column";
import type { RowKey } from "./cursor";
import { canBeWithdrawn, type Dataset, type FilterName } from "./dataset";
import type { Question } from "./parameters";

/** What rows are written for: JSON keeps lists and what is nested; cells of a table do not; CSV has text alone. */
export type Shape = "json" | "cells" | "csv";

/** Between the texts of a list in a cell. */
export const LIST_SEPARATOR = "|";

const CELL: Partial<Record<ColumnType, (column: string) => string>> = {
  list: (column) => `array_to_string(${column}, '${LIST_SEPARATOR}')`,
  json: (column) => `${column}::text`,
};
/** COPY writes t and f. */
const CSV: Partial<Record<ColumnType, (column: string) => string>> = { boolean: (column) => `${column}::text` };
const EVERYWHERE: Partial<Record<ColumnType, (column: string) => string>> = {
  day: (column) => `to_char(${column}, 'YYYY-MM-DD')`,
  moment: (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

function expressionOf({ name, type }: Column, shape: Shape): string {
  const column = `r.${inSql(name)}`;
  const write =
    EVERYWHERE[type] ?? (shape === "json" ? undefined : CELL[type]) ?? (shape === "csv" ? CSV[type] : undefined);
  return `${write ? write(column) : column} AS "${name}"`;
}

/** The rows that are asked for, in order. */
export function rowsSql(dataset: Dataset, question: Question, identity: Identity | null, shape: Shape): Sql {
  const columns = raw(dataset.columns.map((column) => expressionOf(column, shape)).join(", "));
  return sql`SELECT ${columns} FROM ${selected(dataset, question, identity)} ${orderOf(dataset)} ${limitOf(question)}`;
}

/** The same rows as JSON, each in a column of its own. */
export function jsonRowsSql(dataset: Dataset, question: Question, identity: Identity | null): Sql {
  return sql`SELECT row_to_json(t) FROM (${rowsSql(dataset, question, identity, "json")}) t`;
}

/** How many rows there are, counted no further than to one more than `most`. */
export function countSql(dataset: Dataset, question: Question, identity: Identity | null, most: number): Sql {
  const limit = Math.min(question.limit ?? most + 1, most + 1);
  return sql`SELECT count(*)::int AS count FROM (SELECT FROM ${selected(dataset, question, identity)} LIMIT ${limit}) t`;
}

/** The key of the last row within the limit, when there are more after it. */
export function lastKeySql(dataset: Dataset, question: Question, identity: Identity | null, limit: number): Sql {
  const key = raw(dataset.key.map(({ column }, at) => `r.${column} AS k${at}`).join(", "));
  return sql`SELECT ${key} FROM ${selected(dataset, question, identity)} ${orderOf(dataset)} LIMIT 2 OFFSET ${limit - 1}`;
}

/** How many of the rows are not for everybody, by municipality. */
export function unpublishedSql(dataset: Dataset, question: Question, identity: Identity | null): Sql {
  return sql`SELECT municipality_code AS "municipalityCode", count(*)::int AS count FROM (
      SELECT r.municipality_code, r.is_published FROM ${selected(dataset, question, identity)} ${orderOf(dataset)} ${limitOf(question)}) t
    WHERE NOT is_published GROUP BY municipality_code ORDER BY municipality_code`;
}

function selected(dataset: Dataset, question: Question, identity: Identity | null): Sql {
  return sql`${raw(dataset.view)} r WHERE ${all([
    ...Object.entries(question.filters).map(([name, values]) => filterSql(dataset, name as FilterName, values)),
    canBeWithdrawn(dataset) && !question.withdrawn ? raw("r.withdrawn_at IS NULL") : undefined,
    dataset.hasUnpublished ? visible(question, identity) : undefined,
    question.updatedSince === null ? undefined : sql`r.changed_at >= ${question.updatedSince}::timestamptz`,
    question.after === null ? undefined : beyond(dataset, question.after),
  ])}`;
}

function filterSql(dataset: Dataset, name: FilterName, values: readonly (string | number)[]): Sql | undefined {
  const [before, after] = dataset.filters[name]?.split("$") ?? [];
  return before === undefined ? undefined : sql`${raw(before)}${values}${raw(after ?? "")}`;
}

/** The statement says by itself who sees what, as row-level security does behind it. */
function visible({ unpublished }: Question, identity: Identity | null): Sql {
  if (!unpublished || !identity) return raw("r.is_published");
  const { owner, roles } = identity;
  const own = [
    ...(roles.includes("reporter") ? [sql`r.municipality_code = ${owner}`] : []),
    ...(roles.includes("reader") || roles.includes("reviewer") ? [sql`r.source_id = ${owner}`] : []),
  ];
  return sql`(${join([raw("r.is_published"), ...own], " OR ")})`;
}

function beyond(dataset: Dataset, after: RowKey): Sql {
  return sql`(${keyOf(dataset)}) > (${join([...after])})`;
}

const keyOf = ({ key }: Dataset): Sql => raw(key.map(({ column }) => `r.${column}`).join(", "));
const orderOf = (dataset: Dataset): Sql => sql`ORDER BY ${keyOf(dataset)}`;
const limitOf = ({ limit }: Question): Sql => (limit === null ? raw("") : sql`LIMIT ${limit}`);
