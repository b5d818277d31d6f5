import { join, raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { column } from "./dimensions";
import { labelOwner, labelRelation } from "./labels";

/** Columns, each followed by a comma: the codes of a row p, and their labels as `joinLabels` joins them. */
export function labelColumns(groupBy: readonly Dimension[]): Sql {
  const listOf = (parts: readonly Sql[]) => (parts.length > 0 ? sql`ARRAY[${join(parts)}]` : raw("'{}'::text[]"));
  const codes = groupBy.map((dimension) => sql`p.${column(dimension)}`);
  const labels = (language: "sv" | "en") => groupBy.map((_, index) => raw(`l${index}.label_${language}`));
  return sql`${listOf(codes)} AS codes, ${listOf(labels("sv"))} AS labels_sv, ${listOf(labels("en"))} AS labels_en,`;
}

/** Joins what the codes of the rows p are called. */
export function joinLabels(groupBy: readonly Dimension[]): Sql {
  const joins = groupBy.map((dimension, index) => {
    const code = sql`p.${column(dimension)}`;
    const name = raw(`l${index}`);
    return sql`LEFT JOIN ${labelRelation(dimension)} ${name} ON ${name}.code = ${code} AND ${name}.owner = ${labelOwner(code)}`;
  });
  return join([raw(""), ...joins], " ");
}
