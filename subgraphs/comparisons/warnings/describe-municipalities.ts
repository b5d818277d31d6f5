import { raw, type Sql, sql } from "../../../kit/sql";

/** What was found of each municipality compared, as JSON, from the relations of the records, rows, splits and divisors. */
export function describeMunicipalities(municipalityCodes: readonly string[]): Sql {
  const isIn = (
    relation:
      | "left_out_year"
      | "left_out_kind"
      | "without_year"
      | "without_split"
      | "modelled"
      | "lacking"
      | "divisors",
  ) => sql`m.municipality_code IN (SELECT "MUNICIPALITY" FROM ${raw(relation)})`;
  return sql`(SELECT coalesce(json_agg(json_build_object(
      'code', m.municipality_code, 'name', n.name,
      'hasRecords', coalesce(b.records > 0, FALSE),
      'lacksAmounts', coalesce(b.missing > 0, FALSE),
      'hasApproximate', coalesce(b.approximate > 0, FALSE),
      'hasInferredYears', coalesce(b.year_inferred > 0, FALSE),
      'hasProposed', coalesce(b.proposed > 0, FALSE),
      'lacksYears', ${isIn("without_year")},
      'leavesOutYear', ${isIn("left_out_year")},
      'leavesOutKind', ${isIn("left_out_kind")},
      'lacksSplit', ${isIn("without_split")},
      'hasModelled', ${isIn("modelled")},
      'isPartial', m.municipality_code IN (SELECT "MUNICIPALITY" FROM by_row WHERE is_partial AND "MUNICIPALITY" IS NOT NULL)
        OR ${isIn("lacking")} AND EXISTS (SELECT FROM by_row WHERE is_partial AND "MUNICIPALITY" IS NULL),
      'isDivisor', ${isIn("divisors")},
      'isConfirmed', m.initiatives_confirmed >= m.initiatives
    ) ORDER BY m.municipality_code), '[]')
    FROM municipality m
      JOIN areas.published_municipality n ON n.code = m.municipality_code
      LEFT JOIN (
        SELECT "MUNICIPALITY", sum(records) AS records, sum(missing) AS missing, sum(approximate) AS approximate,
          sum(year_inferred) AS year_inferred, sum(records - missing) FILTER (WHERE "AMOUNT_KIND" = 'PROPOSED') AS proposed
        FROM by_municipality GROUP BY "MUNICIPALITY"
      ) b ON b."MUNICIPALITY" = m.municipality_code
    WHERE m.municipality_code = ANY(${municipalityCodes}::text[]))`;
}
