import type { Unit } from "../generated/types";
import type { NormalisedInput } from "../input/normalised-input";
import type { WarningValue } from "../warnings/warning";
import type { ComparisonRowValue } from "./row";

/** A comparison without its rows: what it is of, over which data, and what to know before reading it. */
export interface ComparisonFrame {
  readonly id: string;
  readonly input: NormalisedInput;
  readonly dataVersion: string;
  readonly asOf: Date | null;
  readonly unit: Unit;
  readonly isAdditive: boolean;
  /** Codes of the municipalities compared, sorted: those asked for, or every one with data. */
  readonly municipalityCodes: readonly string[];
  readonly warnings: readonly WarningValue[];
}

/** With one page of its rows, as the graph shows it. */
export interface ComparisonValue extends ComparisonFrame {
  readonly rows: readonly ComparisonRowValue[];
  readonly totalRows: number;
  readonly endCursor: string | null;
  /** Exact decimal text; null where adding is wrong, something is missing or nothing is known. */
  readonly total: string | null;
}
