import { contentHashes } from "./content-hash";

const scoped = "municipality_code = ANY($1)";

const notes = ["areas", "organisations", "initiatives", "funding"]
  .map((room) => `SELECT municipality_code, code, severity FROM ${room}.published_quality_note WHERE ${scoped}`)
  .join(" UNION ALL ");

const count = (view: string) =>
  `(SELECT municipality_code, count(*)::int AS n FROM ${view} WHERE ${scoped} GROUP BY 1)`;

/** What there is of each municipality and what it lacks; an amount that is on two levels is counted once. */
const gatherMunicipalities = `/* gatherMunicipalities */
  CREATE TEMP TABLE refresh_municipality ON COMMIT DROP AS
  WITH initiative AS (
    SELECT municipality_code, count(*)::int AS n, count(*) FILTER (WHERE is_sourced)::int AS sourced,
      count(*) FILTER (WHERE years <> '{}')::int AS dated, count(*) FILTER (WHERE status <> 'UNKNOWN')::int AS with_status,
      count(*) FILTER (WHERE classification_certainty = 4 AND themes <> '{}')::int AS confirmed
    FROM refresh_initiative WHERE NOT is_reserve GROUP BY 1
  ), fact AS (
    SELECT municipality_code,
      coalesce(sum(value) FILTER (WHERE subject = 'INITIATIVE'), 0)::int AS with_amount,
      count(*) FILTER (WHERE subject = 'TARGET')::int AS targets,
      coalesce(sum(value) FILTER (WHERE subject = 'TARGET'), 0)::int AS quantified
    FROM refresh_fact GROUP BY 1
  ), amount AS (
    SELECT municipality_code, count(*)::int AS n, count(*) FILTER (WHERE year_certainty = 4)::int AS with_stated_year,
      coalesce(array_agg(DISTINCT year ORDER BY year) FILTER (WHERE year IS NOT NULL), '{}') AS years
    FROM refresh_money
    WHERE value IS NOT NULL AND NOT (subject = 'MONEY_INITIATIVE' AND NOT is_allocation AND grant_id IS NOT NULL) GROUP BY 1
  ), population AS (
    SELECT municipality_code, array_agg(year ORDER BY year) AS years FROM areas.published_population WHERE ${scoped} GROUP BY 1
  ), supply AS (
    SELECT municipality_code, array_agg(DISTINCT door ORDER BY door) AS doors, max(changed_at) AS changed_at
    FROM areas.published_supply WHERE ${scoped} GROUP BY 1
  ), note AS (
    SELECT municipality_code, count(DISTINCT code)::int AS n, count(DISTINCT code) FILTER (WHERE severity = 'DEFICIENCY')::int AS deficiencies
    FROM (${notes}) q GROUP BY 1
  )
  SELECT m.code AS municipality_code, m.county_code, f.municipality_code IS NOT NULL AS has_data,
    content.hash AS content_hash,
    supply.changed_at, coalesce(i.n, 0) AS initiatives, coalesce(f.with_amount, 0) AS initiatives_with_amount,
    coalesce(i.sourced, 0) AS initiatives_with_source, coalesce(i.dated, 0) AS initiatives_with_year,
    coalesce(i.with_status, 0) AS initiatives_with_status, coalesce(i.confirmed, 0) AS initiatives_confirmed,
    coalesce(programme.n, 0) AS programmes, coalesce(f.targets, 0) AS targets, coalesce(f.quantified, 0) AS quantified_targets,
    coalesce(g.n, 0) AS grants, coalesce(pot.n, 0) AS pots, coalesce(allocation.n, 0) AS allocations,
    coalesce(amount.n, 0) AS amounts, coalesce(amount.with_stated_year, 0) AS amounts_with_stated_year,
    coalesce(amount.years, '{}') AS years, coalesce(population.years, '{}') AS population_years,
    coalesce(supply.doors, '{}') AS doors, coalesce(document.n, 0) AS source_documents, coalesce(note.n, 0) AS quality_notes,
    coalesce(note.deficiencies, 0) AS deficiencies
  FROM areas.published_municipality m
    LEFT JOIN initiative i ON i.municipality_code = m.code
    LEFT JOIN fact f ON f.municipality_code = m.code
    LEFT JOIN amount ON amount.municipality_code = m.code
    LEFT JOIN population ON population.municipality_code = m.code
    LEFT JOIN supply ON supply.municipality_code = m.code
    LEFT JOIN note ON note.municipality_code = m.code
    JOIN refresh_content content ON content.municipality_code = m.code
    LEFT JOIN ${count("initiatives.published_programme")} programme ON programme.municipality_code = m.code
    LEFT JOIN ${count("initiatives.published_source_document")} document ON document.municipality_code = m.code
    LEFT JOIN ${count("refresh_grant")} g ON g.municipality_code = m.code
    LEFT JOIN ${count("funding.published_pot")} pot ON pot.municipality_code = m.code
    LEFT JOIN ${count("refresh_allocation")} allocation ON allocation.municipality_code = m.code
  WHERE m.code = ANY($1)`;

/** Columns of comparisons.municipality but its key. */
const COLUMNS = [
  "county_code",
  "has_data",
  "content_hash",
  "changed_at",
  "initiatives",
  "initiatives_with_amount",
  "initiatives_with_source",
  "initiatives_with_year",
  "initiatives_with_status",
  "initiatives_confirmed",
  "programmes",
  "targets",
  "quantified_targets",
  "grants",
  "pots",
  "allocations",
  "amounts",
  "amounts_with_stated_year",
  "years",
  "population_years",
  "doors",
  "source_documents",
  "quality_notes",
  "deficiencies",
];
const list = (prefix = "") => COLUMNS.map((column) => `${prefix}${column}`).join(", ");

export const municipalities = [...contentHashes, gatherMunicipalities];

/** Municipalities whose facts are not those of the read model, those that are gone among them. */
export const readChanged = `/* readChangedMunicipalities */
  SELECT c.code FROM unnest($1::text[]) AS c(code)
    LEFT JOIN refresh_municipality n ON n.municipality_code = c.code
    LEFT JOIN comparisons.municipality o ON o.municipality_code = c.code
  WHERE n.content_hash IS DISTINCT FROM o.content_hash`;

export const writeMunicipalities = [
  `/* removeMunicipalities */
  DELETE FROM comparisons.municipality m WHERE ${scoped}
    AND NOT EXISTS (SELECT FROM refresh_municipality n WHERE n.municipality_code = m.municipality_code)`,
  `/* writeMunicipalities */
  INSERT INTO comparisons.municipality AS m (municipality_code, ${list()}) SELECT municipality_code, ${list()} FROM refresh_municipality
  ON CONFLICT (municipality_code) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}
  WHERE (${list("m.")}) IS DISTINCT FROM (${list("excluded.")})`,
];
