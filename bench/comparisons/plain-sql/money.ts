import { raw, type Sql, sql } from "../../../kit/sql";
import type { RowsOf } from "./plain-query";

/** Grants given straight to one initiative, whose money no allocation and no pot passes on. */
const directGrants = (rowsOf: RowsOf): Sql => sql`
  SELECT g.municipality_code, g.id, g.initiative_id, g.source_id
  FROM ${rowsOf("funding.published_grant")} g
  WHERE g.initiative_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM ${rowsOf("funding.published_allocation")} a
      WHERE a.municipality_code = g.municipality_code AND a.grant_id = g.id)
    AND NOT EXISTS (SELECT FROM ${rowsOf("funding.published_pot_contribution")} c
      WHERE c.municipality_code = g.municipality_code AND c.grant_id = g.id)`;

/** As `published_grant_amount` has it, which is not read itself since the planner cannot join it by hash. */
const KIND_OF_EVENT = raw(`CASE e.kind WHEN 'APPLICATION_SUBMITTED' THEN 'APPLIED' WHEN 'AWARD' THEN 'AWARDED'
  WHEN 'PAYMENT_CLAIM' THEN 'REQUESTED' WHEN 'DISBURSEMENT' THEN 'DISBURSED' WHEN 'FINAL_PAYMENT' THEN 'DISBURSED'
  WHEN 'ALLOCATION' THEN 'ALLOCATED' WHEN 'COSTS_INCURRED' THEN 'INCURRED' WHEN 'FINAL_REPORT' THEN 'ACCOUNTED'
  WHEN 'RECOVERY_DECISION' THEN 'RECLAIMED' WHEN 'REPAYMENT' THEN 'REPAID' END`);

/**
 * Every record of money on the level of initiatives, each krona once.
 * @returns `WITH` parts that end in `money` (municipality_code, initiative_id, kind, year, value)
 */
export const everyAmount = (rowsOf: RowsOf): Sql => sql`
  direct AS (${directGrants(rowsOf)}),
  direct_amount AS (
    SELECT d.municipality_code, d.initiative_id, coalesce(${KIND_OF_EVENT}, 'UNKNOWN') AS kind, e.year, e.value
    FROM direct d LEFT JOIN ${rowsOf("funding.grant_event")} e ON e.municipality_code = d.municipality_code
      AND e.grant_id = d.id AND e.withdrawn_at IS NULL AND ${KIND_OF_EVENT} IS NOT NULL
  ),
  money AS NOT MATERIALIZED (
    SELECT municipality_code, initiative_id, coalesce(kind, 'UNKNOWN') AS kind, year, value
    FROM ${rowsOf("funding.published_allocation")} a
    UNION ALL SELECT municipality_code, initiative_id, kind, year, value FROM direct_amount
    UNION ALL SELECT i.municipality_code, i.initiative_id, i.kind, i.year, i.value
    FROM ${rowsOf("funding.published_initiative_amount")} i
    WHERE NOT EXISTS (SELECT FROM ${rowsOf("funding.published_allocation")} a
        WHERE a.municipality_code = i.municipality_code AND a.initiative_id = i.initiative_id AND a.kind = i.kind
          AND (a.year = i.year) IS NOT FALSE AND a.value IS NOT NULL)
      AND NOT EXISTS (SELECT FROM direct_amount d
        WHERE d.municipality_code = i.municipality_code AND d.initiative_id = i.initiative_id AND d.kind = i.kind
          AND (d.year = i.year) IS NOT FALSE AND d.value IS NOT NULL)
    UNION ALL SELECT i.municipality_code, i.id, 'UNKNOWN', NULL, NULL
    FROM ${rowsOf("initiatives.published_initiative")} i
    WHERE NOT EXISTS (SELECT FROM ${rowsOf("funding.published_allocation")} a
        WHERE a.municipality_code = i.municipality_code AND a.initiative_id = i.id)
      AND NOT EXISTS (SELECT FROM ${rowsOf("funding.published_initiative_amount")} a
        WHERE a.municipality_code = i.municipality_code AND a.initiative_id = i.id)
      AND NOT EXISTS (SELECT FROM direct d WHERE d.municipality_code = i.municipality_code AND d.initiative_id = i.id)
  )`;

/**
 * The records of money that were allocated, on the level of initiatives, each krona once.
 * @returns `WITH` parts that end in `money` (municipality_code, id, initiative_id, year, value, and where it comes from:
 * pot_id, grant_id, source_id, stated_shares)
 */
export const allocatedAmounts = (rowsOf: RowsOf): Sql => sql`
  direct_amount AS (
    SELECT d.municipality_code, a.id, d.initiative_id, a.year, a.value, d.source_id
    FROM ${rowsOf("funding.published_grant_amount")} a JOIN (${directGrants(rowsOf)}) d
      ON a.municipality_code = d.municipality_code AND a.grant_id = d.id
    WHERE a.kind = 'ALLOCATED'
  ),
  money AS NOT MATERIALIZED (
    SELECT municipality_code, id, initiative_id, year, value, pot_id, grant_id, source_id, stated_shares
    FROM ${rowsOf("funding.published_allocation")} a WHERE kind = 'ALLOCATED'
    UNION ALL SELECT municipality_code, id, initiative_id, year, value, NULL, NULL, source_id, '[]'::jsonb FROM direct_amount
    UNION ALL SELECT i.municipality_code, i.id, i.initiative_id, i.year, i.value, NULL, NULL, NULL, '[]'::jsonb
    FROM ${rowsOf("funding.published_initiative_amount")} i
    WHERE i.kind = 'ALLOCATED'
      AND NOT EXISTS (SELECT FROM ${rowsOf("funding.published_allocation")} a
        WHERE a.municipality_code = i.municipality_code AND a.initiative_id = i.initiative_id AND a.kind = 'ALLOCATED'
          AND (a.year = i.year) IS NOT FALSE AND a.value IS NOT NULL)
      AND NOT EXISTS (SELECT FROM direct_amount d
        WHERE d.municipality_code = i.municipality_code AND d.initiative_id = i.initiative_id
          AND (d.year = i.year) IS NOT FALSE AND d.value IS NOT NULL)
  )`;
