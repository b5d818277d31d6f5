import { sql } from "../../../kit/sql";
import type { PlainQuery } from "./plain-query";

export const initiativesByMunicipalityAndStatus: PlainQuery = (rowsOf) => sql`
  SELECT municipality_code AS key_1, status AS key_2, count(*) AS value, count(*) AS records, 0 AS missing
  FROM ${rowsOf("initiatives.published_initiative")} i WHERE NOT is_reserve GROUP BY 1, 2`;

export const initiativesByThemeAndStatus: PlainQuery = (rowsOf) => sql`
  SELECT coalesce(t.theme, 'UNKNOWN') AS key_1, i.status AS key_2, count(*) AS value, count(*) AS records, 0 AS missing
  FROM ${rowsOf("initiatives.published_initiative")} i LEFT JOIN LATERAL unnest(i.themes) AS t(theme) ON TRUE
  WHERE NOT i.is_reserve GROUP BY 1, 2`;
