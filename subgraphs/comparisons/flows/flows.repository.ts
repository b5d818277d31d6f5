import type { Reader } from "../../../kit/database";
import { ownerOf } from "../../../kit/record";
import { join, raw, sql } from "../../../kit/sql";
import { labelRelation } from "../comparison/labels";
import type { AmountKind, FlowNodeKind } from "../generated/types";
import { flowParts } from "./flow-parts";
import { flowRecords, ofMunicipalities } from "./flow-records";
import type { FlowScope } from "./flow-scope";

/** A link as the database sums it; kind and code name a node within its stage. */
export interface FlowSumRow {
  readonly stage: number;
  readonly sourceKind: FlowNodeKind;
  readonly sourceCode: string;
  readonly targetKind: FlowNodeKind;
  readonly targetCode: string;
  /** Empty when the records do not say. */
  readonly kind: AmountKind | "";
  readonly value: string | null;
  readonly recordCount: number;
  readonly missingCount: number;
  /** Rank of the worst; null when no amount is known. */
  readonly certainty: number | null;
  readonly isApproximate: boolean;
  readonly isSplitStated: boolean;
  readonly isModelled: boolean;
}

/** What there is to warn about in a municipality's records; all but the counts is of amounts that are known. */
export interface FlowDoubtRow {
  readonly municipalityCode: string;
  readonly name: string;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly kinds: readonly AmountKind[];
  /** Null for a year that is not known. */
  readonly years: readonly (number | null)[];
  readonly hasInferredYear: boolean;
  readonly hasApproximate: boolean;
  readonly hasUnknownSource: boolean;
  /** Whether an initiative has several ends. */
  readonly hasSeveralEnds: boolean;
  /** Whether an end is a classification of ours. */
  readonly hasInferredEnd: boolean;
}

/** A node's name. */
export interface FlowLabelRow {
  readonly kind: FlowNodeKind;
  readonly code: string;
  readonly sv: string | null;
  readonly en: string | null;
}

/** Whether it is so of any record with a known amount. */
const any = (condition: string) => raw(`coalesce(bool_or(${condition}) FILTER (WHERE r.value IS NOT NULL), false)`);

/** Kinds of node whose names are those of a dimension. */
const DIMENSIONS = ["FUNDING_SOURCE", "MUNICIPALITY", "THEME", "ORGANISATION"] as const;

export function createFlowsRepository(reader: Reader) {
  return {
    /** The links, in no order. */
    sumFlows: (scope: FlowScope, limit: number) =>
      reader.rows<FlowSumRow>(
        "sumFlows",
        sql`WITH ${flowRecords(scope)}, part AS (${flowParts(scope)})
        SELECT stage, source_kind AS "sourceKind", source_code AS "sourceCode", target_kind AS "targetKind",
          target_code AS "targetCode", kind, sum(value)::text AS value, count(*)::int AS "recordCount",
          (count(*) - count(value))::int AS "missingCount",
          (min(certainty) FILTER (WHERE value IS NOT NULL))::int AS certainty,
          coalesce(bool_or(is_approximate) FILTER (WHERE value IS NOT NULL), false) AS "isApproximate",
          bool_and(is_stated) AND source_kind <> 'UNKNOWN' AND target_kind <> 'UNKNOWN' AS "isSplitStated",
          bool_or(is_modelled) AS "isModelled"
        FROM part GROUP BY stage, source_kind, source_code, target_kind, target_code, kind LIMIT ${limit}`,
      ),
    /** One row per municipality of the scope, by code, also those without records. */
    findFlowDoubts: (scope: FlowScope) =>
      reader.rows<FlowDoubtRow>(
        "findFlowDoubts",
        sql`WITH ${flowRecords(scope)}, record AS (
          SELECT *, pot_id IS NULL AS is_from_sources FROM money
          UNION ALL SELECT *, '{}', 4::smallint, true FROM pot
        )
        SELECT y.municipality_code AS "municipalityCode", coalesce(n.name, y.municipality_code) AS name,
          count(r.id)::int AS "recordCount", (count(r.id) - count(r.value))::int AS "missingCount",
          coalesce(array_agg(DISTINCT r.kind) FILTER (WHERE r.value IS NOT NULL), '{}') AS kinds,
          coalesce(array_agg(DISTINCT r.years[1]) FILTER (WHERE r.value IS NOT NULL), '{}') AS years,
          ${any("r.is_year_inferred AND cardinality(r.years) > 0")} AS "hasInferredYear",
          ${any("r.is_approximate")} AS "hasApproximate",
          ${any("r.is_from_sources AND u.value IS NOT NULL")} AS "hasUnknownSource",
          ${any("cardinality(r.ends) > 1")} AS "hasSeveralEnds",
          ${any("cardinality(r.ends) > 0 AND r.end_certainty < 4")} AS "hasInferredEnd"
        FROM municipality y LEFT JOIN areas.published_municipality n ON n.code = y.municipality_code
        LEFT JOIN record r ON r.municipality_code = y.municipality_code
        LEFT JOIN fact_source u ON ${ofMunicipalities("u", scope.municipalityCodes)} AND u.municipality_code = r.municipality_code AND u.subject = r.subject AND u.fact_id = r.id
          AND u.split = 'STATED' AND u.source_id = 'UNKNOWN'
        WHERE ${ofMunicipalities("y", scope.municipalityCodes)}
        GROUP BY y.municipality_code, n.name ORDER BY y.municipality_code`,
      ),
    /** Names of the nodes; those without one are left out. */
    findFlowLabels: (nodes: readonly { readonly kind: FlowNodeKind; readonly code: string }[]) =>
      reader.rows<FlowLabelRow>(
        "findFlowLabels",
        sql`SELECT n.kind, n.code, l.label_sv AS sv, l.label_en AS en
        FROM unnest(${nodes.map(({ kind }) => kind)}::text[], ${nodes.map(({ code }) => ownerOf(code))}::text[], ${nodes.map(({ code }) => code)}::text[])
          AS n(kind, owner, code)
        JOIN (${join(
          [
            ...DIMENSIONS.map(
              (kind) =>
                sql`SELECT ${kind}::text AS kind, owner, code, label_sv, label_en FROM ${labelRelation(kind)} AS r`,
            ),
            sql`SELECT 'FUNDING_PROGRAMME', municipality_code, id, name, NULL FROM funding.published_funding_programme`,
            sql`SELECT 'POT', municipality_code, id, name, NULL FROM funding.published_pot`,
          ],
          " UNION ALL ",
        )}) AS l ON l.kind = n.kind AND l.owner = n.owner AND l.code = n.code`,
      ),
  };
}
