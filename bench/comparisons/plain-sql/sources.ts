import { sql } from "../../../kit/sql";
import { allocatedAmounts } from "./money";
import type { PlainQuery } from "./plain-query";

/** Money is divided as stated; where several sources paid into a pot nobody says whose money an allocation is. */
export const amountBySourceKind: PlainQuery = (rowsOf) => sql`
  WITH ${allocatedAmounts(rowsOf)},
  pot_source AS (
    SELECT municipality_code, pot_id, min(source_id) AS source_id
    FROM ${rowsOf("funding.published_pot_contribution")} c GROUP BY 1, 2 HAVING count(DISTINCT source_id) = 1
  ),
  stated AS (
    SELECT m.municipality_code, m.id, m.value AS whole, s."sourceId" AS source_id,
      coalesce(s.value, round(s.share * m.value, 2)) AS value
    FROM money m CROSS JOIN LATERAL jsonb_to_recordset(m.stated_shares) AS s("sourceId" text, value numeric, share numeric)
    WHERE m.stated_shares <> '[]'
  ),
  -- Of an amount with stated shares several parts may have the same kind; the rest have one part each.
  part AS (
    SELECT p.municipality_code, p.id, coalesce(f.kind, 'UNKNOWN') AS kind, sum(p.value) AS value
    FROM (
      SELECT municipality_code, id, source_id, value FROM stated
      UNION ALL SELECT municipality_code, id, NULL, whole - sum(value) FROM stated
      GROUP BY municipality_code, id, whole HAVING whole <> sum(value)
    ) p LEFT JOIN funding.published_funding_source f ON f.id = p.source_id
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT m.municipality_code, m.id, coalesce(f.kind, 'UNKNOWN'), m.value
    FROM money m
      LEFT JOIN ${rowsOf("funding.published_grant")} g ON g.municipality_code = m.municipality_code AND g.id = m.grant_id
      LEFT JOIN pot_source p ON p.municipality_code = m.municipality_code AND p.pot_id = m.pot_id
      LEFT JOIN funding.published_funding_source f ON f.id = coalesce(g.source_id, m.source_id, p.source_id)
    WHERE m.stated_shares = '[]'
  )
  SELECT kind AS key_1, sum(value) AS value, count(*) AS records, count(*) FILTER (WHERE value IS NULL) AS missing
  FROM part GROUP BY 1`;

/** Null where any pot's parts do not make up its total. */
export const stateShareOfPotsByMunicipality: PlainQuery = (rowsOf) => sql`
  WITH contribution AS (
    SELECT c.municipality_code, c.pot_id, sum(c.value) AS known,
      sum(c.value) FILTER (WHERE f.kind IN ('STATE_GRANT', 'STATE_SUPPORT')) AS state,
      count(*) FILTER (WHERE c.value IS NULL) AS unknown
    FROM ${rowsOf("funding.published_pot_contribution")} c
      JOIN funding.published_funding_source f ON f.id = c.source_id
    GROUP BY 1, 2
  ),
  pot AS (
    SELECT p.municipality_code, p.value, coalesce(c.state, 0) AS state,
      p.value IS NOT NULL AND c.known = p.value AND c.unknown = 0 AS is_stated
    FROM ${rowsOf("funding.published_pot")} p
      LEFT JOIN contribution c ON c.municipality_code = p.municipality_code AND c.pot_id = p.id
  )
  SELECT municipality_code AS key_1, CASE WHEN bool_and(is_stated IS TRUE) THEN sum(state) / nullif(sum(value), 0) END AS value,
    count(*) AS records, count(*) FILTER (WHERE is_stated IS NOT TRUE) AS missing
  FROM pot GROUP BY 1`;
