import { raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { isMoney, isSource } from "../input/fields";
import { DIMENSIONS, UNKNOWN } from "./dimensions";
import type { Place } from "./fact-places";
import { type Selection, subjectOf } from "./selection";

/** Which facts, named f, a selection is of, and which of their codes are shown. */
export function factConditions(
  selection: Selection,
  dimensions: readonly Dimension[],
  places: readonly Place[],
): (Sql | undefined)[] {
  const { municipalities, filter, measure, withoutYear } = selection;
  return [
    municipalities ? sql`f.municipality_code = ANY(${municipalities}::text[])` : undefined,
    sql`f.subject = ${subjectOf(selection)}`,
    withoutYear ? raw("f.years = '{}'") : undefined,
    typeof filter.isReserve === "boolean" ? sql`f.is_reserve = ${filter.isReserve}` : undefined,
    filter.programmes
      ? sql`(f.programme_ids && ${filter.programmes}::text[] OR f.programme_id IS NULL AND ${UNKNOWN} = ANY(${filter.programmes}::text[]))`
      : undefined,
    ...Object.entries(DIMENSIONS).map(([dimension, { code, codes, filter: field }]) => {
      const wanted = field && filter[field];
      // Money is chosen by its parts.
      if (!wanted || (isMoney(measure) && isSource(dimension as Dimension))) return undefined;
      return codes ? hasOneOf(codes, wanted.map(String)) : sql`coalesce(${code}, ${UNKNOWN}) = ANY(${wanted}::text[])`;
    }),
    // A record is chosen by any of its codes; rows by that dimension show the chosen ones only.
    ...dimensions.map((dimension, index) => {
      const { filter: field, codes } = DIMENSIONS[dimension];
      const wanted = field && filter[field];
      return codes && wanted ? sql`${places[index]?.code} = ANY(${wanted.map(String)}::text[])` : undefined;
    }),
  ];
}

function hasOneOf(codes: Sql, wanted: readonly string[]): Sql {
  const some = sql`${codes} && ${wanted}::text[]`;
  return wanted.includes(UNKNOWN) ? sql`(${some} OR cardinality(${codes}) = 0)` : some;
}
