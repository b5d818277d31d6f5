import { sql } from "../../../kit/sql";
import { allocatedAmounts } from "./money";
import { counted, type PlainQuery } from "./plain-query";

export const amountByTheme: PlainQuery = (rowsOf) => sql`
  WITH ${allocatedAmounts(rowsOf)}
  SELECT coalesce(t.theme, 'UNKNOWN') AS key_1, ${counted}
  FROM money m
    LEFT JOIN ${rowsOf("initiatives.published_initiative")} i
      ON i.municipality_code = m.municipality_code AND i.id = m.initiative_id
    LEFT JOIN LATERAL unnest(i.themes) AS t(theme) ON TRUE
  GROUP BY 1`;

export const amountByThemeAndYear: PlainQuery = (rowsOf) => sql`
  WITH ${allocatedAmounts(rowsOf)}
  SELECT coalesce(t.theme, 'UNKNOWN') AS key_1, coalesce(m.year::text, 'UNKNOWN') AS key_2, ${counted}
  FROM money m
    LEFT JOIN ${rowsOf("initiatives.published_initiative")} i
      ON i.municipality_code = m.municipality_code AND i.id = m.initiative_id
    LEFT JOIN LATERAL unnest(i.themes) AS t(theme) ON TRUE
  GROUP BY t.theme, m.year`;

/** Each amount is divided evenly in whole öre; what is left over goes to the first themes, an öre each. */
export const dividedAmountByMunicipalityAndTheme: PlainQuery = (rowsOf) => sql`
  WITH ${allocatedAmounts(rowsOf)},
  theme AS (
    SELECT i.municipality_code, i.id AS initiative_id, t.theme,
      row_number() OVER (PARTITION BY i.municipality_code, i.id ORDER BY t.theme COLLATE "C") AS position,
      cardinality(i.themes) AS themes
    FROM ${rowsOf("initiatives.published_initiative")} i CROSS JOIN LATERAL unnest(i.themes) AS t(theme)
  )
  SELECT m.municipality_code AS key_1, coalesce(t.theme, 'UNKNOWN') AS key_2,
    sum(CASE WHEN coalesce(t.themes, 1) = 1 THEN m.value
      ELSE sign(m.value) * (div(abs(m.value) * 100, t.themes) + (t.position <= mod(abs(m.value) * 100, t.themes))::int) / 100
    END) AS value,
    count(*) AS records, count(*) FILTER (WHERE m.value IS NULL) AS missing
  FROM money m LEFT JOIN theme t USING (municipality_code, initiative_id)
  GROUP BY m.municipality_code, t.theme`;
