import { join, raw, type Sql, sql } from "../../../kit/sql";
import { RECORD_UNITS } from "../facts/record-units";
import type { Place } from "./fact-places";

/** A fact's share of one record, in units: evenly, and what is left over one unit each to the first. */
export function dividedRecord(places: readonly Place[]): Sql {
  const { count, ordinal } = combined(places);
  const units = raw(`${RECORD_UNITS}::numeric`);
  return sql`(div(${units}, ${count}) + (${ordinal} < mod(${units}, ${count}))::int)`;
}

/** A fact's share of kronor in whole öre: evenly, and what is left over one öre each to the first. */
export function dividedValue(value: Sql, places: readonly Place[]): Sql {
  const { count, ordinal } = combined(places);
  const ore = sql`abs(${value} * 100)`;
  return sql`(sign(${value}) * (div(${ore}, ${count}) + (${ordinal} < mod(${ore}, ${count}))::int) * 0.01)`;
}

/** Several dimensions divide a record among the combinations of its codes, in the order of the first code, then the next. */
function combined(places: readonly Place[]): { count: Sql; ordinal: Sql } {
  return {
    count: sql`(${join(
      places.map(({ count }) => count),
      " * ",
    )})`,
    ordinal: places
      .slice(1)
      .reduce((before, { count, ordinal }) => sql`(${before} * ${count} + ${ordinal})`, places[0]?.ordinal ?? raw("0")),
  };
}
