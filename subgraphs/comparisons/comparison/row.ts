import type { CertaintyValue, PrecisionValue, TextValue } from "../../../kit/record";
import type { Dimension } from "../generated/types";

export interface ComparisonKeyValue {
  readonly dimension: Dimension;
  readonly code: string;
  readonly label: TextValue;
}

export interface ComparisonRowValue {
  readonly keys: readonly ComparisonKeyValue[];
  /** Exact decimal text; null when no record has a value. */
  readonly value: string | null;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly certainty: CertaintyValue | null;
  readonly precision: PrecisionValue | null;
  readonly isModelled: boolean;
  /** Whether known amounts of different kinds are in the value. */
  readonly mixesKinds: boolean;
}
