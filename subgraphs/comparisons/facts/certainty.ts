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

/** SQL for the rank of a certainty in words; NULL for NULL. */
export function rankSql(certainty: string): string {
  const ranks = CERTAINTY_BY_RANK.map((word, rank) => `WHEN '${word}' THEN ${rank}`);
  return `(CASE ${certainty} ${ranks.join(" ")} END)::smallint`;
}
