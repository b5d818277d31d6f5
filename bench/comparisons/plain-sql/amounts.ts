import { sql } from "../../../kit/sql";
import { allocatedAmounts, everyAmount } from "./money";
import { counted, type PlainQuery } from "./plain-query";

export const amountByMunicipalityAndKind: PlainQuery = (rowsOf) => sql`
  WITH ${everyAmount(rowsOf)}
  SELECT municipality_code AS key_1, kind AS key_2, ${counted} FROM money GROUP BY 1, 2`;

export const amountByYear: PlainQuery = (rowsOf) => sql`
  WITH ${allocatedAmounts(rowsOf)}
  SELECT coalesce(year::text, 'UNKNOWN') AS key_1, ${counted} FROM money GROUP BY year`;

export const amountByMunicipalityAndYear: PlainQuery = (rowsOf) => sql`
  WITH ${allocatedAmounts(rowsOf)}
  SELECT municipality_code AS key_1, coalesce(year::text, 'UNKNOWN') AS key_2, ${counted}
  FROM money GROUP BY municipality_code, year`;

/** The inhabitants are those of the municipalities that have an amount of the year. */
export const amountPerCapitaByCountyAndYear: PlainQuery = (rowsOf) => sql`
  WITH ${allocatedAmounts(rowsOf)},
  by_municipality AS (SELECT municipality_code, year, ${counted} FROM money GROUP BY 1, 2)
  SELECT p.county_code AS key_1, coalesce(m.year::text, 'UNKNOWN') AS key_2,
    CASE WHEN count(n.value) = count(*) THEN sum(m.value) / sum(n.value) END AS value,
    sum(m.records) AS records, sum(m.missing) AS missing
  FROM by_municipality m JOIN areas.published_municipality p ON p.code = m.municipality_code
    LEFT JOIN areas.published_population n ON n.municipality_code = m.municipality_code AND n.year = m.year
  GROUP BY p.county_code, m.year`;
