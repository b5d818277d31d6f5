import type { Dimension, Measure } from "../generated/types";

/** Lists of a filter, in the order in which they stand in a normalised question. */
export const LIST_FIELDS = [
  "amountKinds",
  "years",
  "themes",
  "targetGroups",
  "strategyAreas",
  "instruments",
  "statuses",
  "programmes",
  "initiatives",
  "areas",
  "organisations",
  "organisationKinds",
  "sources",
  "sourceKinds",
] as const;

export type ListField = (typeof LIST_FIELDS)[number];

export const isMoney = (measure: Measure) => measure === "AMOUNT" || measure === "STATE_SHARE";

/** Whether values of the measure can be added up or divided by something; the others are shares already. */
export const isSumming = (measure: Measure) =>
  measure === "AMOUNT" || measure === "INITIATIVE_COUNT" || measure === "TARGET_COUNT";

export const isSource = (dimension: Dimension) => dimension === "FUNDING_SOURCE" || dimension === "FUNDING_SOURCE_KIND";

const MANY_VALUED: readonly Dimension[] = ["THEME", "TARGET_GROUP", "AREA", "ORGANISATION", "ORGANISATION_KIND"];

/**
 * Whether a record may stand in several codes of the dimension and be divided between them. Money is divided between its
 * sources as stated instead, and a count by YEAR is of each year, whole.
 */
export const isManyValued = (dimension: Dimension, measure: Measure) =>
  MANY_VALUED.includes(dimension) || (isSource(dimension) && !isMoney(measure));
