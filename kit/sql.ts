import sql, { join, raw, type Sql } from "sql-template-tag";

export type { Sql };
export { join, raw, sql };

/** `a AND b AND c`, or TRUE for none. */
export function all(conditions: readonly (Sql | undefined)[]): Sql {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? raw("TRUE") : join(given, " AND ");
}
