import type { Reader } from "../../../kit/database";
import { columnsOf } from "../../../kit/entity-columns";
import { ownerOf } from "../../../kit/record";
import { all, type Sql, sql } from "../../../kit/sql";
import { type AllocationRow, allocationEntity } from "../allocation.entity";
import type { FollowUpTotal } from "../generated/types";
import { grantsUnderFollowUp } from "../grant.repository";
import type { FundingFollowUpValue } from "./follow-up";
import { SURE } from "./follow-up-amounts";

/** Kinds of which a grant that lacks them is missing. */
const OF_EVERY_GRANT = ["AWARDED", "DISBURSED"];
const KINDS = [
  "APPLIED",
  "AWARDED",
  "REQUESTED",
  "DISBURSED",
  "ALLOCATED",
  "INCURRED",
  "ACCOUNTED",
  "RECLAIMED",
  "REPAID",
];
const LEAST_SURE_FIRST = ["UNKNOWN", "MODELLED", "INFERRED", "DERIVED", "STATED"];

export function createFollowUpRepository(reader: Reader) {
  const findAllocations = (name: string, condition: Sql) =>
    reader.rows<AllocationRow>(
      name,
      sql`SELECT ${columnsOf(allocationEntity, "a")} FROM allocation a WHERE ${condition} AND a.withdrawn_at IS NULL ORDER BY a.municipality_code, a.id COLLATE "C"`,
    );
  return {
    findAllocationsByGrant: (grantIds: readonly string[]) =>
      findAllocations(
        "findAllocationsByGrant",
        sql`a.municipality_code = ANY(${grantIds.map(ownerOf)}) AND a.grant_id = ANY(${grantIds})`,
      ),
    findAllocationsByPot: (potIds: readonly string[]) =>
      findAllocations(
        "findAllocationsByPot",
        sql`a.municipality_code = ANY(${potIds.map(ownerOf)}) AND a.pot_id = ANY(${potIds})`,
      ),
    /** The amounts of all the grants added up by kind and year, each grant once in each. */
    sumGrants(followUp: FundingFollowUpValue) {
      const grants = grantsUnderFollowUp(followUp);
      return reader.rows<FollowUpTotal>(
        "sumGrantsUnderFollowUp",
        sql`WITH picked AS (SELECT g.municipality_code, g.id FROM ${grants.from} WHERE ${all(grants.where)}),
          said AS (
            SELECT p.municipality_code, p.id, a.kind, a.year, a.year_certainty, a.certainty, a.precision,
              CASE WHEN a.certainty = ANY(${SURE}) THEN a.value END AS value
            FROM picked p
            JOIN published_grant_amount a ON a.municipality_code = p.municipality_code AND a.grant_id = p.id
          ), missing AS (
            SELECT p.municipality_code, p.id, k.kind FROM picked p CROSS JOIN unnest(${OF_EVERY_GRANT}::text[]) AS k(kind)
            EXCEPT SELECT s.municipality_code, s.id, s.kind FROM said s
          ), counted AS (
            SELECT * FROM said
            UNION ALL SELECT m.municipality_code, m.id, m.kind, NULL, NULL, NULL, NULL, NULL FROM missing m
          )
          SELECT c.kind, c.year,
            (${LEAST_SURE_FIRST}::text[])[min(array_position(${LEAST_SURE_FIRST}::text[], c.year_certainty)) FILTER (WHERE c.year IS NOT NULL)] AS "yearCertainty",
            sum(c.value)::text AS value,
            count(DISTINCT (c.municipality_code, c.id))::int AS "recordCount",
            (count(DISTINCT (c.municipality_code, c.id)) FILTER (WHERE c.value IS NULL))::int AS "missingCount",
            CASE count(c.value) WHEN 0 THEN NULL WHEN 1 THEN min(c.certainty) FILTER (WHERE c.value IS NOT NULL) ELSE 'DERIVED' END AS certainty,
            CASE WHEN count(c.value) = 0 THEN NULL
              WHEN bool_or(c.precision = 'APPROXIMATE') FILTER (WHERE c.value IS NOT NULL) THEN 'APPROXIMATE' ELSE 'EXACT' END AS precision
          FROM counted c GROUP BY c.kind, c.year
          ORDER BY array_position(${KINDS}::text[], c.kind), c.year NULLS LAST`,
      );
    },
  };
}
