import type { AmountValue } from "../amount";
import type { Certainty, FollowUpTrace } from "../generated/types";
import type { GrantRow } from "../grant.entity";
import type { FollowUpContentValue } from "../reports/content";
import type { FollowUpReportRow } from "../reports/report";

/** Which grants a source follows up. */
export interface FundingFollowUpValue {
  readonly sourceId: string;
  readonly programmeId: string | null;
  readonly years: readonly number[] | null;
  readonly municipalities: readonly string[] | null;
  readonly reportsOf: ReportsOf;
}

export interface FollowUpGrantValue {
  readonly grant: GrantRow;
  readonly reportsOf: ReportsOf;
}

/**
 * A report that the caller is shown, with what it states: the approved version, or the one handed in last where unpublished
 * ones count. A draft is no statement: content is null when nothing was handed in.
 */
export interface ShownReport {
  readonly report: FollowUpReportRow;
  readonly content: FollowUpContentValue | null;
}

/** The reports of a grant, by period; all grants of a tick are asked for at once, and what is not published is logged as read. */
export type ReportsOf = (grantId: string) => Promise<readonly ShownReport[]>;

export interface FollowUpInitiativeValue {
  readonly initiativeId: string;
  readonly by: FollowUpTrace;
  readonly potId: string | null;
  readonly allocationId: string | null;
  readonly allocated: AmountValue | null;
  readonly share: AmountValue | null;
  readonly shareCertainty: Certainty;
}

export interface FollowUpAreaValue {
  readonly areaId: string;
  readonly amount: AmountValue;
  readonly initiativeIds: readonly string[];
}
