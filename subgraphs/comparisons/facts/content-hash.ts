import { FACT_COLUMNS, FACT_SOURCE_COLUMNS } from "./fact-columns";

const scoped = "municipality_code = ANY($1)";

/** Hashes of each municipality's rows in a relation, together; in an order that is theirs, not that of their coming. */
const hashOf = (relation: string, row: string, order: string) => `
  SELECT municipality_code, md5(string_agg(hash, '' ORDER BY ${order})) AS hash
  FROM (SELECT *, md5(${row}::text) AS hash FROM ${relation}) r GROUP BY 1`;

const names = [
  "areas.published_area",
  "initiatives.published_programme",
  "initiatives.published_initiative",
  "organisations.published_organisation",
  "funding.published_funding_source",
].map((view, what) => `SELECT municipality_code, ${what} AS what, id, name FROM ${view} WHERE ${scoped}`);

/** A hash of what a comparison can show of each municipality: its facts, populations, county and names. */
const gatherContent = `/* gatherContentHashes */
  CREATE TEMP TABLE refresh_content ON COMMIT DROP AS
  WITH fact AS (${hashOf("refresh_fact", `ROW(${FACT_COLUMNS})`, "subject, id")}),
    fact_source AS (${hashOf("refresh_fact_source", `ROW(${FACT_SOURCE_COLUMNS})`, "subject, fact_id, split, source_id")}),
    population AS (${hashOf(`(SELECT * FROM areas.published_population WHERE ${scoped}) p`, "ROW(year, value)", "year")}),
    named AS (${hashOf(`(${names.join(" UNION ALL ")}) n`, "ROW(what, id, name)", 'what, id COLLATE "C"')})
  SELECT m.code AS municipality_code, md5(concat_ws(' ', m.county_code, coalesce(fact.hash, '-'), coalesce(fact_source.hash, '-'),
    coalesce(population.hash, '-'), coalesce(named.hash, '-'))) AS hash
  FROM areas.published_municipality m
    LEFT JOIN fact ON fact.municipality_code = m.code
    LEFT JOIN fact_source ON fact_source.municipality_code = m.code
    LEFT JOIN population ON population.municipality_code = m.code
    LEFT JOIN named ON named.municipality_code = m.code
  WHERE m.code = ANY($1)`;

export const contentHashes = [gatherContent];
