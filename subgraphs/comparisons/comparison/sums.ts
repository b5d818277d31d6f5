import { join, raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { isMoney } from "../input/fields";
import { CELL_COLUMNS, cellsOf } from "./cells";
import { column } from "./dimensions";
import type { Selection } from "./selection";

/** Cells added up by some dimensions, with the columns of `addedUp` and `mixes_kinds`, whether known amounts are of several kinds. */
export function sumsOf(selection: Selection, dimensions: readonly Dimension[]): Sql {
  return addedUp(sql`(${cellsOf(selection, dimensions)})`, dimensions, [
    sql`${mixesKinds(selection, dimensions)} AS mixes_kinds`,
  ]);
}

/** Of cells c; not looked for where there can be one kind only. */
export function mixesKinds({ measure, filter }: Selection, dimensions: readonly Dimension[]): Sql {
  const isOfOne = dimensions.includes("AMOUNT_KIND") || filter.amountKinds?.length === 1;
  return raw(isMoney(measure) && !isOfOne ? "coalesce(min(c.kind) <> max(c.kind), FALSE)" : "FALSE");
}

/**
 * Rows of cells added up by some of their dimensions: those of `CELL_COLUMNS`, where "unknown" to "stated" become `rank`,
 * the worst certainty (null when nothing is known), and `is_modelled`.
 * @param cells relation of cells
 * @param more columns over the cells c
 */
export function addedUp(cells: Sql, dimensions: readonly Dimension[], more: readonly Sql[] = []): Sql {
  const keys = dimensions.map(column);
  const sums = CELL_COLUMNS.map((name) => raw(`coalesce(sum(c.${name}), 0) AS ${name}`));
  const added = sql`SELECT ${join([...keys, ...sums, ...more])} FROM ${cells} c ${keys.length > 0 ? sql`GROUP BY ${join(keys)}` : raw("")}`;
  return sql`SELECT a.*, CASE WHEN a.unknown > 0 THEN 0 WHEN a.modelled > 0 THEN 1 WHEN a.inferred > 0 THEN 2 WHEN a.derived > 0 THEN 3 WHEN a.stated > 0 THEN 4 END AS rank, a.modelled > 0 AS is_modelled FROM (${added}) a`;
}
