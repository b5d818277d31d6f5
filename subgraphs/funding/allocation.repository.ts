import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { type List, plain } from "../../kit/pagination";
import { ownerOf } from "../../kit/record";
import { raw, sql } from "../../kit/sql";
import { type AllocationRow, allocationEntity } from "./allocation.entity";
import type { AllocationFilter } from "./generated/types";
import { type InitiativeAmountRow, initiativeAmountEntity } from "./initiative-amount.entity";
import type { AllocationSumRow } from "./sums";

const columns = columnsOf(allocationEntity, "a");
const current = sql`a.withdrawn_at IS NULL`;
const list = {
  columns,
  from: raw("allocation a"),
  order: { name: "ID", terms: [plain("a.municipality_code"), plain("a.id")], direction: "ASC" },
} as const;

const SURENESS = "ARRAY['UNKNOWN', 'MODELLED', 'INFERRED', 'DERIVED', 'STATED']";

/** The least sure of the values and of their years. */
const worstCertainty = raw(
  `(${SURENESS})[min(least(array_position(${SURENESS}, a.certainty), array_position(${SURENESS}, a.year_certainty))) FILTER (WHERE a.value IS NOT NULL)]`,
);

export function createAllocationRepository(reader: Reader) {
  const sumsBy = (name: string, column: "initiative_id" | "pot_id", ids: readonly string[]) =>
    reader.rows<AllocationSumRow>(
      name,
      sql`SELECT a.${raw(column)} AS key, a.kind, a.year, sum(a.value)::text AS value,
          count(*)::int AS "recordCount", (count(*) - count(a.value))::int AS "missingCount",
          ${worstCertainty} AS certainty,
          CASE WHEN bool_or(a.precision = 'APPROXIMATE') THEN 'APPROXIMATE' WHEN count(a.value) > 0 THEN 'EXACT' END AS precision
        FROM allocation a
        WHERE a.municipality_code = ANY(${ids.map(ownerOf)}) AND a.${raw(column)} = ANY(${ids}) AND ${current}
        GROUP BY a.${raw(column)}, a.kind, a.year ORDER BY a.year NULLS LAST, a.kind NULLS LAST`,
    );
  return {
    findAllocationsById: (ids: readonly string[]) =>
      reader.rows<AllocationRow>(
        "findAllocationsById",
        sql`SELECT ${columns} FROM allocation a WHERE a.municipality_code = ANY(${ids.map(ownerOf)}) AND a.id = ANY(${ids})`,
      ),
    findAllocationsByInitiative: (ids: readonly string[]) =>
      reader.rows<AllocationRow>(
        "findAllocationsByInitiative",
        sql`SELECT ${columns} FROM allocation a WHERE a.municipality_code = ANY(${ids.map(ownerOf)}) AND a.initiative_id = ANY(${ids}) AND ${current} ORDER BY a.year NULLS LAST, a.id COLLATE "C"`,
      ),
    sumAllocationsByInitiative: (ids: readonly string[]) => sumsBy("sumAllocationsByInitiative", "initiative_id", ids),
    sumAllocationsByPot: (ids: readonly string[]) => sumsBy("sumAllocationsByPot", "pot_id", ids),
    findAmountsByInitiative: (ids: readonly string[]) =>
      reader.rows<InitiativeAmountRow>(
        "findAmountsByInitiative",
        sql`SELECT ${columnsOf(initiativeAmountEntity, "m")} FROM initiative_amount m WHERE m.municipality_code = ANY(${ids.map(ownerOf)}) AND m.initiative_id = ANY(${ids}) AND m.withdrawn_at IS NULL ORDER BY m.value DESC, m.id COLLATE "C"`,
      ),
  };
}

/** Rows of each pot in `p.key`. */
export const allocationsOfPot: List = {
  ...list,
  name: "listAllocationsByPot",
  link: sql`a.municipality_code = left(p.key, 4) AND a.pot_id = p.key`,
  where: [current],
};

/** Rows that each organisation in `p.key` is responsible for. */
export const allocationsOfResponsible: List = {
  ...list,
  name: "listAllocationsByResponsible",
  link: sql`a.responsible_ids @> ARRAY[p.key]`,
  where: [current],
};

export function allocationsMatching(filter: AllocationFilter | null | undefined): List {
  const { municipalities, kinds, years, pots, grants, sources, programmes, initiatives, organisations, changedSince } =
    filter ?? {};
  const contribution = sql`SELECT FROM pot_contribution c WHERE c.municipality_code = a.municipality_code AND c.pot_id = a.pot_id AND c.withdrawn_at IS NULL`;
  return {
    ...list,
    name: "listAllocations",
    where: [
      changedSince ? undefined : current,
      municipalities ? sql`a.municipality_code = ANY(${municipalities})` : undefined,
      kinds ? sql`a.kind = ANY(${kinds})` : undefined,
      years ? sql`a.year = ANY(${years})` : undefined,
      pots ? sql`a.pot_id = ANY(${pots})` : undefined,
      grants
        ? sql`(a.grant_id = ANY(${grants}) OR EXISTS (${contribution} AND c.grant_id = ANY(${grants})))`
        : undefined,
      sources
        ? sql`(a.source_id = ANY(${sources}) OR EXISTS (${contribution} AND c.source_id = ANY(${sources}))
            OR EXISTS (SELECT FROM "grant" g WHERE g.municipality_code = a.municipality_code AND g.id = a.grant_id AND g.source_id = ANY(${sources}))
            OR EXISTS (SELECT FROM jsonb_to_recordset(a.stated_shares) AS s("sourceId" text) WHERE s."sourceId" = ANY(${sources})))`
        : undefined,
      programmes
        ? sql`EXISTS (SELECT FROM "grant" g WHERE g.municipality_code = a.municipality_code AND g.programme_id = ANY(${programmes})
            AND (g.id = a.grant_id OR EXISTS (${contribution} AND c.grant_id = g.id)))`
        : undefined,
      initiatives ? sql`a.initiative_id = ANY(${initiatives})` : undefined,
      organisations ? sql`a.responsible_ids && ${organisations}::text[]` : undefined,
      changedSince ? sql`a.changed_at > ${changedSince}` : undefined,
    ],
  };
}
