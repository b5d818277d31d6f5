import { all, type Sql, sql } from "../../../kit/sql";
import { cellsOf } from "../comparison/cells";
import { UNKNOWN } from "../comparison/dimensions";
import { isMoney } from "../input/fields";
import type { NormalisedInput } from "../input/normalised-input";
import { amountsOf, NONE } from "./find-in-records";

/**
 * Relations, for a WITH, of the municipalities with records without an amount that a filter leaves out since they do not say
 * their year, `left_out_year`, or their kind, `left_out_kind`: they may be of the years and kinds asked for all the same.
 */
export function leftOutRelations(input: NormalisedInput): Sql[] {
  const { years, amountKinds } = input.filter;
  return [
    sql`left_out_year AS (${years ? leftOut(input, "YEAR") : NONE})`,
    sql`left_out_kind AS (${amountKinds ? leftOut(input, "AMOUNT_KIND") : NONE})`,
  ];
}

function leftOut(input: NormalisedInput, unsaid: "YEAR" | "AMOUNT_KIND"): Sql {
  const { measure, filter } = input;
  if (!isMoney(measure)) return NONE;
  const { years, amountKinds, ...rest } = filter;
  const cells = cellsOf({ ...amountsOf(input), filter: rest }, ["MUNICIPALITY", "YEAR", "AMOUNT_KIND"]);
  const mayBe = (column: Sql, codes: readonly (string | number)[] | undefined) =>
    codes ? sql`${column} = ANY(${[...codes.map(String), UNKNOWN]}::text[])` : undefined;
  return sql`SELECT DISTINCT c."MUNICIPALITY" FROM (${cells}) c WHERE ${all([
    sql`c.missing > 0`,
    unsaid === "YEAR" ? sql`c."YEAR" = ${UNKNOWN}` : sql`c."AMOUNT_KIND" = ${UNKNOWN}`,
    mayBe(sql`c."YEAR"`, years),
    mayBe(sql`c."AMOUNT_KIND"`, unsaid === "YEAR" ? amountKinds : undefined),
  ])}`;
}
