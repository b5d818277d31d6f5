import type { CertaintyValue } from "../../../kit/record";

/** From least to most sure; the read model stores the place in this list, so that the worst is the smallest. */
export const CERTAINTY_BY_RANK = [
  "UNKNOWN",
  "MODELLED",
  "INFERRED",
  "DERIVED",
  "STATED",
] as const satisfies CertaintyValue[];

export type CertaintyRank = 0 | 1 | 2 | 3 | 4;
