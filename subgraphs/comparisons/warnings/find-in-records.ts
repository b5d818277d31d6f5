import { raw, type Sql, sql } from "../../../kit/sql";
import { cellsOf } from "../comparison/cells";
import { UNKNOWN } from "../comparison/dimensions";
import { planRollup } from "../comparison/plan";
import type { Selection } from "../comparison/selection";
import { addedUp } from "../comparison/sums";
import type { Dimension } from "../generated/types";
import { isMoney } from "../input/fields";
import type { NormalisedInput } from "../input/normalised-input";

/** No municipality. */
export const NONE = raw('SELECT NULL::text AS "MUNICIPALITY" WHERE FALSE');

/** The records of a question, of which the amount is what may be missing: their split is another question. */
export function amountsOf(input: NormalisedInput): Selection {
  return isMoney(input.measure) ? { ...input, measure: "AMOUNT", multiValued: "FULL" } : input;
}

/**
 * Relations, for a WITH, of the records alone, whatever rows are by: `by_municipality` and kind, `by_year`, and
 * `without_year`, the municipalities with records of no known year.
 */
export function recordRelations(input: NormalisedInput): Sql[] {
  const selection = amountsOf(input);
  const kinds: readonly Dimension[] = isMoney(input.measure) ? ["AMOUNT_KIND"] : [];
  const asksYears = isMoney(input.measure) || input.groupBy.includes("YEAR") || input.normalise === "PER_CAPITA";
  const { relations, cells } = cellSource(selection, ["MUNICIPALITY", "YEAR", ...kinds]);
  const byKind = addedUp(cells(["MUNICIPALITY", ...kinds]), ["MUNICIPALITY", ...kinds]);
  const years = asksYears
    ? addedUp(cells(["YEAR"]), ["YEAR"])
    : raw('SELECT NULL::text AS "YEAR", 0 AS records, 0 AS missing WHERE FALSE');
  const isOfAnyYear = asksYears && input.filter.years === undefined;
  return [
    ...relations,
    kinds.length > 0
      ? sql`by_municipality AS (${byKind})`
      : sql`by_municipality AS (SELECT b.*, ${UNKNOWN}::text AS "AMOUNT_KIND" FROM (${byKind}) b)`,
    sql`by_year AS (${years})`,
    sql`without_year AS (${isOfAnyYear ? sql`SELECT DISTINCT c."MUNICIPALITY" FROM ${cells(["MUNICIPALITY", "YEAR"], true)} c WHERE c."YEAR" = ${UNKNOWN}` : NONE})`,
  ];
}

interface CellSource {
  readonly relations: readonly Sql[];
  /** A relation of cells by some of the dimensions. */
  cells(dimensions: readonly Dimension[], withoutYear?: true): Sql;
}

/** Kept sums are read in the coarsest grain for each use; facts are read once for all. */
function cellSource(selection: Selection, dimensions: readonly Dimension[]): CellSource {
  // Counts are few, and by year they would be counted more than once.
  if (!isMoney(selection.measure) || planRollup(selection, dimensions)) {
    return {
      relations: [],
      cells: (by, withoutYear) => sql`(${cellsOf(withoutYear ? { ...selection, withoutYear } : selection, by)})`,
    };
  }
  return {
    relations: [sql`selected AS MATERIALIZED (${addedCells(selection, dimensions)})`],
    cells: () => raw("selected"),
  };
}

const addedCells = (selection: Selection, dimensions: readonly Dimension[]) =>
  sql`SELECT * FROM (${cellsOf(selection, dimensions)}) c`;
