import type { TextValue } from "../../../kit/record";
import type { WarningSeverity } from "../generated/types";

/** What to know before rows are compared. */
export interface WarningValue {
  readonly code: string;
  readonly severity: WarningSeverity;
  /** Sorted; empty when it concerns the comparison as a whole. */
  readonly municipalityCodes: readonly string[];
  readonly message: TextValue;
}
