/** Kinds of source whose money is the state's. */
export const STATE_KINDS = ["STATE_GRANT", "STATE_SUPPORT"] as const;

/** Kinds that do not tell whether money is the state's: with a part of such a kind an amount's split is not stated. */
export const UNTOLD_KINDS = ["UNKNOWN", "MIXED_UNSPECIFIED"] as const;

/**
 * Codes of the rollup's own dimension STATE_SPLIT, which nobody can ask rows by. An amount whose split is stated in full
 * stands in the first two, with the state's part and with all of it; any other in the last, without a value.
 */
export const STATE_SPLIT = { state: "STATE", whole: "WHOLE", untold: "UNKNOWN" } as const;
