import { rankSql } from "./certainty";

/** Kinds of the funding sources that the municipalities' records may name: their own and the national ones. */
const gatherSources = `/* gatherSources */
  CREATE TEMP TABLE refresh_source ON COMMIT DROP AS
  SELECT id, kind FROM funding.published_funding_source WHERE municipality_code = ANY($1::text[] || '0000'::text)`;

/** What each source paid into a pot, and which of them paid most: it takes what rounding leaves over. */
const gatherContributions = `/* gatherContributions */
  CREATE TEMP TABLE refresh_contribution ON COMMIT DROP AS
  SELECT c.municipality_code, c.pot_id, c.source_id, c.grant_id, c.value,
    coalesce(${rankSql("c.certainty")}, 0::smallint) AS certainty,
    row_number() OVER (
      PARTITION BY c.municipality_code, c.pot_id ORDER BY c.value DESC NULLS LAST, c.source_id COLLATE "C"
    ) = 1 AS is_largest
  FROM funding.published_pot_contribution c WHERE c.municipality_code = ANY($1)`;

/** The one source of a pot that has one; and what all paid in, when that is known of each. */
const gatherPots = `/* gatherPots */
  CREATE TEMP TABLE refresh_pot ON COMMIT DROP AS
  SELECT municipality_code, pot_id AS id, CASE WHEN count(*) = 1 THEN min(source_id) END AS single_source_id,
    CASE WHEN count(*) > 1 AND count(value) = count(*) AND sum(value) > 0 THEN sum(value) END AS divisible
  FROM refresh_contribution GROUP BY 1, 2`;

/** Grants; direct ones go straight to one initiative, neither by way of an allocation nor of a pot. */
const gatherGrants = `/* gatherGrants */
  CREATE TEMP TABLE refresh_grant ON COMMIT DROP AS
  SELECT g.municipality_code, g.id, g.source_id, g.programme_id, g.recipient_id, g.initiative_id,
    g.initiative_id IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM refresh_allocation a WHERE a.grant_id = g.id
      ) AND NOT EXISTS (
        SELECT FROM refresh_contribution c WHERE c.grant_id = g.id
      ) AS is_direct
  FROM funding.published_grant g WHERE g.municipality_code = ANY($1)`;

const gatherAllocations = `/* gatherAllocations */
  CREATE TEMP TABLE refresh_allocation ON COMMIT DROP AS
  SELECT municipality_code, id, initiative_id, pot_id, grant_id, source_id, responsible_ids, stated_shares, value, kind, year,
    year_certainty, certainty, precision
  FROM funding.published_allocation WHERE municipality_code = ANY($1)`;

/** Shares that a source states, in kronor: as stated, or counted from the share of the amount. */
const gatherShares = `/* gatherShares */
  CREATE TEMP TABLE refresh_share ON COMMIT DROP AS
  SELECT a.municipality_code, a.id AS allocation_id, a.initiative_id, s."sourceId" AS source_id,
    sum(coalesce(s.value, round(s.share * a.value, 2)))::numeric(16,2) AS value
  FROM refresh_allocation a
    CROSS JOIN LATERAL jsonb_to_recordset(a.stated_shares) AS s("sourceId" text, value numeric, share numeric)
  WHERE a.stated_shares <> '[]' GROUP BY 1, 2, 3, 4`;

export const gatherFundingTables = [
  gatherSources,
  gatherContributions,
  gatherPots,
  gatherAllocations,
  "/* gatherFunding */ ANALYZE refresh_source, refresh_contribution, refresh_pot, refresh_allocation",
  gatherGrants,
  gatherShares,
  "/* gatherFunding */ ANALYZE refresh_grant, refresh_share",
];
