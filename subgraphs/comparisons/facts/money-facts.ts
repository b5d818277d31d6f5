import { distinctAggregateSql, distinctSql } from "./distinct";
import { FACT_COLUMNS } from "./fact-columns";

const createFacts = `/* createFacts */
  CREATE TEMP TABLE refresh_fact (record int, LIKE comparisons.fact INCLUDING DEFAULTS) ON COMMIT DROP`;

/** Organisations that money itself names, once per list of them rather than once per amount. */
const gatherNamed = `/* gatherNamedOrganisations */
  CREATE TEMP TABLE refresh_named ON COMMIT DROP AS
  SELECT n.given, ${distinctSql("n.given")} AS ids, k.kinds
  FROM (SELECT DISTINCT organisation_ids AS given FROM refresh_money WHERE organisation_ids IS NOT NULL) n
    CROSS JOIN LATERAL (
      SELECT ${distinctAggregateSql("o.kind")} AS kinds FROM refresh_organisation o WHERE o.id = ANY(n.given)
    ) k`;

/** One fact per record of money, with the dimensions of its initiative and the sources that are known of it. */
const addMoneyFacts = `/* addMoneyFacts */
  INSERT INTO refresh_fact (record, ${FACT_COLUMNS})
  WITH source AS (
    SELECT record,
      coalesce(array_agg(source_id ORDER BY source_id) FILTER (WHERE source_id <> 'UNKNOWN' AND split = 'STATED'), '{}') AS ids,
      ${distinctAggregateSql("source_kind", "source_kind <> 'UNKNOWN' AND split = 'STATED'")} AS kinds,
      bool_or(split = 'MODELLED') AS is_modelled
    FROM refresh_fact_source GROUP BY 1
  )
  SELECT m.record, m.municipality_code, m.subject, m.id, m.value, m.kind,
    CASE WHEN m.year IS NULL THEN '{}' ELSE ARRAY[m.year] END,
    CASE WHEN m.value IS NULL THEN 0 ELSE least(m.certainty, m.year_certainty) END,
    m.is_approximate, m.value IS NOT NULL AND m.year_certainty IS DISTINCT FROM 4, coalesce(i.is_reserve, false), m.initiative_id,
    i.programme_id, coalesce(i.programme_ids, '{}'), i.strategy_area, i.instrument, i.status, coalesce(i.themes, '{}'),
    coalesce(i.target_groups, '{}'), coalesce(i.area_ids, '{}'),
    coalesce(n.ids, i.organisation_ids, '{}'), coalesce(n.kinds, i.organisation_kinds, '{}'), s.ids, s.kinds,
    coalesce(i.classification_certainty, 0), coalesce(i.status_certainty, 0), m.pot_id, m.grant_id, m.funding_programme_id,
    s.is_modelled
  FROM refresh_money m
    JOIN source s ON s.record = m.record
    LEFT JOIN refresh_initiative i ON i.municipality_code = m.municipality_code AND i.id = m.initiative_id
    LEFT JOIN refresh_named n ON n.given = m.organisation_ids`;

export const moneyFacts = [createFacts, gatherNamed, "/* moneyFacts */ ANALYZE refresh_named", addMoneyFacts];
