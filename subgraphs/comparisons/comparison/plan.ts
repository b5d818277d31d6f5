import { type RollupDimension, SUMMED_DIMENSIONS } from "../facts/rollup-dimensions";
import type { Dimension } from "../generated/types";
import { isManyValued, isMoney, isSource, LIST_FIELDS, type ListField } from "../input/fields";
import { DIMENSIONS } from "./dimensions";
import { isDividedBySource, type Selection } from "./selection";

/** Which sums of the rollup serve. */
export interface RollupPlan {
  /** What `rollup.dimension` holds. */
  readonly dimension: RollupDimension;
  readonly grain: "ALL" | "YEAR" | "MUNICIPALITY" | "MUNICIPALITY_YEAR";
}

const SUMMED: readonly Dimension[] = SUMMED_DIMENSIONS;

/** Dimensions that every sum can be told apart by. */
const COMMON: readonly Dimension[] = ["MUNICIPALITY", "COUNTY", "YEAR", "AMOUNT_KIND"];

/** Filters that every sum can be chosen by. */
const COMMON_FILTERS: readonly ListField[] = ["amountKinds", "years"];

/**
 * The coarsest sums from which a selection can be told by these dimensions; none where only the facts themselves say enough.
 */
export function planRollup(selection: Selection, dimensions: readonly Dimension[]): RollupPlan | undefined {
  const { filter, municipalities, measure, split } = selection;
  if (filter.isReserve !== undefined) return undefined;
  const own = ownDimension(selection, dimensions);
  if (own === undefined || (split === "MODELLED" && isDividedBySource(selection, dimensions))) return undefined;
  if (!countsOnce(selection, dimensions)) return undefined;
  // What of it is the state's is kept of money as it is stated, and in no other dimension beside.
  if (measure === "STATE_SHARE" && (own !== "NONE" || split === "MODELLED")) return undefined;
  const dimension = measure === "STATE_SHARE" ? "STATE_SPLIT" : own;
  const byYear = dimensions.includes("YEAR") || filter.years !== undefined || selection.withoutYear;
  const byMunicipality =
    dimensions.includes("MUNICIPALITY") || dimensions.includes("COUNTY") || municipalities !== null;
  if (byMunicipality) return { dimension, grain: byYear ? "MUNICIPALITY_YEAR" : "MUNICIPALITY" };
  return { dimension, grain: byYear ? "YEAR" : "ALL" };
}

/** The one dimension that the sums must be in; undefined when one is not enough, or none of the rollup's does. */
function ownDimension({ filter, measure }: Selection, dimensions: readonly Dimension[]): RollupDimension | undefined {
  const filtered = LIST_FIELDS.filter((field) => filter[field] !== undefined && !COMMON_FILTERS.includes(field));
  const grouped = dimensions.filter((dimension) => !COMMON.includes(dimension));
  const [own, ...more] = new Set([...grouped, ...filtered.map(dimensionOf)]);
  if (own === undefined) return "NONE";
  if (more.length > 0 || !SUMMED.includes(own as Dimension)) return undefined;
  const codes = filter[DIMENSIONS[own as Dimension].filter as ListField];
  const isWhole = grouped.length > 0 || codes?.length === 1 || !hasSeveral(own as Dimension, measure);
  // Sums of several codes count a record once in each.
  return isWhole ? (own as RollupDimension) : undefined;
}

const hasSeveral = (dimension: Dimension, measure: Selection["measure"]) =>
  isManyValued(dimension, measure) || isSource(dimension);

/** A filter on something that is no dimension of the rollup has none here, so that it is served by nothing. */
function dimensionOf(field: ListField): Dimension | ListField {
  const [dimension] = Object.entries(DIMENSIONS).find(([, { filter }]) => filter === field) ?? [];
  return (dimension as Dimension | undefined) ?? field;
}

/** Initiatives and targets go on for years, so that sums of several years count them more than once. */
function countsOnce({ measure, filter }: Selection, dimensions: readonly Dimension[]): boolean {
  return isMoney(measure) || dimensions.includes("YEAR") || filter.years === undefined || filter.years.length === 1;
}
