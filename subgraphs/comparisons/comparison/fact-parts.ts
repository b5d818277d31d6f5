import { all, join, raw, type Sql, sql } from "../../../kit/sql";
import { STATE_KINDS, UNTOLD_KINDS } from "../facts/state-split";
import type { Dimension } from "../generated/types";
import { isSource } from "../input/fields";
import { column } from "./dimensions";
import { isDividedBySource, type Selection } from "./selection";

const SOURCE_COLUMN: Partial<Record<Dimension, Sql>> = {
  FUNDING_SOURCE: raw("s.source_id"),
  FUNDING_SOURCE_KIND: raw("s.source_kind"),
};

/**
 * Joins the parts p of each fact of money f, as its sources divide it: one for each source asked for by, else one of all
 * sources that are asked for. Nothing where money is not divided.
 */
export function joinParts(selection: Selection, dimensions: readonly Dimension[]): Sql {
  if (selection.measure === "STATE_SHARE") return sql`CROSS JOIN LATERAL (${stateParts(selection)}) p`;
  return isDividedBySource(selection, dimensions)
    ? sql`CROSS JOIN LATERAL (${partsBySource(selection, dimensions.filter(isSource))}) p`
    : raw("");
}

/** What is known of the source does not make money on UNKNOWN less sure; it is as sure as the fact. */
const certainty = raw(
  "min(s.certainty) FILTER (WHERE s.source_id <> 'UNKNOWN') AS certainty, bool_or(s.split = 'MODELLED' AND s.certainty = 1) AS is_modelled",
);

function partsBySource(selection: Selection, sources: readonly Dimension[]): Sql {
  const { sources: ids, sourceKinds } = selection.filter;
  const columns = sources.map((dimension) => sql`${SOURCE_COLUMN[dimension]} AS ${column(dimension)}`);
  const groups = sources.map((dimension) => SOURCE_COLUMN[dimension] as Sql);
  return sql`SELECT ${join([...columns, raw("sum(s.value) AS value"), certainty])} FROM fact_source s
    WHERE ${all([
      partsOf(selection),
      ids && sql`s.source_id = ANY(${ids}::text[])`,
      sourceKinds && sql`s.source_kind = ANY(${sourceKinds}::text[])`,
    ])} ${groups.length > 0 ? sql`GROUP BY ${join(groups)}` : raw("HAVING count(*) > 0")}`;
}

function stateParts(selection: Selection): Sql {
  return sql`SELECT coalesce(sum(s.value) FILTER (WHERE s.source_kind = ANY(${STATE_KINDS}::text[])), 0) AS state, coalesce(sum(s.value), 0) AS whole,
      count(*) > 0 AND NOT coalesce(bool_or(s.source_kind = ANY(${UNTOLD_KINDS}::text[])), TRUE) AS is_divided, ${certainty}
    FROM fact_source s WHERE ${partsOf(selection)}`;
}

function partsOf({ split }: Selection): Sql {
  const rule = raw(
    split === "MODELLED" ? "CASE WHEN f.has_modelled_split THEN 'MODELLED' ELSE 'STATED' END" : "'STATED'",
  );
  return sql`s.municipality_code = f.municipality_code AND s.subject = f.subject AND s.fact_id = f.id AND s.split = ${rule}`;
}
