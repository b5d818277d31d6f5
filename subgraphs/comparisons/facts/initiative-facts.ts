import { distinctAggregateSql } from "./distinct";

const columns = `municipality_code, subject, id, value, years, certainty, is_year_inferred, initiative_id, programme_id, programme_ids,
  strategy_area, instrument, status, themes, target_groups, area_ids, organisation_ids, organisation_kinds, source_ids,
  source_kinds, classification_certainty, status_certainty`;

/** Every source that stands behind an initiative's money, whether or not its part is known. */
const gatherSources = `/* gatherInitiativeSources */
  CREATE TEMP TABLE refresh_initiative_source ON COMMIT DROP AS
  WITH named AS (
    SELECT municipality_code, initiative_id, source_id FROM refresh_share
    UNION
    SELECT municipality_code, initiative_id, source_id FROM refresh_allocation WHERE source_id IS NOT NULL
    UNION
    SELECT a.municipality_code, a.initiative_id, g.source_id
    FROM refresh_allocation a JOIN refresh_grant g ON g.id = a.grant_id
    UNION
    SELECT a.municipality_code, a.initiative_id, c.source_id
    FROM (SELECT DISTINCT municipality_code, initiative_id, pot_id FROM refresh_allocation) a
      JOIN refresh_contribution c ON c.pot_id = a.pot_id
    UNION
    SELECT municipality_code, initiative_id, source_id FROM refresh_grant WHERE initiative_id IS NOT NULL
  )
  SELECT n.municipality_code, n.initiative_id, ${distinctAggregateSql("n.source_id")} AS ids,
    ${distinctAggregateSql("s.kind", "s.kind <> 'UNKNOWN'")} AS kinds
  FROM named n LEFT JOIN refresh_source s ON s.id = n.source_id GROUP BY 1, 2`;

const dimensions = `i.strategy_area, i.instrument, i.status, coalesce(i.themes, '{}'),
    coalesce(i.target_groups, '{}'), coalesce(i.area_ids, '{}'), coalesce(i.organisation_ids, '{}'),
    coalesce(i.organisation_kinds, '{}'), coalesce(s.ids, '{}'), coalesce(s.kinds, '{}'),
    coalesce(i.classification_certainty, 0), coalesce(i.status_certainty, 0)`;

/** Initiatives to count: no reserves, which were not chosen. */
const addInitiatives = `/* addInitiativeFacts */
  INSERT INTO refresh_fact (${columns})
  SELECT i.municipality_code, 'INITIATIVE', i.id, CASE WHEN m.initiative_id IS NULL THEN 0 ELSE 1 END, i.years, 4, i.is_year_inferred, i.id,
    i.programme_id, i.programme_ids, ${dimensions}
  FROM refresh_initiative i
    LEFT JOIN refresh_initiative_source s ON s.municipality_code = i.municipality_code AND s.initiative_id = i.id
    LEFT JOIN (
      SELECT DISTINCT municipality_code, initiative_id FROM refresh_money
      WHERE subject = 'MONEY_INITIATIVE' AND value IS NOT NULL
    ) m ON m.municipality_code = i.municipality_code AND m.initiative_id = i.id
  WHERE NOT i.is_reserve`;

/** Targets of initiatives, with their dimensions, and of programmes, which have no other. */
const addTargets = `/* addTargetFacts */
  INSERT INTO refresh_fact (${columns})
  SELECT t.municipality_code, 'TARGET', t.id, CASE WHEN t.is_quantified THEN 1 ELSE 0 END, coalesce(i.years, '{}'), 4,
    coalesce(i.is_year_inferred, FALSE), t.initiative_id, coalesce(i.programme_id, t.programme_id), coalesce(i.programme_ids, p.programme_ids, '{}'), ${dimensions}
  FROM initiatives.published_target t
    LEFT JOIN refresh_initiative i ON i.id = t.initiative_id
    LEFT JOIN refresh_programme p ON p.id = t.programme_id
    LEFT JOIN refresh_initiative_source s ON s.municipality_code = t.municipality_code AND s.initiative_id = t.initiative_id
  WHERE t.municipality_code = ANY($1) AND i.is_reserve IS NOT TRUE`;

export const initiativeFacts = [
  gatherSources,
  "/* initiativeFacts */ ANALYZE refresh_initiative_source",
  addInitiatives,
  addTargets,
  "/* initiativeFacts */ ANALYZE refresh_fact",
];
