import { raw, type Sql, sql } from "../../../kit/sql";

/** A room's table or published view, its rows of the municipalities compared alone. */
export type RowsOf = (relation: string) => Sql;

/**
 * What an analyst would write who has the rooms' tables and no read model.
 * @returns rows of (key_1 …, value, records, missing); 'UNKNOWN' where records do not say
 */
export type PlainQuery = (rowsOf: RowsOf) => Sql;

/** @param municipalities codes; null for all, and then nothing is filtered */
export function rowsOfMunicipalities(municipalities: readonly string[] | null): RowsOf {
  return (relation) =>
    municipalities === null
      ? raw(relation)
      : sql`(SELECT * FROM ${raw(relation)} WHERE municipality_code = ANY(${municipalities}::text[]))`;
}

/** The columns that every query ends with. */
export const counted = raw(
  "sum(value) AS value, count(*) AS records, count(*) FILTER (WHERE value IS NULL) AS missing",
);
