import { raw, type Sql, sql } from "../../../kit/sql";
import { column } from "../comparison/dimensions";
import { inhabitantRelations, scopeOf } from "../comparison/inhabitants";
import type { NormalisedInput } from "../input/normalised-input";
import { NONE } from "./find-in-records";

/**
 * Relations, for a WITH, that the other two read: see `inhabitantRelations`; and `divisors`, the municipalities by whose
 * inhabitants together values are divided, none where rows are by municipality.
 */
export function divisorRelations(input: NormalisedInput): Sql[] {
  if (input.normalise !== "PER_CAPITA") return [sql`divisors AS (${NONE})`];
  const isOfSome = !input.groupBy.includes("MUNICIPALITY");
  return [
    ...inhabitantRelations(input),
    sql`divisors AS (${isOfSome ? raw('SELECT DISTINCT "MUNICIPALITY" FROM present') : NONE})`,
  ];
}

/** Whether a row has not one known year although its value is divided by inhabitants. Rows by YEAR have it, or say so. */
export function needsYear({ normalise, groupBy }: NormalisedInput): Sql {
  if (normalise !== "PER_CAPITA" || groupBy.includes("YEAR")) return raw("FALSE");
  return raw("EXISTS (SELECT FROM row_year WHERE year IS NULL)");
}

/** The municipalities and years whose population some row needs and that is not known, as JSON. */
export function withoutPopulation(input: NormalisedInput): Sql {
  if (input.normalise !== "PER_CAPITA") return raw("'[]'::json");
  const scope = scopeOf(input);
  const sameScope = scope ? sql`AND y.${column(scope)} = p.${column(scope)}` : raw("");
  return sql`(SELECT coalesce(json_agg(json_build_object('code', p."MUNICIPALITY", 'name', n.name, 'year', p."YEAR") ORDER BY p."MUNICIPALITY", p."YEAR"), '[]')
    FROM present p JOIN areas.published_municipality n ON n.code = p."MUNICIPALITY"
    WHERE p.population IS NULL AND EXISTS (SELECT FROM row_year y WHERE y.year = p."YEAR" ${sameScope}))`;
}
