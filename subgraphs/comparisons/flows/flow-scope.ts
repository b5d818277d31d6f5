import type { FlowEnd, SplitRule } from "../generated/types";

/** Which money is followed, and where to. */
export interface FlowScope {
  readonly municipalityCodes: readonly string[];
  /** Null for every year, unknown ones too. */
  readonly years: readonly number[] | null;
  readonly end: FlowEnd;
  readonly split: SplitRule;
}
