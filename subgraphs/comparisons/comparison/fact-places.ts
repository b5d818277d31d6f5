import { raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { isManyValued, isMoney, isSource } from "../input/fields";
import { column, DIMENSIONS, UNKNOWN } from "./dimensions";
import type { Selection } from "./selection";

/** Where a fact stands in a dimension that rows are by. */
export interface Place {
  /** The code; UNKNOWN when the fact does not say. */
  readonly code: Sql;
  /** Gives the fact a row for each of its codes; none where it has one at most. */
  readonly join?: Sql;
  /** Whether a record is divided between its codes, when that is asked for. */
  readonly isDivided: boolean;
  /** How many codes the fact has, at least one. */
  readonly count: Sql;
  /** The code's place among them, in the order of their bytes, from 0. */
  readonly ordinal: Sql;
}

/** @param index of the dimension among those that rows are by */
export function placeIn({ measure }: Selection, dimension: Dimension, index: number): Place {
  const { code, codes } = DIMENSIONS[dimension];
  const one = { isDivided: false, count: raw("1"), ordinal: raw("0") };
  if (isSource(dimension) && isMoney(measure)) return { ...one, code: sql`p.${column(dimension)}` };
  if (code) return { ...one, code: sql`coalesce(${code}, ${UNKNOWN})` };
  if (!codes) throw new Error(`${dimension} cannot be read from a fact`);
  const name = raw(`d${index}`);
  return {
    code: sql`${name}.code`,
    // Facts hold their codes in the order of their bytes.
    join: sql`CROSS JOIN LATERAL unnest(CASE WHEN cardinality(${codes}) = 0 THEN ARRAY[${UNKNOWN}] ELSE ${codes} END) WITH ORDINALITY AS ${name}(code, ordinal)`,
    isDivided: isManyValued(dimension, measure),
    count: sql`greatest(cardinality(${codes}), 1)`,
    ordinal: sql`(${name}.ordinal - 1)`,
  };
}
