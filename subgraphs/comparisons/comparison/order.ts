import { join, raw, type Sql, sql } from "../../../kit/sql";
import type { ComparisonOrder, Dimension, OrderDirection } from "../generated/types";
import { column, UNKNOWN } from "./dimensions";

/** Where a row stands in an order of rows. */
export interface Position {
  /** Codes in the order of groupBy. */
  readonly codes: readonly string[];
  /** Exact decimal text. */
  readonly value: string | null;
}

/** What rows are ordered by, one term after the other; together the terms tell every row from every other. */
interface Term {
  readonly expression: Sql;
  readonly direction: OrderDirection;
  /** What the expression is at a position. */
  at(position: Position): Sql;
}

export interface RowOrder {
  readonly field: "KEYS" | "VALUE";
  readonly direction: OrderDirection;
}

export function rowOrderOf(orderBy: ComparisonOrder | null | undefined): RowOrder {
  return { field: orderBy?.field ?? "KEYS", direction: orderBy?.direction ?? "ASC" };
}

/** ORDER BY clause over `measured`, or nothing for the one row of a comparison by nothing. */
export function orderClause(order: RowOrder, groupBy: readonly Dimension[]): Sql {
  const terms = termsOf(order, groupBy).map(({ expression, direction }) => sql`${expression} ${raw(direction)}`);
  return terms.length > 0 ? sql`ORDER BY ${join(terms)}` : raw("");
}

/** Condition on rows of `measured` that come after a position. */
export function beyond(order: RowOrder, groupBy: readonly Dimension[], position: Position): Sql {
  return termsOf(order, groupBy).reduceRight(
    (rest, { expression, direction, at }) =>
      sql`(${expression} ${raw(direction === "ASC" ? ">" : "<")} ${at(position)} OR ${expression} = ${at(position)} AND ${rest})`,
    raw("FALSE"),
  );
}

function termsOf({ field, direction }: RowOrder, groupBy: readonly Dimension[]): Term[] {
  if (field === "KEYS") return groupBy.flatMap((dimension, index) => byCode(dimension, index, direction));
  return [
    { expression: raw("(value IS NULL)"), direction: "ASC", at: ({ value }) => raw(value === null ? "TRUE" : "FALSE") },
    { expression: raw("coalesce(value, 0)"), direction, at: ({ value }) => sql`${value ?? "0"}::numeric` },
    ...groupBy.flatMap((dimension, index) => byCode(dimension, index, "ASC")),
  ];
}

/** UNKNOWN comes last whichever way the codes go. */
function byCode(dimension: Dimension, index: number, direction: OrderDirection): Term[] {
  const code = column(dimension);
  const codeAt = ({ codes }: Position) => codes[index] ?? UNKNOWN;
  return [
    {
      expression: sql`(${code} = ${UNKNOWN})`,
      direction: "ASC",
      at: (position) => raw(codeAt(position) === UNKNOWN ? "TRUE" : "FALSE"),
    },
    { expression: sql`${code} COLLATE "C"`, direction, at: (position) => sql`${codeAt(position)}::text` },
  ];
}
