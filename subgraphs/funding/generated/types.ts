// Made from schema/funding.graphql by npm run codegen.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SourceValue, QualityNoteValue, FuzzyDateValue, PeriodValue, QuantityValue, TextValue } from '../../../kit/record';
import type { AmountValue } from '../amount';
import type { AllocationSumRow } from '../sums';
import type { FundingSourceRow } from '../funding-source.entity';
import type { FundingProgrammeRow } from '../funding-programme.entity';
import type { GrantRow } from '../grant.entity';
import type { GrantEventRow } from '../grant-event.entity';
import type { PotRow } from '../pot.entity';
import type { PotContributionRow } from '../pot-contribution.entity';
import type { AllocationRow } from '../allocation.entity';
import type { ShareValue } from '../split';
import type { Connection } from '../../../kit/pagination';
import type { FundingContext } from '../loaders';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * Kronor (SEK), exact: a JSON number with at most two decimals, between -90 000 000 000 000 and 90 000 000 000 000. Beyond
   * 70 368 744 177 664 only whole kronor, since a JSON number cannot hold their öre.
   */
  SEK: { input: string; output: string; }
  /** Kommunkod: the four digits that SCB gives a municipality, as text because of leading zeros ("0191"). */
  MunicipalityCode: { input: string; output: string; }
  /** A moment in RFC 3339 with time zone, such as 2026-01-31T12:00:00Z. */
  DateTime: { input: Date; output: Date; }
  /** An absolute http(s) address. */
  URL: { input: string; output: string; }
};

/** Läge i bidragets livscykel. */
export type GrantState =
  /** Utlyst. */
  | 'CALL_OPEN'
  /** Ansökt. */
  | 'APPLIED'
  /** Bereds. */
  | 'ASSESSED'
  /** Beviljad. */
  | 'AWARDED'
  /** Avslagen. */
  | 'REJECTED'
  /** Rekvirerad. */
  | 'REQUESTED'
  /** Utbetald. */
  | 'DISBURSED'
  /** Pågår. */
  | 'UNDER_WAY'
  /** Delredovisad. */
  | 'INTERIM_REPORTED'
  /** Slutredovisad. */
  | 'FINAL_REPORTED'
  /** Godkänd. */
  | 'APPROVED'
  /** Slututbetald. */
  | 'BALANCE_PAID'
  /** Återkrav. */
  | 'RECLAIMED'
  /** Återbetald. */
  | 'REPAID'
  /** Avslutad. */
  | 'CLOSED'
  /** Upphävd. */
  | 'REVOKED'
  /** Okänt: no event is known. */
  | 'UNKNOWN';

/** Händelse i bidragets liv. */
export type GrantEventKind =
  /** Utlysning. */
  | 'CALL_PUBLISHED'
  /** Ansökan lämnad. */
  | 'APPLICATION_SUBMITTED'
  /** Handläggning. */
  | 'ASSESSMENT'
  /** Beslut om bidrag. */
  | 'AWARD'
  /** Avslag. */
  | 'REJECTION'
  /** Rekvisition. */
  | 'PAYMENT_CLAIM'
  /** Utbetalning. */
  | 'DISBURSEMENT'
  /** Fördelning till insatser. */
  | 'ALLOCATION'
  /** Upparbetning. */
  | 'COSTS_INCURRED'
  /** Ändring eller avvikelse. */
  | 'CHANGE'
  /** Lägesrapport. */
  | 'PROGRESS_REPORT'
  /** Slutredovisning. */
  | 'FINAL_REPORT'
  /** Begäran om komplettering. */
  | 'SUPPLEMENT_REQUEST'
  /** Godkännande. */
  | 'APPROVAL'
  /** Slututbetalning. */
  | 'FINAL_PAYMENT'
  /** Återkrav. */
  | 'RECOVERY_DECISION'
  /** Återbetalning. */
  | 'REPAYMENT'
  /** Avslut. */
  | 'CLOSURE'
  /** Upphävande. */
  | 'REVOCATION';

/** Belopp: kronor with everything that one must know before using the number. */
export type Amount = {
  readonly __typename?: 'Amount';
  /** Kronor. */
  readonly value: Scalars['SEK']['output'];
  /** Slag av belopp. */
  readonly kind: AmountKind;
  /** År that the money is for; null when not known. */
  readonly year?: Maybe<Scalars['Int']['output']>;
  /** How the year is known. */
  readonly yearCertainty?: Maybe<Certainty>;
  /** How the value is known. */
  readonly certainty: Certainty;
  /** Whether the value is exact. */
  readonly precision: Precision;
  /** The amount as printed; null when it is computed. */
  readonly asPrinted?: Maybe<Scalars['String']['output']>;
  /** What the amount is of, when that needs words. */
  readonly note?: Maybe<Text>;
  /** Where the value comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
};

/** Finansieringskälla: who the money comes from. */
export type FundingSource = {
  readonly __typename?: 'FundingSource';
  /** Such as tillvaxtverket or 2181-kommunala-medel. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Slag av finansieringskälla. */
  readonly kind: FundingSourceKind;
  /** The organisation behind it; null when not known or while that part of the graph is down. */
  readonly organisation?: Maybe<Organisation>;
  /** Bidragsprogram of the source, by name. */
  readonly programmes: ReadonlyArray<FundingProgramme>;
  /** Bidrag from the source, by name. */
  readonly grants: GrantConnection;
  /** Potter that the source pays into, by municipality, newest first. */
  readonly pots: ReadonlyArray<Pot>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Finansieringskälla: who the money comes from. */
export type FundingSourceGrantsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GrantFilter>;
};

/** Bidragsprogram: a scheme with rules. */
export type FundingProgramme = {
  readonly __typename?: 'FundingProgramme';
  /** Such as sfs-2020-1202. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** The source that runs it. */
  readonly source: FundingSource;
  /** Författning, such as SFS 2020:1202; null when not known. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** Stödnivå: the largest share of the cost that it pays, 0 to 1; null when not known. */
  readonly maxShare?: Maybe<Scalars['Float']['output']>;
  /** What it pays for and on what conditions. */
  readonly description?: Maybe<Text>;
  /** Years in which it ran. */
  readonly period?: Maybe<Period>;
  /** How the facts of the programme are known. */
  readonly certainty: Certainty;
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Bidrag: money that a source gives a recipient by a decision. */
export type Grant = {
  readonly __typename?: 'Grant';
  /** Such as 2281-boverket-sundsbruk. */
  readonly id: Scalars['ID']['output'];
  /** Name in words. */
  readonly name: Scalars['String']['output'];
  /** Bidragsgivare. */
  readonly source: FundingSource;
  /** Bidragsprogram; null when no document names it and it could not be inferred. */
  readonly programme?: Maybe<FundingProgramme>;
  /** How the programme is known; null when there is none. */
  readonly programmeCertainty?: Maybe<Certainty>;
  /** Mottagare. */
  readonly recipient?: Maybe<Organisation>;
  /** Kommun. */
  readonly municipality?: Maybe<Municipality>;
  /** The initiative it is for, when it is for one alone. */
  readonly initiative?: Maybe<Initiative>;
  /** Läge; UNKNOWN when no event is known. */
  readonly state: GrantState;
  /** Händelser in time order, as far as they are known. */
  readonly events: ReadonlyArray<GrantEvent>;
  /** Sökt; null when not known. */
  readonly applied?: Maybe<Amount>;
  /** Beviljat; null when not known. */
  readonly awarded?: Maybe<Amount>;
  /** Utbetalt; null when not known. */
  readonly disbursed?: Maybe<Amount>;
  /** Potter that the grant is part of. */
  readonly pots: ReadonlyArray<Pot>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Händelse in a grant's life. */
export type GrantEvent = {
  readonly __typename?: 'GrantEvent';
  /** Such as 2281-boverket-sundsbruk-beviljat. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: GrantEventKind;
  /** When; null when not known. */
  readonly date?: Maybe<FuzzyDate>;
  /** Kronor of the event; null when it has none or it is not known. */
  readonly amount?: Maybe<Amount>;
  /** The organisation that acted. */
  readonly actor?: Maybe<Organisation>;
  /** What happened, in our words. */
  readonly note?: Maybe<Text>;
  /** Where it is said. */
  readonly sources: ReadonlyArray<SourceReference>;
};

/** Avsatt pott: money set aside to be shared out. */
export type Pot = {
  readonly __typename?: 'Pot';
  /** Such as 2181-potten-2020. */
  readonly id: Scalars['ID']['output'];
  /** Name in words. */
  readonly name: Scalars['String']['output'];
  /** Kommun. */
  readonly municipality?: Maybe<Municipality>;
  /** År; null when not known. */
  readonly year?: Maybe<Scalars['Int']['output']>;
  /** How the year is known. */
  readonly yearCertainty?: Maybe<Certainty>;
  /** The pot as a source states it. */
  readonly total: Amount;
  /** Insatta medel: what the pot is made of. */
  readonly contributions: ReadonlyArray<PotContribution>;
  /** Fördelning: rows shared out of the pot. */
  readonly allocations: AllocationConnection;
  /** Sum of the listed rows of the kind that allocatedKind names, in kronor, exact: allocationSums tells what it covers. 0 when no row is listed; null when amounts are unknown, or of kinds or years that are not added. */
  readonly allocated?: Maybe<Scalars['SEK']['output']>;
  /** What the sum is of: ALLOCATED when any row is, else the kind that the rows have (PROPOSED is not yet decided). Null when there is no sum. */
  readonly allocatedKind?: Maybe<AmountKind>;
  /** The rows added up by kind and year, with how many of them lack an amount. */
  readonly allocationSums: ReadonlyArray<AllocationSum>;
  /** What is left, only where a source states it; never a difference of our own. */
  readonly unallocated?: Maybe<Scalars['SEK']['output']>;
  /** What the sources state of the pot as a whole. */
  readonly stated?: Maybe<StatedPotFigures>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Avsatt pott: money set aside to be shared out. */
export type PotAllocationsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Summa av fördelningar of one kind and year. */
export type AllocationSum = {
  readonly __typename?: 'AllocationSum';
  /** Slag av belopp; null for rows without an amount. */
  readonly kind?: Maybe<AmountKind>;
  /** År; null when the rows' year is not known. */
  readonly year?: Maybe<Scalars['Int']['output']>;
  /** Kronor, exact; null when no row has an amount. */
  readonly value?: Maybe<Scalars['SEK']['output']>;
  /** Rows that it covers. */
  readonly recordCount: Scalars['Int']['output'];
  /** Rows of them that lack an amount. */
  readonly missingCount: Scalars['Int']['output'];
  /** The least sure of the rows' amounts and years; null when no row has an amount. */
  readonly certainty?: Maybe<Certainty>;
  /** APPROXIMATE when any amount is; null when no row has an amount. */
  readonly precision?: Maybe<Precision>;
};

/** What sources state of a pot, beside what its rows sum to. */
export type StatedPotFigures = {
  readonly __typename?: 'StatedPotFigures';
  /** Number of rows that a source says share the pot. */
  readonly allocationCount?: Maybe<Scalars['Int']['output']>;
  /** Sum shared out that a source states. */
  readonly allocated?: Maybe<Amount>;
  /** What is left that a source states. */
  readonly unallocated?: Maybe<Amount>;
};

/** Insats i potten från en källa: one source's part of a pot. */
export type PotContribution = {
  readonly __typename?: 'PotContribution';
  /** Finansieringskälla. */
  readonly source: FundingSource;
  /** The grant that it comes from, if any. */
  readonly grant?: Maybe<Grant>;
  /** Belopp. */
  readonly amount: Amount;
};

/** Fördelning: money to an initiative, from a pot or a grant. */
export type Allocation = {
  readonly __typename?: 'Allocation';
  /** Such as 2181-familjepedagog-2020. */
  readonly id: Scalars['ID']['output'];
  /** Insats; null only while that part of the graph is down. */
  readonly initiative?: Maybe<Initiative>;
  /** Kommun. */
  readonly municipality?: Maybe<Municipality>;
  /** The pot it comes from, if any. */
  readonly pot?: Maybe<Pot>;
  /** The grant it comes from directly, if any. */
  readonly grant?: Maybe<Grant>;
  /** Finansieringskälla, when a source is stated and neither pot nor grant tells it. */
  readonly source?: Maybe<FundingSource>;
  /** Belopp; null when money is said to be given but not how much. */
  readonly amount?: Maybe<Amount>;
  /** Ansvariga as printed; a joint row is one row, not one per board. */
  readonly responsible?: Maybe<ReadonlyArray<Organisation>>;
  /** Delning mellan källor: STATED where a source states it, else UNKNOWN; MODELLED (pro rata of the pot) only when asked for. */
  readonly split: ReadonlyArray<SourceShare>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Fördelning: money to an initiative, from a pot or a grant. */
export type AllocationSplitArgs = {
  includeModelled?: Scalars['Boolean']['input'];
};

/** A source's share of an allocation. */
export type SourceShare = {
  readonly __typename?: 'SourceShare';
  /** Finansieringskälla. */
  readonly source: FundingSource;
  /** Kronor; null when not known. */
  readonly amount?: Maybe<Scalars['SEK']['output']>;
  /** Share of the allocation, 0 to 1; null when not known. */
  readonly share?: Maybe<Scalars['Float']['output']>;
  /** STATED, UNKNOWN, or MODELLED when asked for. */
  readonly certainty: Certainty;
  /** Where the split is stated; empty when it is not. */
  readonly sources: ReadonlyArray<SourceReference>;
};

/** A page of grants. */
export type GrantConnection = {
  readonly __typename?: 'GrantConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<GrantEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Grant>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A grant and its cursor. */
export type GrantEdge = {
  readonly __typename?: 'GrantEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The grant. */
  readonly node: Grant;
};

/** A page of allocations. */
export type AllocationConnection = {
  readonly __typename?: 'AllocationConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<AllocationEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Allocation>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An allocation and its cursor. */
export type AllocationEdge = {
  readonly __typename?: 'AllocationEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The allocation. */
  readonly node: Allocation;
};

/** Which grants. Fields are joined by AND, values within a field by OR. */
export type GrantFilter = {
  /** Municipality codes. */
  readonly municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  /** Words in the name; inflected forms and folded letters are found too. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Finansieringskällor. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Slag av finansieringskälla. */
  readonly kinds?: InputMaybe<ReadonlyArray<FundingSourceKind>>;
  /** Mottagare. */
  readonly organisations?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Bidragsprogram. */
  readonly programmes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Lägen. */
  readonly states?: InputMaybe<ReadonlyArray<GrantState>>;
  /** Years of the award. */
  readonly years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Insatser. */
  readonly initiatives?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Records that changed after this moment, withdrawn ones too. Ask some minutes back: a delivery becomes visible a little after its changedAt. */
  readonly changedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Which allocations. Fields are joined by AND, values within a field by OR. */
export type AllocationFilter = {
  /** Municipality codes. */
  readonly municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  /** Kinds of amount. */
  readonly kinds?: InputMaybe<ReadonlyArray<AmountKind>>;
  /** Years that the money is for. */
  readonly years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Potter. */
  readonly pots?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Grants it comes from, directly or by way of a pot. */
  readonly grants?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sources that pay into the pot, give the grant or have a stated share. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Bidragsprogram of the grants it comes from, directly or by way of a pot. */
  readonly programmes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Insatser. */
  readonly initiatives?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Ansvariga organisationer. */
  readonly organisations?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Records that changed after this moment, withdrawn ones too. Ask some minutes back: a delivery becomes visible a little after its changedAt. */
  readonly changedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Municipality = {
  readonly __typename?: 'Municipality';
  readonly code: Scalars['MunicipalityCode']['output'];
  /** Potter of the municipality, newest first; null while this part of the graph is down. */
  readonly pots?: Maybe<ReadonlyArray<Pot>>;
  /** Bidrag to recipients in the municipality, by name. */
  readonly grants?: Maybe<GrantConnection>;
};


export type MunicipalityGrantsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GrantFilter>;
};

export type Initiative = {
  readonly __typename?: 'Initiative';
  readonly id: Scalars['ID']['output'];
  /** Fördelningar to the initiative; null while this part of the graph is down. */
  readonly allocations?: Maybe<ReadonlyArray<Allocation>>;
  /** Bidrag for the initiative alone. */
  readonly grants?: Maybe<ReadonlyArray<Grant>>;
  /** Belopp said of the initiative itself, such as its estimated total cost; never part of a sum of allocations. */
  readonly amounts?: Maybe<ReadonlyArray<Amount>>;
  /** Sum of the allocations of the kind that allocatedKind names, in kronor, exact: allocationSums tells what it covers. Null when no amount is known, never 0 for it, and when they are of kinds or years that are not added. */
  readonly allocatedAmount?: Maybe<Scalars['SEK']['output']>;
  /** What the sum is of: ALLOCATED when any allocation is, else the kind that they have (PROPOSED is not yet decided). Null when there is no sum. */
  readonly allocatedKind?: Maybe<AmountKind>;
  /** The allocations added up by kind and year, with how many of them lack an amount; null while this part of the graph is down. */
  readonly allocationSums?: Maybe<ReadonlyArray<AllocationSum>>;
};

export type Organisation = {
  readonly __typename?: 'Organisation';
  readonly id: Scalars['ID']['output'];
  /** Bidrag that the organisation receives, by name. */
  readonly grantsReceived?: Maybe<GrantConnection>;
  /** Fördelningar that the organisation is responsible for. */
  readonly allocations?: Maybe<AllocationConnection>;
};


export type OrganisationGrantsReceivedArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganisationAllocationsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type SourceDocument = {
  readonly __typename?: 'SourceDocument';
  readonly id: Scalars['ID']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Finansieringskällor by name. */
  readonly fundingSources?: Maybe<ReadonlyArray<FundingSource>>;
  /** One funding source; null when there is none with the id. */
  readonly fundingSource?: Maybe<FundingSource>;
  /** Bidragsprogram by name. */
  readonly fundingProgrammes?: Maybe<ReadonlyArray<FundingProgramme>>;
  /** Bidrag by name. */
  readonly grants?: Maybe<GrantConnection>;
  /** One grant; null when there is none with the id. */
  readonly grant?: Maybe<Grant>;
  /** Potter by municipality and year. */
  readonly pots?: Maybe<ReadonlyArray<Pot>>;
  /** One pot; null when there is none with the id. */
  readonly pot?: Maybe<Pot>;
  /** Fördelningar by municipality and id. */
  readonly allocations?: Maybe<AllocationConnection>;
  /** One allocation; null when there is none with the id. */
  readonly allocation?: Maybe<Allocation>;
};


export type QueryFundingSourcesArgs = {
  kind?: InputMaybe<FundingSourceKind>;
};


export type QueryFundingSourceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGrantsArgs = {
  filter?: InputMaybe<GrantFilter>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGrantArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPotsArgs = {
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  year?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPotArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAllocationsArgs = {
  filter?: InputMaybe<AllocationFilter>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAllocationArgs = {
  id: Scalars['ID']['input'];
};

/** Säkerhet: how we know what a value says. */
export type Certainty =
  /** Angiven: the source states it. */
  | 'STATED'
  /** Härledd: arithmetic from what the source states. */
  | 'DERIVED'
  /** Slutsats: reasoned from evidence, not stated; a quality note says how. */
  | 'INFERRED'
  /** Modellerad: computed by a model such as pro rata; only shown when asked for. */
  | 'MODELLED'
  /** Okänd: not known. */
  | 'UNKNOWN';

/** Noggrannhet: whether a number is printed as exact or as about so many. */
export type Precision =
  /** Exakt: printed without reservation. */
  | 'EXACT'
  /** Ungefärlig: printed with a word such as cirka, drygt, över or ett tjugotal. */
  | 'APPROXIMATE';

/** Slag av belopp: what an amount says. Amounts of different kinds are never added. */
export type AmountKind =
  /** Sökt. */
  | 'APPLIED'
  /** Budgeterat. */
  | 'BUDGETED'
  /** Avsatt. */
  | 'SET_ASIDE'
  /** Föreslaget. */
  | 'PROPOSED'
  /** Fördelat. */
  | 'ALLOCATED'
  /** Beviljat. */
  | 'AWARDED'
  /** Rekvirerat. */
  | 'REQUESTED'
  /** Utbetalt. */
  | 'DISBURSED'
  /** Upparbetat. */
  | 'INCURRED'
  /** Redovisat. */
  | 'ACCOUNTED'
  /** Återbetalt. */
  | 'REPAID'
  /** Återkrävt. */
  | 'RECLAIMED'
  /** Beräknad totalkostnad. */
  | 'ESTIMATED_TOTAL'
  /** Härlett: a part computed from other stated amounts. */
  | 'DERIVED';

/** Slag av finansieringskälla. */
export type FundingSourceKind =
  /** Riktat statsbidrag. */
  | 'STATE_GRANT'
  /** Statligt stöd. */
  | 'STATE_SUPPORT'
  /** Särskilt avsatta kommunala medel. */
  | 'MUNICIPAL_POT'
  /** Ordinarie ram or grunduppdrag. */
  | 'MUNICIPAL_ORDINARY'
  /** Kommunalt bolags medel. */
  | 'MUNICIPAL_COMPANY'
  /** Regionala medel. */
  | 'REGIONAL'
  /** EU-fond. */
  | 'EU_FUND'
  /** Privat. */
  | 'PRIVATE'
  /** Civilsamhälle. */
  | 'CIVIL_SOCIETY'
  /** Blandat, fördelning ej angiven. */
  | 'MIXED_UNSPECIFIED'
  /** Okänd. */
  | 'UNKNOWN';

/** Status för en insats. */
export type InitiativeStatus =
  /** Idé. */
  | 'IDEA'
  /** Utreds. */
  | 'INVESTIGATED'
  /** Föreslagen; no decision known. */
  | 'PROPOSED'
  /** Beslutad. */
  | 'DECIDED'
  /** Planerad. */
  | 'PLANNED'
  /** Pågående. */
  | 'ONGOING'
  /** Förlängd. */
  | 'EXTENDED'
  /** Avslutad. */
  | 'COMPLETED'
  /** I ordinarie verksamhet. */
  | 'MADE_PERMANENT'
  /** Avbruten. */
  | 'CANCELLED'
  /** Okänd: the sources do not say. */
  | 'UNKNOWN';

/** Enhet of a number. */
export type Unit =
  /** Andel, 0 to 1. */
  | 'SHARE'
  /** Personer. */
  | 'PERSONS'
  /** Antal. */
  | 'COUNT'
  /** Kronor. */
  | 'SEK'
  /** Årsarbetskrafter (heltid = 1). */
  | 'FULL_TIME_EQUIVALENTS'
  /** År. */
  | 'YEARS'
  /** Kronor per invånare. */
  | 'SEK_PER_INHABITANT'
  /** Antal per invånare. */
  | 'COUNT_PER_INHABITANT';

/** Slag av organisation. */
export type OrganisationKind =
  /** Kommun (juridisk form 82). */
  | 'MUNICIPALITY'
  /** Nämnd, kommunstyrelse or kommunfullmäktige; part of the municipality. */
  | 'MUNICIPAL_BOARD'
  /** Gemensam nämnd of several municipalities. */
  | 'JOINT_BOARD'
  /** Förvaltning, division, kontor or enhet; part of the municipality. */
  | 'MUNICIPAL_UNIT'
  /** Kommunalförbund (83). */
  | 'MUNICIPAL_ASSOCIATION'
  /** Kommunalt bolag. */
  | 'MUNICIPAL_COMPANY'
  /** Region (84). */
  | 'REGION'
  /** Statlig myndighet (81). */
  | 'STATE_AGENCY'
  /** Regeringen. */
  | 'GOVERNMENT'
  /** Ideell förening (61). */
  | 'ASSOCIATION'
  /** Stiftelse (72). */
  | 'FOUNDATION'
  /** Företag. */
  | 'COMPANY'
  /** Intresseorganisation, such as SKR. */
  | 'INTEREST_ORGANISATION'
  /** Råd, styrgrupp or nätverk without an organisation number. */
  | 'NETWORK'
  /** Skola, förskola or other unit with its own name. */
  | 'SCHOOL'
  /** Not known. */
  | 'UNKNOWN';

/** The way in for a municipality's data. */
export type SupplyDoor =
  /** Datapaket: files in the documented shape. */
  | 'DATA_PACKAGE'
  /** Flöde: the hub harvests the municipality's feed. */
  | 'FEED'
  /** Egen subgraf: the municipality answers live. */
  | 'SUBGRAPH';

/** Språk of labels and messages. */
export type Language =
  /** Svenska. */
  | 'SV'
  /** Engelska. */
  | 'EN';

/** Sorteringsriktning. */
export type OrderDirection =
  /** Stigande: å, ä and ö come after z. */
  | 'ASC'
  /** Fallande. */
  | 'DESC';

/** Text på svenska och engelska, in our own words unless a source is quoted. */
export type Text = {
  readonly __typename?: 'Text';
  /** Swedish; null when not written. */
  readonly sv?: Maybe<Scalars['String']['output']>;
  /** English; null when not written. */
  readonly en?: Maybe<Scalars['String']['output']>;
};

/** Mängd: a number as a source gives it, with how sure and how exact it is. */
export type Quantity = {
  readonly __typename?: 'Quantity';
  /** The number; null when the source gives only words that are not a number. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Whether the number is exact. */
  readonly precision: Precision;
  /** How the number is known. */
  readonly certainty: Certainty;
  /** The words of the source. */
  readonly asPrinted: Scalars['String']['output'];
};

/** How exactly a date is known. */
export type DatePrecision =
  /** Dag. */
  | 'DAY'
  /** Månad. */
  | 'MONTH'
  /** Årstid: spring, summer, autumn or winter of a year. */
  | 'SEASON'
  /** År. */
  | 'YEAR';

/** Datum med känd noggrannhet: a date of which perhaps only month, season or year is known. */
export type FuzzyDate = {
  readonly __typename?: 'FuzzyDate';
  /** ISO 8601-2 (EDTF): 2024-03-20, 2024-03, 2024, or 2024-21 to 2024-24 for spring, summer, autumn, winter. */
  readonly value: Scalars['String']['output'];
  /** How exactly the date is known. */
  readonly precision: DatePrecision;
  /** How the date is known. */
  readonly certainty: Certainty;
  /** The date in words, such as våren 2024 or spring 2024. */
  readonly label: Scalars['String']['output'];
};


/** Datum med känd noggrannhet: a date of which perhaps only month, season or year is known. */
export type FuzzyDateLabelArgs = {
  language?: Language;
};

/** Period: from and to; either end is null when not known. */
export type Period = {
  readonly __typename?: 'Period';
  /** Start. */
  readonly start?: Maybe<FuzzyDate>;
  /** End, included. */
  readonly end?: Maybe<FuzzyDate>;
};

/** Källhänvisning: the document and the place in it that a record or value rests on. */
export type SourceReference = {
  readonly __typename?: 'SourceReference';
  /** The document; null only while the part of the graph that holds documents is down. */
  readonly document?: Maybe<SourceDocument>;
  /** Place in the document, such as L33 (line 33) or table row. */
  readonly locator?: Maybe<Scalars['String']['output']>;
  /** The few words that state the fact, as printed. */
  readonly quote?: Maybe<Scalars['String']['output']>;
  /** What of the record it supports, as the data package names the column, such as total_value; null for the record as a whole. */
  readonly field?: Maybe<Scalars['String']['output']>;
};

/** How much a quality note matters to one who uses the record. */
export type NoteSeverity =
  /** Upplysning: good to know. */
  | 'INFO'
  /** Varning: may mislead if not read. */
  | 'WARNING'
  /** Brist: something that a comparison needs is missing or contradictory. */
  | 'DEFICIENCY';

/** Kvalitetsanmärkning: a known doubt about a record, kept beside it instead of being smoothed away. */
export type QualityNote = {
  readonly __typename?: 'QualityNote';
  /** Stable code, such as DQ-SAN-4. */
  readonly code: Scalars['String']['output'];
  /** How much it matters. */
  readonly severity: NoteSeverity;
  /** What of the record it is about, as the data package names the column; null for the record as a whole. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** The note in words. */
  readonly message: Scalars['String']['output'];
};


/** Kvalitetsanmärkning: a known doubt about a record, kept beside it instead of being smoothed away. */
export type QualityNoteMessageArgs = {
  language?: Language;
};

/** Where a page stands in its list (Relay). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether more follow after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something comes before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge, to give as `after`; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  FundingSource: FundingSource;
  FundingProgramme: FundingProgramme;
  Grant: Grant;
  Pot: Pot;
  Allocation: Allocation;
  Municipality: Municipality;
  Initiative: Initiative;
  Organisation: Organisation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  FundingSource:
    ( { __typename: 'FundingSource' }
    & GraphQLRecursivePick<FederationTypes['FundingSource'], {"id":true}> );
  FundingProgramme:
    ( { __typename: 'FundingProgramme' }
    & GraphQLRecursivePick<FederationTypes['FundingProgramme'], {"id":true}> );
  Grant:
    ( { __typename: 'Grant' }
    & GraphQLRecursivePick<FederationTypes['Grant'], {"id":true}> );
  Pot:
    ( { __typename: 'Pot' }
    & GraphQLRecursivePick<FederationTypes['Pot'], {"id":true}> );
  Allocation:
    ( { __typename: 'Allocation' }
    & GraphQLRecursivePick<FederationTypes['Allocation'], {"id":true}> );
  Municipality:
    ( { __typename: 'Municipality' }
    & GraphQLRecursivePick<FederationTypes['Municipality'], {"code":true}> );
  Initiative:
    ( { __typename: 'Initiative' }
    & GraphQLRecursivePick<FederationTypes['Initiative'], {"id":true}> );
  Organisation:
    ( { __typename: 'Organisation' }
    & GraphQLRecursivePick<FederationTypes['Organisation'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  GrantState: GrantState;
  GrantEventKind: GrantEventKind;
  Amount: ResolverTypeWrapper<AmountValue>;
  FundingSource: ResolverTypeWrapper<FundingSourceRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  FundingProgramme: ResolverTypeWrapper<FundingProgrammeRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Grant: ResolverTypeWrapper<GrantRow>;
  GrantEvent: ResolverTypeWrapper<GrantEventRow>;
  Pot: ResolverTypeWrapper<PotRow>;
  AllocationSum: ResolverTypeWrapper<AllocationSumRow>;
  StatedPotFigures: ResolverTypeWrapper<Omit<StatedPotFigures, 'allocated' | 'unallocated'> & { allocated?: Maybe<ResolversTypes['Amount']>, unallocated?: Maybe<ResolversTypes['Amount']> }>;
  PotContribution: ResolverTypeWrapper<PotContributionRow>;
  Allocation: ResolverTypeWrapper<AllocationRow>;
  SourceShare: ResolverTypeWrapper<ShareValue>;
  GrantConnection: ResolverTypeWrapper<Connection<GrantRow>>;
  GrantEdge: ResolverTypeWrapper<Omit<GrantEdge, 'node'> & { node: ResolversTypes['Grant'] }>;
  AllocationConnection: ResolverTypeWrapper<Connection<AllocationRow>>;
  AllocationEdge: ResolverTypeWrapper<Omit<AllocationEdge, 'node'> & { node: ResolversTypes['Allocation'] }>;
  GrantFilter: GrantFilter;
  AllocationFilter: AllocationFilter;
  Municipality: ResolverTypeWrapper<Omit<Municipality, 'pots' | 'grants'> & { pots?: Maybe<Array<ResolversTypes['Pot']>>, grants?: Maybe<ResolversTypes['GrantConnection']> }>;
  Initiative: ResolverTypeWrapper<Omit<Initiative, 'allocations' | 'grants' | 'amounts' | 'allocationSums'> & { allocations?: Maybe<Array<ResolversTypes['Allocation']>>, grants?: Maybe<Array<ResolversTypes['Grant']>>, amounts?: Maybe<Array<ResolversTypes['Amount']>>, allocationSums?: Maybe<Array<ResolversTypes['AllocationSum']>> }>;
  Organisation: ResolverTypeWrapper<Omit<Organisation, 'grantsReceived' | 'allocations'> & { grantsReceived?: Maybe<ResolversTypes['GrantConnection']>, allocations?: Maybe<ResolversTypes['AllocationConnection']> }>;
  SourceDocument: ResolverTypeWrapper<SourceDocument>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SEK: ResolverTypeWrapper<Scalars['SEK']['output']>;
  MunicipalityCode: ResolverTypeWrapper<Scalars['MunicipalityCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Certainty: Certainty;
  Precision: Precision;
  AmountKind: AmountKind;
  FundingSourceKind: FundingSourceKind;
  InitiativeStatus: InitiativeStatus;
  Unit: Unit;
  OrganisationKind: OrganisationKind;
  SupplyDoor: SupplyDoor;
  Language: Language;
  OrderDirection: OrderDirection;
  Text: ResolverTypeWrapper<TextValue>;
  Quantity: ResolverTypeWrapper<QuantityValue>;
  DatePrecision: DatePrecision;
  FuzzyDate: ResolverTypeWrapper<FuzzyDateValue>;
  Period: ResolverTypeWrapper<PeriodValue>;
  SourceReference: ResolverTypeWrapper<SourceValue>;
  NoteSeverity: NoteSeverity;
  QualityNote: ResolverTypeWrapper<QualityNoteValue>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Amount: AmountValue;
  FundingSource: FundingSourceRow;
  ID: Scalars['ID']['output'];
  FundingProgramme: FundingProgrammeRow;
  Float: Scalars['Float']['output'];
  Grant: GrantRow;
  GrantEvent: GrantEventRow;
  Pot: PotRow;
  AllocationSum: AllocationSumRow;
  StatedPotFigures: Omit<StatedPotFigures, 'allocated' | 'unallocated'> & { allocated?: Maybe<ResolversParentTypes['Amount']>, unallocated?: Maybe<ResolversParentTypes['Amount']> };
  PotContribution: PotContributionRow;
  Allocation: AllocationRow;
  SourceShare: ShareValue;
  GrantConnection: Connection<GrantRow>;
  GrantEdge: Omit<GrantEdge, 'node'> & { node: ResolversParentTypes['Grant'] };
  AllocationConnection: Connection<AllocationRow>;
  AllocationEdge: Omit<AllocationEdge, 'node'> & { node: ResolversParentTypes['Allocation'] };
  GrantFilter: GrantFilter;
  AllocationFilter: AllocationFilter;
  Municipality: Omit<Municipality, 'pots' | 'grants'> & { pots?: Maybe<Array<ResolversParentTypes['Pot']>>, grants?: Maybe<ResolversParentTypes['GrantConnection']> } | FederationReferenceTypes['Municipality'];
  Initiative: Omit<Initiative, 'allocations' | 'grants' | 'amounts' | 'allocationSums'> & { allocations?: Maybe<Array<ResolversParentTypes['Allocation']>>, grants?: Maybe<Array<ResolversParentTypes['Grant']>>, amounts?: Maybe<Array<ResolversParentTypes['Amount']>>, allocationSums?: Maybe<Array<ResolversParentTypes['AllocationSum']>> } | FederationReferenceTypes['Initiative'];
  Organisation: Omit<Organisation, 'grantsReceived' | 'allocations'> & { grantsReceived?: Maybe<ResolversParentTypes['GrantConnection']>, allocations?: Maybe<ResolversParentTypes['AllocationConnection']> } | FederationReferenceTypes['Organisation'];
  SourceDocument: SourceDocument;
  Query: Record<PropertyKey, never>;
  SEK: Scalars['SEK']['output'];
  MunicipalityCode: Scalars['MunicipalityCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  URL: Scalars['URL']['output'];
  Text: TextValue;
  Quantity: QuantityValue;
  FuzzyDate: FuzzyDateValue;
  Period: PeriodValue;
  SourceReference: SourceValue;
  QualityNote: QualityNoteValue;
  PageInfo: PageInfo;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type LinkDirectiveArgs = {
  url: Scalars['String']['input'];
  import?: Maybe<Array<Scalars['String']['input']>>;
};

export type LinkDirectiveResolver<Result, Parent, ContextType = FundingContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = FundingContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = FundingContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = FundingContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AmountResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Amount'] = ResolversParentTypes['Amount']> = {
  value?: Resolver<ResolversTypes['SEK'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AmountKind'], ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yearCertainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  asPrinted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
};

export type FundingSourceResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FundingSource'] = ResolversParentTypes['FundingSource'], FederationReferenceType extends FederationReferenceTypes['FundingSource'] = FederationReferenceTypes['FundingSource']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FundingSource']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FundingSourceKind'], ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  programmes?: Resolver<Array<ResolversTypes['FundingProgramme']>, ParentType, ContextType>;
  grants?: Resolver<ResolversTypes['GrantConnection'], ParentType, ContextType, RequireFields<FundingSourceGrantsArgs, 'first'>>;
  pots?: Resolver<Array<ResolversTypes['Pot']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type FundingProgrammeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FundingProgramme'] = ResolversParentTypes['FundingProgramme'], FederationReferenceType extends FederationReferenceTypes['FundingProgramme'] = FederationReferenceTypes['FundingProgramme']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FundingProgramme']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['FundingSource'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type GrantResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant'], FederationReferenceType extends FederationReferenceTypes['Grant'] = FederationReferenceTypes['Grant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Grant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['FundingSource'], ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['FundingProgramme']>, ParentType, ContextType>;
  programmeCertainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GrantState'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['GrantEvent']>, ParentType, ContextType>;
  applied?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  awarded?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  disbursed?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  pots?: Resolver<Array<ResolversTypes['Pot']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type GrantEventResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['GrantEvent'] = ResolversParentTypes['GrantEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GrantEventKind'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
};

export type PotResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Pot'] = ResolversParentTypes['Pot'], FederationReferenceType extends FederationReferenceTypes['Pot'] = FederationReferenceTypes['Pot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Pot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yearCertainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
  contributions?: Resolver<Array<ResolversTypes['PotContribution']>, ParentType, ContextType>;
  allocations?: Resolver<ResolversTypes['AllocationConnection'], ParentType, ContextType, RequireFields<PotAllocationsArgs, 'first'>>;
  allocated?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  allocatedKind?: Resolver<Maybe<ResolversTypes['AmountKind']>, ParentType, ContextType>;
  allocationSums?: Resolver<Array<ResolversTypes['AllocationSum']>, ParentType, ContextType>;
  unallocated?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  stated?: Resolver<Maybe<ResolversTypes['StatedPotFigures']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type AllocationSumResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['AllocationSum'] = ResolversParentTypes['AllocationSum']> = {
  kind?: Resolver<Maybe<ResolversTypes['AmountKind']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Precision']>, ParentType, ContextType>;
};

export type StatedPotFiguresResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['StatedPotFigures'] = ResolversParentTypes['StatedPotFigures']> = {
  allocationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  allocated?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  unallocated?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
};

export type PotContributionResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['PotContribution'] = ResolversParentTypes['PotContribution']> = {
  source?: Resolver<ResolversTypes['FundingSource'], ParentType, ContextType>;
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
};

export type AllocationResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Allocation'] = ResolversParentTypes['Allocation'], FederationReferenceType extends FederationReferenceTypes['Allocation'] = FederationReferenceTypes['Allocation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Allocation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  pot?: Resolver<Maybe<ResolversTypes['Pot']>, ParentType, ContextType>;
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['FundingSource']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  responsible?: Resolver<Maybe<Array<ResolversTypes['Organisation']>>, ParentType, ContextType>;
  split?: Resolver<Array<ResolversTypes['SourceShare']>, ParentType, ContextType, RequireFields<AllocationSplitArgs, 'includeModelled'>>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type SourceShareResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['SourceShare'] = ResolversParentTypes['SourceShare']> = {
  source?: Resolver<ResolversTypes['FundingSource'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
};

export type GrantConnectionResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['GrantConnection'] = ResolversParentTypes['GrantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GrantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GrantEdgeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['GrantEdge'] = ResolversParentTypes['GrantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type AllocationConnectionResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['AllocationConnection'] = ResolversParentTypes['AllocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AllocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Allocation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AllocationEdgeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['AllocationEdge'] = ResolversParentTypes['AllocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Allocation'], ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality'], FederationReferenceType extends FederationReferenceTypes['Municipality'] = FederationReferenceTypes['Municipality']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Municipality']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  pots?: Resolver<Maybe<Array<ResolversTypes['Pot']>>, ParentType, ContextType>;
  grants?: Resolver<Maybe<ResolversTypes['GrantConnection']>, ParentType, ContextType, RequireFields<MunicipalityGrantsArgs, 'first'>>;
};

export type InitiativeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Initiative'] = ResolversParentTypes['Initiative'], FederationReferenceType extends FederationReferenceTypes['Initiative'] = FederationReferenceTypes['Initiative']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Initiative']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  allocations?: Resolver<Maybe<Array<ResolversTypes['Allocation']>>, ParentType, ContextType>;
  grants?: Resolver<Maybe<Array<ResolversTypes['Grant']>>, ParentType, ContextType>;
  amounts?: Resolver<Maybe<Array<ResolversTypes['Amount']>>, ParentType, ContextType>;
  allocatedAmount?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  allocatedKind?: Resolver<Maybe<ResolversTypes['AmountKind']>, ParentType, ContextType>;
  allocationSums?: Resolver<Maybe<Array<ResolversTypes['AllocationSum']>>, ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation'], FederationReferenceType extends FederationReferenceTypes['Organisation'] = FederationReferenceTypes['Organisation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organisation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  grantsReceived?: Resolver<Maybe<ResolversTypes['GrantConnection']>, ParentType, ContextType, RequireFields<OrganisationGrantsReceivedArgs, 'first'>>;
  allocations?: Resolver<Maybe<ResolversTypes['AllocationConnection']>, ParentType, ContextType, RequireFields<OrganisationAllocationsArgs, 'first'>>;
};

export type SourceDocumentResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['SourceDocument'] = ResolversParentTypes['SourceDocument']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  fundingSources?: Resolver<Maybe<Array<ResolversTypes['FundingSource']>>, ParentType, ContextType, Partial<QueryFundingSourcesArgs>>;
  fundingSource?: Resolver<Maybe<ResolversTypes['FundingSource']>, ParentType, ContextType, RequireFields<QueryFundingSourceArgs, 'id'>>;
  fundingProgrammes?: Resolver<Maybe<Array<ResolversTypes['FundingProgramme']>>, ParentType, ContextType>;
  grants?: Resolver<Maybe<ResolversTypes['GrantConnection']>, ParentType, ContextType, RequireFields<QueryGrantsArgs, 'first'>>;
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType, RequireFields<QueryGrantArgs, 'id'>>;
  pots?: Resolver<Maybe<Array<ResolversTypes['Pot']>>, ParentType, ContextType, Partial<QueryPotsArgs>>;
  pot?: Resolver<Maybe<ResolversTypes['Pot']>, ParentType, ContextType, RequireFields<QueryPotArgs, 'id'>>;
  allocations?: Resolver<Maybe<ResolversTypes['AllocationConnection']>, ParentType, ContextType, RequireFields<QueryAllocationsArgs, 'first'>>;
  allocation?: Resolver<Maybe<ResolversTypes['Allocation']>, ParentType, ContextType, RequireFields<QueryAllocationArgs, 'id'>>;
};

export interface SekScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SEK'], any> {
  name: 'SEK';
}

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type TextResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Text'] = ResolversParentTypes['Text']> = {
  sv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  en?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  asPrinted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FuzzyDateResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FuzzyDate'] = ResolversParentTypes['FuzzyDate']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['DatePrecision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FuzzyDateLabelArgs, 'language'>>;
};

export type PeriodResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  start?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
};

export type SourceReferenceResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['SourceReference'] = ResolversParentTypes['SourceReference']> = {
  document?: Resolver<Maybe<ResolversTypes['SourceDocument']>, ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QualityNoteResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['QualityNote'] = ResolversParentTypes['QualityNote']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['NoteSeverity'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QualityNoteMessageArgs, 'language'>>;
};

export type PageInfoResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = FundingContext> = {
  Amount?: AmountResolvers<ContextType>;
  FundingSource?: FundingSourceResolvers<ContextType>;
  FundingProgramme?: FundingProgrammeResolvers<ContextType>;
  Grant?: GrantResolvers<ContextType>;
  GrantEvent?: GrantEventResolvers<ContextType>;
  Pot?: PotResolvers<ContextType>;
  AllocationSum?: AllocationSumResolvers<ContextType>;
  StatedPotFigures?: StatedPotFiguresResolvers<ContextType>;
  PotContribution?: PotContributionResolvers<ContextType>;
  Allocation?: AllocationResolvers<ContextType>;
  SourceShare?: SourceShareResolvers<ContextType>;
  GrantConnection?: GrantConnectionResolvers<ContextType>;
  GrantEdge?: GrantEdgeResolvers<ContextType>;
  AllocationConnection?: AllocationConnectionResolvers<ContextType>;
  AllocationEdge?: AllocationEdgeResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  SourceDocument?: SourceDocumentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SEK?: GraphQLScalarType;
  MunicipalityCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  Text?: TextResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  FuzzyDate?: FuzzyDateResolvers<ContextType>;
  Period?: PeriodResolvers<ContextType>;
  SourceReference?: SourceReferenceResolvers<ContextType>;
  QualityNote?: QualityNoteResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = FundingContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
