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
} from "../../subgraphs/comparisons/generated/types";

/** The values of a closed list, in the schema's order; the compiler says when one is missing or too many. */
const valuesOf = <Value extends string>(values: Readonly<Record<Value, true>>) => Object.keys(values) as Value[];

export const measures = valuesOf<Measure>({
  INITIATIVE_COUNT: true,
  AMOUNT: true,
  STATE_SHARE: true,
  TARGET_COUNT: true,
  QUANTIFIED_TARGET_SHARE: true,
  INITIATIVE_WITH_AMOUNT_SHARE: true,
});

export const dimensions = valuesOf<Dimension>({
  MUNICIPALITY: true,
  COUNTY: true,
  YEAR: true,
  THEME: true,
  STRATEGY_AREA: true,
  TARGET_GROUP: true,
  INSTRUMENT: true,
  STATUS: true,
  AREA: true,
  PROGRAMME: true,
  INITIATIVE: true,
  FUNDING_SOURCE: true,
  FUNDING_SOURCE_KIND: true,
  AMOUNT_KIND: true,
  ORGANISATION: true,
  ORGANISATION_KIND: true,
});

export const levels = valuesOf<MoneyLevel>({ INITIATIVE: true, GRANT: true, POT: true });

export const normalisations = valuesOf<Normalisation>({ NONE: true, PER_CAPITA: true, SHARE_OF_MUNICIPALITY: true });

export const multiValuedRules = valuesOf<MultiValuedRule>({ FULL: true, FRACTIONAL: true });

export const splitRules = valuesOf<SplitRule>({ STATED: true, MODELLED: true });

export const amountKinds = valuesOf<AmountKind>({
  APPLIED: true,
  BUDGETED: true,
  SET_ASIDE: true,
  PROPOSED: true,
  ALLOCATED: true,
  AWARDED: true,
  REQUESTED: true,
  DISBURSED: true,
  INCURRED: true,
  ACCOUNTED: true,
  REPAID: true,
  RECLAIMED: true,
  ESTIMATED_TOTAL: true,
  CO_FINANCING: true,
  DERIVED: true,
});

export const statuses = valuesOf<InitiativeStatus>({
  IDEA: true,
  INVESTIGATED: true,
  PROPOSED: true,
  DECIDED: true,
  PLANNED: true,
  ONGOING: true,
  EXTENDED: true,
  COMPLETED: true,
  MADE_PERMANENT: true,
  CANCELLED: true,
  UNKNOWN: true,
});

export const fundingSourceKinds = valuesOf<FundingSourceKind>({
  STATE_GRANT: true,
  STATE_SUPPORT: true,
  MUNICIPAL_POT: true,
  MUNICIPAL_ORDINARY: true,
  MUNICIPAL_COMPANY: true,
  REGIONAL: true,
  EU_FUND: true,
  PRIVATE: true,
  CIVIL_SOCIETY: true,
  MIXED_UNSPECIFIED: true,
  UNKNOWN: true,
});

export const organisationKinds = valuesOf<OrganisationKind>({
  MUNICIPALITY: true,
  MUNICIPAL_BOARD: true,
  JOINT_BOARD: true,
  MUNICIPAL_UNIT: true,
  MUNICIPAL_ASSOCIATION: true,
  MUNICIPAL_COMPANY: true,
  REGION: true,
  STATE_AGENCY: true,
  GOVERNMENT: true,
  ASSOCIATION: true,
  FOUNDATION: true,
  COMPANY: true,
  INTEREST_ORGANISATION: true,
  NETWORK: true,
  SCHOOL: true,
  UNKNOWN: true,
});

/** As it is typed on a command line: SHARE_OF_MUNICIPALITY is share-of-municipality. */
export function kebab(value: string): string {
  return value.toLowerCase().replaceAll("_", "-");
}

/** As the graph writes it, however it was typed. */
export function constant(typed: string): string {
  return typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, "_");
}
