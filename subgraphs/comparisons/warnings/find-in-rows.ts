import { join, raw, type Sql, sql } from "../../../kit/sql";
import { cellsOf } from "../comparison/cells";
import { column, DIMENSIONS } from "../comparison/dimensions";
import { isManyValued, isSource } from "../input/fields";
import type { NormalisedInput } from "../input/normalised-input";
import { amountsOf } from "./find-in-records";

/**
 * Relations, for a WITH: `by_row`, of each row whether its value `is_partial`, covering only some of its records, whether it
 * `has_several`, records that stand in other rows too, and its municipality where rows are by it; and `lacking`, the
 * municipalities with something missing that rows would add up.
 */
export function rowRelations(input: NormalisedInput): Sql[] {
  return [sql`by_row AS (${rows(input)})`, sql`lacking AS (${lacking(input)})`];
}

/** By source a part may be missing of an amount that is known. */
function lacking(input: NormalisedInput): Sql {
  const sources = input.groupBy.filter(isSource);
  if (input.measure !== "AMOUNT" || sources.length === 0) {
    return raw('SELECT "MUNICIPALITY" FROM by_municipality WHERE missing > 0');
  }
  return sql`SELECT c."MUNICIPALITY" FROM (${cellsOf(amountsOf(input), ["MUNICIPALITY", ...sources])}) c WHERE c.missing > 0`;
}

function rows(input: NormalisedInput): Sql {
  const { measure, groupBy, filter } = input;
  const isAmount = measure === "AMOUNT";
  // Of one chosen code there is one row, in which a record stands once.
  const mayRepeat = groupBy.some((dimension) => {
    const field = DIMENSIONS[dimension].filter;
    return isManyValued(dimension, measure) && !(field && filter[field]?.length === 1);
  });
  if (!isAmount && !mayRepeat) {
    return raw('SELECT FALSE AS is_partial, FALSE AS has_several, NULL::text AS "MUNICIPALITY" WHERE FALSE');
  }
  const keys = groupBy.map(column);
  // Only what is asked: adding up the values too would take most of the time.
  const sums = sql`SELECT ${join([...keys, raw("sum(c.records) AS records, sum(c.missing) AS missing, sum(c.many_valued) AS many_valued")])}
    FROM (${cellsOf({ ...input, normalise: "NONE" }, groupBy)}) c ${keys.length > 0 ? sql`GROUP BY ${join(keys)}` : raw("")}`;
  return sql`SELECT ${raw(isAmount ? "r.missing > 0 AND r.missing < r.records" : "FALSE")} AS is_partial, ${raw(mayRepeat ? "r.many_valued > 0" : "FALSE")} AS has_several,
      ${groupBy.includes("MUNICIPALITY") ? sql`r.${column("MUNICIPALITY")}` : raw("NULL::text")} AS "MUNICIPALITY"
    FROM (${sums}) r`;
}
