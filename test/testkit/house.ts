import type { CertaintyValue, PrecisionValue } from "../../kit/record";

/**
 * What the rooms hold, as plain data that a naive computation can walk. Ids of municipal records begin with the code; the
 * tables of a municipality use the same ids on purpose, as deliveries may.
 */
export interface House {
  readonly sources: readonly HouseSource[];
  readonly organisations: readonly HouseOrganisation[];
  readonly municipalities: readonly HouseMunicipality[];
}

export interface HouseMunicipality {
  readonly code: string;
  readonly name: string;
  readonly countyCode: string;
  readonly populations: readonly { readonly year: number; readonly value: number }[];
  readonly programmes: readonly { readonly id: string; readonly parentId: string | null }[];
  readonly organisations: readonly HouseOrganisation[];
  readonly sources: readonly HouseSource[];
  readonly initiatives: readonly HouseInitiative[];
  readonly targets: readonly HouseTarget[];
  readonly grants: readonly HouseGrant[];
  readonly pots: readonly HousePot[];
  readonly allocations: readonly HouseAllocation[];
  readonly initiativeAmounts: readonly HouseInitiativeAmount[];
}

export interface HouseSource {
  readonly id: string;
  readonly kind: string;
}

export interface HouseOrganisation {
  readonly id: string;
  readonly kind: string;
}

export interface HouseInitiative {
  readonly id: string;
  readonly programmeId: string | null;
  readonly status: string;
  /** Null when the history says nothing of the status. */
  readonly statusCertainty: CertaintyValue | null;
  readonly isReserve: boolean;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** How sure the start of the planned period is, in the first year; null without one. */
  readonly startCertainty: CertaintyValue | null;
  /** How sure the end of the actual period is, in the last year; null without one. */
  readonly endCertainty: CertaintyValue | null;
  /** How sure the time is, in the first year, at which the history says the status; null without one. */
  readonly statusDateCertainty: CertaintyValue | null;
  readonly strategyArea: string | null;
  readonly themes: readonly string[];
  readonly targetGroups: readonly string[];
  readonly instrument: string | null;
  readonly classificationCertainty: CertaintyValue | null;
  readonly areaIds: readonly string[];
  /** Organisations with the role RESPONSIBLE. */
  readonly responsibleIds: readonly string[];
  /** Organisations with another role, which no comparison counts. */
  readonly partnerIds: readonly string[];
  readonly documentIds: readonly string[];
}

/** Of an initiative or of a programme alone. */
export interface HouseTarget {
  readonly id: string;
  readonly initiativeId: string | null;
  readonly programmeId: string | null;
  readonly value: number | null;
  readonly documentIds: readonly string[];
}

/** `value` is exact decimal text with two decimals; value, certainty and precision are null together, the years too. */
export interface HouseMoney {
  readonly value: string | null;
  readonly kind: string | null;
  readonly year: number | null;
  readonly yearCertainty: CertaintyValue | null;
  readonly certainty: CertaintyValue | null;
  readonly precision: PrecisionValue | null;
}

export interface HouseGrant {
  readonly id: string;
  readonly sourceId: string;
  readonly recipientId: string;
  readonly initiativeId: string | null;
  readonly events: readonly HouseGrantEvent[];
  readonly documentIds: readonly string[];
}

/** `kind` is the kind of the event, which tells the kind of the amount or that it says nothing of money. */
export interface HouseGrantEvent extends Omit<HouseMoney, "kind"> {
  readonly id: string;
  readonly kind: string;
  readonly documentIds: readonly string[];
}

export interface HousePot {
  readonly id: string;
  readonly year: number | null;
  readonly yearCertainty: CertaintyValue | null;
  readonly total: {
    readonly value: string;
    readonly kind: string;
    readonly certainty: CertaintyValue;
    readonly precision: PrecisionValue;
  };
  readonly contributions: readonly HouseContribution[];
  readonly documentIds: readonly string[];
}

/** One per source of a pot. */
export interface HouseContribution extends HouseMoney {
  readonly sourceId: string;
  readonly grantId: string | null;
}

/** From a pot, a grant, a source of its own, or none that is known. */
export interface HouseAllocation extends HouseMoney {
  readonly id: string;
  readonly initiativeId: string;
  readonly potId: string | null;
  readonly grantId: string | null;
  readonly sourceId: string | null;
  readonly responsibleIds: readonly string[];
  /** One per source. */
  readonly statedShares: readonly {
    readonly sourceId: string;
    readonly value: string | null;
    readonly share: number | null;
  }[];
  readonly documentIds: readonly string[];
}

export interface HouseInitiativeAmount extends HouseMoney {
  readonly id: string;
  readonly initiativeId: string;
  readonly documentIds: readonly string[];
}
