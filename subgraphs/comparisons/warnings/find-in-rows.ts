import { raw, type Sql, sql } from "../../../kit/sql";
import { column, DIMENSIONS } from "../comparison/dimensions";
import { sumsOf } from "../comparison/sums";
import { isManyValued } from "../input/fields";
import type { NormalisedInput } from "../input/normalised-input";

/**
 * Relation `by_row`, for a WITH: of each row whether its value `is_partial`, covering only some of its records, whether it
 * `has_several`, records that stand in other rows too, and its municipality where rows are by it.
 */
export function rowRelation(input: NormalisedInput): Sql {
  const { measure, groupBy, filter } = input;
  const isAmount = measure === "AMOUNT";
  // Of one chosen code there is one row, in which a record stands once.
  const mayRepeat = groupBy.some((dimension) => {
    const field = DIMENSIONS[dimension].filter;
    return isManyValued(dimension, measure) && !(field && filter[field]?.length === 1);
  });
  if (!isAmount && !mayRepeat) {
    return raw(
      'by_row AS (SELECT FALSE AS is_partial, FALSE AS has_several, NULL::text AS "MUNICIPALITY" WHERE FALSE)',
    );
  }
  return sql`by_row AS (
    SELECT ${raw(isAmount ? "r.missing > 0 AND r.missing < r.records" : "FALSE")} AS is_partial, ${raw(mayRepeat ? "r.many_valued > 0" : "FALSE")} AS has_several,
      ${groupBy.includes("MUNICIPALITY") ? sql`r.${column("MUNICIPALITY")}` : raw("NULL::text")} AS "MUNICIPALITY"
    FROM (${sumsOf({ ...input, normalise: "NONE" }, groupBy)}) r)`;
}
