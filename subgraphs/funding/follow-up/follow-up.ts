import type { AmountValue } from "../amount";
import type { Certainty, FollowUpTrace } from "../generated/types";
import type { GrantRow } from "../grant.entity";

/** Which grants a source follows up. */
export interface FundingFollowUpValue {
  readonly sourceId: string;
  readonly programmeId: string | null;
  readonly years: readonly number[] | null;
  readonly municipalities: readonly string[] | null;
  readonly includeUnpublished: boolean;
}

export interface FollowUpGrantValue {
  readonly grant: GrantRow;
  readonly includeUnpublished: boolean;
}

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
