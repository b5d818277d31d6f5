import type { Sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { factCells } from "./fact-cells";
import { planRollup } from "./plan";
import { rollupCells } from "./rollup-cells";
import type { Selection } from "./selection";

/** Columns of a cell beside those of its dimensions; all of them are sums, so that cells can be added up. */
export const CELL_COLUMNS = [
  /** Records. */
  "records",
  /** Records of them that lack what is measured. */
  "missing",
  /** What is measured; of a share what it is a share with, of a divided count units of 1/232792560. */
  "value",
  /** Of a share what it is a share of; else 0. */
  "base",
  /** Records that have what is measured, by how sure they are, least sure first. */
  "unknown",
  "modelled",
  "inferred",
  "derived",
  "stated",
  /** Records with an approximate amount. */
  "approximate",
  /** Records with an amount whose year is not stated. */
  "year_inferred",
  /** Records that stand in several codes of a dimension. */
  "many_valued",
] as const;

/**
 * What a selection comes to by some dimensions, as a relation whose rows are to be added up by those dimensions.
 * @returns a SELECT with a column for each dimension, named as it is, with its code as text, and those of `CELL_COLUMNS`;
 * then `kind`, that of the amounts in the cell, null where none is known
 */
export function cellsOf(selection: Selection, dimensions: readonly Dimension[]): Sql {
  const plan = planRollup(selection, dimensions);
  return plan ? rollupCells(selection, dimensions, plan) : factCells(selection, dimensions);
}
