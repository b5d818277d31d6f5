import { raw, type Sql, sql } from "../../../kit/sql";
import { cellsOf } from "../comparison/cells";
import { isDividedBySource } from "../comparison/selection";
import { addedUp } from "../comparison/sums";
import type { Dimension } from "../generated/types";
import type { NormalisedInput } from "../input/normalised-input";
import { amountsOf, NONE } from "./find-in-records";

/**
 * Relations, for a WITH, of the municipalities where the split between sources is `without_split`, not stated for some known
 * amount, and where it is `modelled`.
 */
export function splitRelations(input: NormalisedInput): Sql[] {
  const byRow = [...new Set<Dimension>([...input.groupBy, "MUNICIPALITY"])];
  const modelled =
    input.split === "MODELLED"
      ? sql`SELECT DISTINCT c."MUNICIPALITY" FROM (${cellsOf(input, byRow)}) c WHERE c.modelled > 0`
      : NONE;
  return [sql`without_split AS (${withoutSplit(input)})`, sql`modelled AS (${modelled})`];
}

function withoutSplit(input: NormalisedInput): Sql {
  if (input.measure === "STATE_SHARE") {
    // Lacking is what has no amount, and what has one without a split.
    const undivided = addedUp(sql`(${cellsOf(input, ["MUNICIPALITY"])})`, ["MUNICIPALITY"]);
    return sql`SELECT u."MUNICIPALITY" FROM (${undivided}) u
      WHERE u.missing > (SELECT sum(b.missing) FROM by_municipality b WHERE b."MUNICIPALITY" = u."MUNICIPALITY")`;
  }
  if (!isDividedBySource(input, input.groupBy)) return NONE;
  const { sources: _, ...filter } = input.filter;
  const unknown = cellsOf({ ...amountsOf(input), filter: { ...filter, sourceKinds: ["UNKNOWN"] } }, ["MUNICIPALITY"]);
  return sql`SELECT DISTINCT c."MUNICIPALITY" FROM (${unknown}) c WHERE ${raw("c.records > c.missing")}`;
}
