import { rankSql } from "./certainty";
import { distinctAggregateSql, distinctSql } from "./distinct";

/** Kinds of the organisations that the municipalities' records may name: their own and the national ones. */
const gatherOrganisations = `/* gatherOrganisations */
  CREATE TEMP TABLE refresh_organisation ON COMMIT DROP AS
  SELECT id, kind FROM organisations.published_organisation
  WHERE municipality_code = ANY($1::text[] || '0000'::text)`;

/** Programmes with themselves and all that they are parts of, so that a filter on the whole finds the parts. */
const gatherProgrammes = `/* gatherProgrammes */
  CREATE TEMP TABLE refresh_programme ON COMMIT DROP AS
  WITH RECURSIVE ancestry AS (
    SELECT municipality_code, id, id AS ancestor_id, parent_id FROM initiatives.published_programme
    WHERE municipality_code = ANY($1)
    UNION
    SELECT a.municipality_code, a.id, p.id, p.parent_id
    FROM ancestry a JOIN initiatives.published_programme p ON p.municipality_code = a.municipality_code AND p.id = a.parent_id
  )
  SELECT municipality_code, id, ${distinctAggregateSql("ancestor_id")} AS programme_ids FROM ancestry GROUP BY 1, 2`;

/** Initiatives with every dimension that their facts and the facts of their money have. */
const gatherInitiatives = `/* gatherInitiatives */
  CREATE TEMP TABLE refresh_initiative ON COMMIT DROP AS
  WITH responsible AS (
    SELECT p.municipality_code, p.initiative_id, ${distinctAggregateSql("p.organisation_id")} AS ids,
      ${distinctAggregateSql("o.kind")} AS kinds
    FROM initiatives.published_participation p LEFT JOIN refresh_organisation o ON o.id = p.organisation_id
    WHERE p.municipality_code = ANY($1) AND p.role = 'RESPONSIBLE' GROUP BY 1, 2
  )
  SELECT i.municipality_code, i.id, i.is_reserve, i.programme_id,
    coalesce(p.programme_ids, CASE WHEN i.programme_id IS NULL THEN '{}' ELSE ARRAY[i.programme_id] END) AS programme_ids,
    ARRAY(SELECT generate_series(coalesce(i.first_year, i.last_year), coalesce(i.last_year, i.first_year))) AS years,
    (i.first_year IS NOT NULL OR i.last_year IS NOT NULL) AND i.years_certainty IS DISTINCT FROM 'STATED' AS is_year_inferred,
    i.strategy_area, i.instrument, i.status, ${distinctSql("i.themes")} AS themes,
    ${distinctSql("i.target_groups")} AS target_groups, ${distinctSql("i.area_ids")} AS area_ids,
    coalesce(r.ids, '{}') AS organisation_ids, coalesce(r.kinds, '{}') AS organisation_kinds,
    coalesce(${rankSql("i.classification_certainty")}, 0::smallint) AS classification_certainty,
    coalesce(${rankSql("i.status_certainty")}, 0::smallint) AS status_certainty,
    jsonb_array_length(i.sources) > 0 AS is_sourced
  FROM initiatives.published_initiative i
    LEFT JOIN refresh_programme p ON p.id = i.programme_id
    LEFT JOIN responsible r ON r.municipality_code = i.municipality_code AND r.initiative_id = i.id
  WHERE i.municipality_code = ANY($1)`;

export const gatherInitiativeTables = [
  gatherOrganisations,
  gatherProgrammes,
  "/* gatherInitiatives */ ANALYZE refresh_organisation, refresh_programme",
  gatherInitiatives,
  "/* gatherInitiatives */ ANALYZE refresh_initiative",
];
