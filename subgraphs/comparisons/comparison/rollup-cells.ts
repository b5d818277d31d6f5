import { all, join, raw, type Sql, sql } from "../../../kit/sql";
import type { RollupDimension } from "../facts/rollup-dimensions";
import { STATE_SPLIT } from "../facts/state-split";
import type { Dimension } from "../generated/types";
import { isManyValued, type ListField } from "../input/fields";
import { column, DIMENSIONS, UNKNOWN } from "./dimensions";
import type { RollupPlan } from "./plan";
import { type Selection, subjectOf } from "./selection";

/** As int, which PostgreSQL adds up several times faster than bigint, whose sum is a numeric. */
const COUNTS = [
  "records",
  "missing",
  "unknown",
  "modelled",
  "inferred",
  "derived",
  "stated",
  "approximate",
  "year_inferred",
] as const;

/** Cells from the sums that are kept; see `cellsOf`. */
export function rollupCells(selection: Selection, dimensions: readonly Dimension[], plan: RollupPlan): Sql {
  const columns = [
    ...dimensions.map((dimension) => sql`${codeIn(dimension, plan)} AS ${column(dimension)}`),
    sql`${value(selection)} AS value, ${base(selection)} AS base`,
    ...COUNTS.map((name) => sql`${count(selection, name)} AS ${raw(name)}`),
    sql`${hasSeveral(selection, dimensions, plan)} AS many_valued`,
    raw("CASE WHEN r.records > r.missing THEN r.kind END AS kind"),
  ];
  const county = raw(dimensions.includes("COUNTY") ? "JOIN municipality m USING (municipality_code)" : "");
  return sql`SELECT ${join(columns)} FROM rollup r ${county} WHERE ${all(conditions(selection, plan))}`;
}

function codeIn(dimension: Dimension, plan: RollupPlan): Sql {
  if (dimension === plan.dimension) return raw("r.code");
  if (dimension === "MUNICIPALITY") return raw("r.municipality_code");
  if (dimension === "COUNTY") return raw("m.county_code");
  if (dimension === "YEAR") return raw(`CASE r.year WHEN 0 THEN '${UNKNOWN}' ELSE r.year::text END`);
  if (dimension === "AMOUNT_KIND") return raw(`coalesce(nullif(r.kind, ''), '${UNKNOWN}')`);
  throw new Error(`The rollup in ${plan.dimension} says nothing of ${dimension}`);
}

/** An amount stands in two cells of a state split, and is counted in one. */
function count({ measure }: Selection, name: (typeof COUNTS)[number]): Sql {
  return raw(
    measure === "STATE_SHARE"
      ? `CASE WHEN r.code = '${STATE_SPLIT.whole}' THEN 0 ELSE r.${name}::int END`
      : `r.${name}::int`,
  );
}

const valueAt = (code: string) => raw(`CASE WHEN r.code = '${code}' THEN r.value ELSE 0 END`);

function value({ measure, multiValued }: Selection): Sql {
  if (measure === "STATE_SHARE") return valueAt(STATE_SPLIT.state);
  const isCount = measure === "INITIATIVE_COUNT" || measure === "TARGET_COUNT";
  if (multiValued === "FRACTIONAL") return raw(isCount ? "r.record_units" : "r.shared_value");
  return raw(isCount ? "r.records::numeric" : "r.value");
}

function base({ measure }: Selection): Sql {
  if (measure === "STATE_SHARE") return valueAt(STATE_SPLIT.whole);
  const isShare = measure === "QUANTIFIED_TARGET_SHARE" || measure === "INITIATIVE_WITH_AMOUNT_SHARE";
  return raw(isShare ? "r.records::numeric" : "0::numeric");
}

/** Whether it is a dimension that rows can be by. */
const isPublic = (dimension: RollupDimension): dimension is RollupDimension & Dimension =>
  Object.hasOwn(DIMENSIONS, dimension);

/** Money in several parts is in one row each with the part that is there. */
function hasSeveral({ measure }: Selection, dimensions: readonly Dimension[], { dimension }: RollupPlan): Sql {
  const repeats = isPublic(dimension) && dimensions.includes(dimension) && isManyValued(dimension, measure);
  return raw(repeats ? "r.many_valued::int" : "0");
}

function conditions(selection: Selection, { dimension, grain }: RollupPlan): (Sql | undefined)[] {
  const { municipalities, filter, withoutYear } = selection;
  const own = isPublic(dimension) ? filter[DIMENSIONS[dimension].filter as ListField] : undefined;
  return [
    sql`r.dimension = ${dimension} AND r.grain = ${grain}`,
    municipalities ? sql`r.municipality_code = ANY(${municipalities}::text[])` : undefined,
    filter.years ? sql`r.year = ANY(${filter.years}::int[])` : undefined,
    withoutYear ? raw("r.year = 0") : undefined,
    sql`r.subject = ${subjectOf(selection)}`,
    filter.amountKinds ? sql`r.kind = ANY(${filter.amountKinds}::text[])` : undefined,
    own ? sql`r.code = ANY(${own}::text[])` : undefined,
  ];
}
