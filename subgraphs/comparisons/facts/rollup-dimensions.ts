/** Dimensions of a comparison that the rollup has sums in. */
export const SUMMED_DIMENSIONS = [
  "THEME",
  "STRATEGY_AREA",
  "TARGET_GROUP",
  "INSTRUMENT",
  "STATUS",
  "ORGANISATION_KIND",
  "FUNDING_SOURCE",
  "FUNDING_SOURCE_KIND",
] as const;

/** Everything that `rollup.dimension` holds; a refresh replaces the sums in these alone. */
export const ROLLUP_DIMENSIONS = ["NONE", ...SUMMED_DIMENSIONS, "STATE_SPLIT"] as const;

export type RollupDimension = (typeof ROLLUP_DIMENSIONS)[number];
