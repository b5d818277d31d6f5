import type {
  AmountKind,
  Dimension,
  FundingSourceKind,
  InitiativeStatus,
  Measure,
  MoneyLevel,
  MultiValuedRule,
  Normalisation,
  OrganisationKind,
  SplitRule,
} from "../generated/types";

/** Which records are compared: only the fields that restrict, each list sorted and without repetitions, never empty. */
export interface NormalisedFilter {
  readonly amountKinds?: readonly AmountKind[];
  readonly years?: readonly number[];
  readonly themes?: readonly string[];
  readonly targetGroups?: readonly string[];
  readonly strategyAreas?: readonly string[];
  readonly instruments?: readonly string[];
  readonly statuses?: readonly InitiativeStatus[];
  readonly programmes?: readonly string[];
  readonly initiatives?: readonly string[];
  readonly areas?: readonly string[];
  readonly organisations?: readonly string[];
  readonly organisationKinds?: readonly OrganisationKind[];
  readonly sources?: readonly string[];
  readonly sourceKinds?: readonly FundingSourceKind[];
  readonly isReserve?: boolean;
}

/**
 * The question behind a comparison, as the hub understands it: two inputs that ask the same are equal as JSON. How the rows
 * are ordered and paged, and whether the asker is strict, is no part of it.
 */
export interface NormalisedInput {
  /** Sorted; null for every municipality with data. */
  readonly municipalities: readonly string[] | null;
  readonly measure: Measure;
  readonly groupBy: readonly Dimension[];
  readonly filter: NormalisedFilter;
  /** Null for counts of initiatives and targets. */
  readonly level: MoneyLevel | null;
  readonly normalise: Normalisation;
  /** FULL where no dimension in groupBy has several values. */
  readonly multiValued: MultiValuedRule;
  /** STATED where no money is divided between sources. */
  readonly split: SplitRule;
}
