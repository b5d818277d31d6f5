import { join, raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { cellsOf } from "./cells";
import { column, UNKNOWN } from "./dimensions";
import type { Selection } from "./selection";

/** The dimension whose inhabitants a row's value is divided by; none where it is those of the whole selection. */
export function scopeOf({ groupBy }: Selection): Dimension | undefined {
  return (["MUNICIPALITY", "COUNTY"] as const).find((dimension) => groupBy.includes(dimension));
}

/**
 * Relations, for a WITH, that say by how many inhabitants a value is divided.
 *
 * - `present`: municipalities and known years in which they have a record in the selection, with the population of that year,
 *   null when it is not known: another year's is never used
 * - `inhabitants`: their sum by scope and year, null when one is missing
 * - `row_year`: the one known year that all records of a row are of, null when there is not one
 */
export function inhabitantRelations(selection: Selection): Sql[] {
  const scope = scopeOf(selection);
  const scopes = scope ? [column(scope)] : [];
  const keys = selection.groupBy.map(column);
  const rows = sql`(${cellsOf(selection, [...new Set<Dimension>([...selection.groupBy, "YEAR"])])})`;
  return [
    sql`present AS (
      SELECT r."MUNICIPALITY", m.county_code AS "COUNTY", r."YEAR", p.value AS population
      FROM (SELECT DISTINCT c."MUNICIPALITY", c."YEAR" FROM (${cellsOf(selection, ["MUNICIPALITY", "YEAR"])}) c WHERE c."YEAR" <> ${UNKNOWN}) r
      JOIN municipality m ON m.municipality_code = r."MUNICIPALITY"
      LEFT JOIN areas.published_population p ON p.municipality_code = r."MUNICIPALITY" AND p.year::text = r."YEAR")`,
    sql`inhabitants AS (
      SELECT ${join([...scopes, raw('"YEAR"')])}, CASE WHEN count(population) = count(*) THEN sum(population) END AS population
      FROM present GROUP BY ${join([...scopes, raw('"YEAR"')])})`,
    // One value over all of a row's cells; UNKNOWN is none.
    sql`row_year AS (
      SELECT ${join([...keys, sql`CASE WHEN min(c."YEAR") = max(c."YEAR") THEN nullif(min(c."YEAR"), ${UNKNOWN}) END AS year`])}
      FROM ${rows} c ${keys.length > 0 ? sql`GROUP BY ${join(keys)}` : raw("")})`,
  ];
}
