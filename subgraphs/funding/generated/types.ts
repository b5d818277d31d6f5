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
import type { FollowUpReportRow, VersionRow, ReviewRow } from '../reports/report';
import type { ReportTemplateRow } from '../templates/report-template';
import type { Mistake } from '../follow-up/mistake';
import type { FundingFollowUpValue, FollowUpGrantValue, FollowUpInitiativeValue, FollowUpAreaValue } from '../follow-up/follow-up';
import type { GrantSumsValue } from '../life/grant-sums';
import type { AuditEntryRow } from '../audit/audit-entry';
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
  /** A day of the calendar, such as 2026-01-31. */
  Date: { input: string; output: string; }
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
  /** Komplettering begärd. */
  | 'SUPPLEMENT_REQUESTED'
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
  /** Händelser in time order, as far as they are known; corrected ones only when asked for. */
  readonly events: ReadonlyArray<GrantEvent>;
  /** How many events the grant's log has, corrected ones too. Who records events says what they have seen by it. */
  readonly revision: Scalars['Int']['output'];
  /** What the events add up to, by kind of amount. */
  readonly sums: GrantSums;
  /** Rapporter that are approved, by period; others come from followUpReports with includeUnpublished. */
  readonly reports: ReadonlyArray<FollowUpReport>;
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


/** Bidrag: money that a source gives a recipient by a decision. */
export type GrantEventsArgs = {
  includeCorrected?: Scalars['Boolean']['input'];
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
  /** Total cost that the event states: estimated in an application, accepted in an award, actual in a final report, approved in an approval; null when it states none. */
  readonly totalCost?: Maybe<Amount>;
  /** The organisation that acted. */
  readonly actor?: Maybe<Organisation>;
  /** Diarienummer at the organisation that acted. */
  readonly registrationNumber?: Maybe<Scalars['String']['output']>;
  /** What happened, in our words. */
  readonly note?: Maybe<Text>;
  /** How the hub knows of it: from a data package, from a system that recorded it, or from a report that was handed in. */
  readonly origin: GrantEventOrigin;
  /** Municipality code or funding source that told of it. */
  readonly recordedBy: Scalars['String']['output'];
  /** When the hub took it in. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** The event that this one corrects or takes back. */
  readonly corrects?: Maybe<GrantEvent>;
  /** The event that corrects this one or takes it back; null while it stands. */
  readonly correctedBy?: Maybe<GrantEvent>;
  /** Whether it takes back the event that it corrects, so that neither counts. */
  readonly isRetraction: Scalars['Boolean']['output'];
  /** The report that it came with. */
  readonly report?: Maybe<FollowUpReport>;
  /** Where it is said; empty for what a system recorded. */
  readonly sources: ReadonlyArray<SourceReference>;
};

/** How the hub knows of an event. */
export type GrantEventOrigin =
  /** Datapaket: read from documents. */
  | 'DATA_PACKAGE'
  /** Recorded by a system of the municipality or the agency. */
  | 'RECORDED'
  /** Handed in or reviewed as a follow-up report. */
  | 'REPORT';

/** Summor: a grant's events added up by kind of amount, exact; null where no event states an amount. */
export type GrantSums = {
  readonly __typename?: 'GrantSums';
  /** Sökt. */
  readonly applied?: Maybe<Amount>;
  /** Beviljat. */
  readonly awarded?: Maybe<Amount>;
  /** Rekvirerat. */
  readonly requested?: Maybe<Amount>;
  /** Utbetalt, slututbetalning included. */
  readonly disbursed?: Maybe<Amount>;
  /** Fördelat till insatser, as ALLOCATION events say. What reports state is in FollowUpGrant.initiatives, and not in here. */
  readonly allocated?: Maybe<Amount>;
  /** Upparbetat, as COSTS_INCURRED events say. What reports state is in FollowUpGrant.reportedCosts, and not in here. */
  readonly incurred?: Maybe<Amount>;
  /** Redovisat: what the final report says was spent of the grant. */
  readonly accounted?: Maybe<Amount>;
  /** Återkrävt. */
  readonly reclaimed?: Maybe<Amount>;
  /** Återbetalt. */
  readonly repaid?: Maybe<Amount>;
  /** What is left with the recipient, DERIVED: utbetalt less redovisat and återbetalt; null until the final report is in. */
  readonly unspent?: Maybe<Amount>;
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

/** Återrapportering: what a recipient tells the source of one grant and period. */
export type FollowUpReport = {
  readonly __typename?: 'FollowUpReport';
  /** Made by the hub: municipality code, funding source and a word of its own, such as 2281-boverket~7k2m9x4p1q8r. */
  readonly id: Scalars['ID']['output'];
  /** The grant it is about. */
  readonly grant: Grant;
  /** Bidragsgivare that it goes to. */
  readonly source: FundingSource;
  /** Kommun that hands it in. */
  readonly municipality?: Maybe<Municipality>;
  /** Lägesrapport or slutredovisning. */
  readonly kind: FollowUpReportKind;
  /** First day that it covers. */
  readonly periodStart: Scalars['Date']['output'];
  /** Last day that it covers. */
  readonly periodEnd: Scalars['Date']['output'];
  /** Form that it follows; null when the source has none. */
  readonly template?: Maybe<ReportTemplate>;
  /** Läge. */
  readonly state: FollowUpReportState;
  /** Counts every change; who changes the report says what they have seen by it. */
  readonly revision: Scalars['Int']['output'];
  /** The draft while there is one, else what was handed in last. */
  readonly content?: Maybe<FollowUpContent>;
  /** Every version handed in, whole, the first first; of a report that is published only the approved one for others. */
  readonly versions: ReadonlyArray<FollowUpReportVersion>;
  /** What the source answered, in order. */
  readonly reviews: ReadonlyArray<FollowUpReview>;
  /** Whether everybody may see it: once it is approved. */
  readonly isPublished: Scalars['Boolean']['output'];
  /** Last day to hand it in, as the template says; null when it says none. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** When it last changed. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Of a reference: whether what is not published was asked for, by includeUnpublished. The room asks the token besides. */
  readonly isWhole: Scalars['Boolean']['output'];
};

/** Slag av rapport. */
export type FollowUpReportKind =
  /** Lägesrapport: while the work goes on. */
  | 'PROGRESS'
  /** Slutredovisning: when it is done. */
  | 'FINAL';

/** Läge för en rapport. */
export type FollowUpReportState =
  /** Utkast: only the municipality and the source see it. */
  | 'DRAFT'
  /** Inlämnad: frozen. */
  | 'SUBMITTED'
  /** Komplettering begärd: the municipality may hand in another version. */
  | 'SUPPLEMENT_REQUESTED'
  /** Godkänd: published. */
  | 'APPROVED';

/** A version of a report as it was handed in; it never changes. */
export type FollowUpReportVersion = {
  readonly __typename?: 'FollowUpReportVersion';
  /** 1 for the first. */
  readonly number: Scalars['Int']['output'];
  /** Inlämnad. */
  readonly submittedAt: Scalars['DateTime']['output'];
  /** Municipality code of who handed it in. */
  readonly submittedBy: Scalars['String']['output'];
  /** SHA-256 of the content as canonical JSON (RFC 8785), in hexadecimal: proof that it is the same. */
  readonly hash: Scalars['String']['output'];
  /** The text that the hash is of: the content as canonical JSON, as it was handed in and is kept. */
  readonly canonicalContent: Scalars['String']['output'];
  /** Innehåll. */
  readonly content: FollowUpContent;
};

/** What the source answered to a version. */
export type FollowUpReview = {
  readonly __typename?: 'FollowUpReview';
  /** Begäran om komplettering or godkännande. */
  readonly kind: FollowUpReviewKind;
  /** The version that it is about. */
  readonly version: Scalars['Int']['output'];
  /** In words. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Fields that it is about, such as costs or allocations[1].areas. */
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  /** Last day to answer; null when there is none. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Godkänd kostnad, of an approval of a final report. */
  readonly approvedCost?: Maybe<Scalars['SEK']['output']>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Funding source that answered. */
  readonly by: Scalars['String']['output'];
};

/** Slag av granskning. */
export type FollowUpReviewKind =
  /** Komplettering begärd. */
  | 'SUPPLEMENT_REQUESTED'
  /** Godkänd. */
  | 'APPROVED';

/** Innehåll i en rapport. Amounts are what the municipality states, in kronor. */
export type FollowUpContent = {
  readonly __typename?: 'FollowUpContent';
  /** Fördelning of the grant to initiatives in the period, with the areas that it reached. Those of a grant's reports add up. */
  readonly allocations: ReadonlyArray<ReportedAllocation>;
  /** Upparbetade kostnader in the period. */
  readonly costs: ReadonlyArray<ReportedCost>;
  /** Indicators: cumulative since the beginning of the grant. */
  readonly indicators: ReadonlyArray<ReportedIndicator>;
  /** Avvikelser from what was decided. */
  readonly deviations: ReadonlyArray<ReportedDeviation>;
  /** Prognos; null when none is given. */
  readonly forecast?: Maybe<ReportedForecast>;
  /** Medfinansiering in the period. */
  readonly coFinancing: ReadonlyArray<ReportedCoFinancing>;
  /** Answers to the template's own fields. */
  readonly answers: ReadonlyArray<ReportedAnswer>;
  /** Of a final report: what was spent. */
  readonly finalAccount?: Maybe<ReportedFinalAccount>;
};

/** Fördelning as reported. */
export type ReportedAllocation = {
  readonly __typename?: 'ReportedAllocation';
  /** Insats. */
  readonly initiative?: Maybe<Initiative>;
  /** Kronor of the grant. */
  readonly amount: Amount;
  /** Områden that it reached; their shares are 1 together at most. */
  readonly areas: ReadonlyArray<ReportedAreaShare>;
};

/** An area's part of an allocation. */
export type ReportedAreaShare = {
  readonly __typename?: 'ReportedAreaShare';
  /** Område. */
  readonly area?: Maybe<Area>;
  /** Share of the allocation, 0 to 1, as reported. */
  readonly share: Scalars['Float']['output'];
  /** Kronor: share × amount, DERIVED. Rounded to öre so that the areas' amounts add up. */
  readonly amount: Amount;
};

/** Upparbetad kostnad. */
export type ReportedCost = {
  readonly __typename?: 'ReportedCost';
  /** Kostnadsslag, in the municipality's words. */
  readonly category: Scalars['String']['output'];
  /** Insats it is for; null when it is for the grant as a whole. */
  readonly initiative?: Maybe<Initiative>;
  /** Kronor. */
  readonly amount: Amount;
};

/** Indicator result: cumulative within its series. */
export type ReportedIndicator = {
  readonly __typename?: 'ReportedIndicator';
  /** Key of the indicator, as the template names it. */
  readonly indicator: Scalars['String']['output'];
  /** Series that it is counted in; a new series begins anew. */
  readonly series: Scalars['String']['output'];
  /** Insats it is of; null when it is of the grant as a whole. */
  readonly initiative?: Maybe<Initiative>;
  /** Value so far. */
  readonly value: Scalars['Float']['output'];
  /** Why it is lower than in the report before, which only a correction may be. */
  readonly correction?: Maybe<Scalars['String']['output']>;
};

/** Avvikelse. */
export type ReportedDeviation = {
  readonly __typename?: 'ReportedDeviation';
  /** What it is of. */
  readonly kind: DeviationKind;
  /** What happened. */
  readonly description: Scalars['String']['output'];
  /** What follows from it. */
  readonly effect?: Maybe<Scalars['String']['output']>;
};

/** What a deviation is of. */
export type DeviationKind =
  /** Tidsplan. */
  | 'TIME'
  /** Budget. */
  | 'BUDGET'
  /** Innehåll. */
  | 'CONTENT'
  /** Målgrupp. */
  | 'TARGET_GROUP'
  /** Annat. */
  | 'OTHER';

/** Prognos. */
export type ReportedForecast = {
  readonly __typename?: 'ReportedForecast';
  /** What the grant will have been used to when it ends, in kronor. */
  readonly total?: Maybe<Amount>;
  /** Whether all of it will be used. */
  readonly willBeUsed?: Maybe<Scalars['Boolean']['output']>;
  /** In words. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** Medfinansiering. */
export type ReportedCoFinancing = {
  readonly __typename?: 'ReportedCoFinancing';
  /** Who pays; null when it is the municipality's own means. */
  readonly organisation?: Maybe<Organisation>;
  /** Kronor. */
  readonly amount: Amount;
};

/** Answer to a field of the template: one of the values, by the field's kind. */
export type ReportedAnswer = {
  readonly __typename?: 'ReportedAnswer';
  /** Key of the field. */
  readonly field: Scalars['String']['output'];
  /** Of TEXT. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Of NUMBER and SHARE. */
  readonly number?: Maybe<Scalars['Float']['output']>;
  /** Of MONEY, in kronor. */
  readonly money?: Maybe<Scalars['SEK']['output']>;
  /** Of DATE. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** Of BOOLEAN. */
  readonly isTrue?: Maybe<Scalars['Boolean']['output']>;
  /** Of CODES. */
  readonly codes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Slutredovisning in figures. */
export type ReportedFinalAccount = {
  readonly __typename?: 'ReportedFinalAccount';
  /** Förbrukat: what was spent of the grant. */
  readonly spent: Amount;
  /** Faktisk kostnad: what everything cost. */
  readonly totalCost: Amount;
};

/** Formulär: what a source wants to know. It belongs to the source, and a published version never changes. */
export type ReportTemplate = {
  readonly __typename?: 'ReportTemplate';
  /** Word of the source's own, such as lagesrapport. */
  readonly id: Scalars['ID']['output'];
  /** Whose it is. */
  readonly source: FundingSource;
  /** Bidragsprogram it is for; null for all of the source. */
  readonly programme?: Maybe<FundingProgramme>;
  /** 1 for the first. */
  readonly version: Scalars['Int']['output'];
  /** Lägesrapport or slutredovisning. */
  readonly kind: FollowUpReportKind;
  /** Title. */
  readonly title: Text;
  /** Fields of its own, beside those that every report has. */
  readonly fields: ReadonlyArray<TemplateField>;
  /** Indicators that are followed. */
  readonly indicators: ReadonlyArray<TemplateIndicator>;
  /** Last days, by the day that the period ends. */
  readonly deadlines: ReadonlyArray<TemplateDeadline>;
  /** When it was published. */
  readonly publishedAt: Scalars['DateTime']['output'];
};

/** A field of a form. */
export type TemplateField = {
  readonly __typename?: 'TemplateField';
  /** Word that answers name it by. */
  readonly key: Scalars['String']['output'];
  /** Question. */
  readonly label: Text;
  /** Slag av svar. */
  readonly kind: TemplateFieldKind;
  /** Whether a report cannot be handed in without it. */
  readonly isRequired: Scalars['Boolean']['output'];
  /** Unit of a NUMBER, in words. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** Of CODES: what may be chosen. */
  readonly codes: ReadonlyArray<TemplateCode>;
  /** Of CODES: whether several may be chosen. */
  readonly isMultiple: Scalars['Boolean']['output'];
  /** Least value of a NUMBER. */
  readonly minimum?: Maybe<Scalars['Float']['output']>;
  /** Greatest value of a NUMBER. */
  readonly maximum?: Maybe<Scalars['Float']['output']>;
  /** Most characters of a TEXT. */
  readonly maximumLength?: Maybe<Scalars['Int']['output']>;
};

/** Slag av fält. */
export type TemplateFieldKind =
  /** Text. */
  | 'TEXT'
  /** Number. */
  | 'NUMBER'
  /** Share, 0 to 1. */
  | 'SHARE'
  /** Kronor. */
  | 'MONEY'
  /** Day. */
  | 'DATE'
  /** Yes or no. */
  | 'BOOLEAN'
  /** One of a list, or several. */
  | 'CODES';

/** A choice of a field. */
export type TemplateCode = {
  readonly __typename?: 'TemplateCode';
  /** The code. */
  readonly code: Scalars['String']['output'];
  /** In words. */
  readonly label: Text;
};

/** An indicator of a form. */
export type TemplateIndicator = {
  readonly __typename?: 'TemplateIndicator';
  /** Word that results name it by. */
  readonly key: Scalars['String']['output'];
  /** In words. */
  readonly label: Text;
  /** Unit, in words. */
  readonly unit: Scalars['String']['output'];
  /** Whether a report cannot be handed in without it. */
  readonly isRequired: Scalars['Boolean']['output'];
};

/** Last day to hand in the report of a period. */
export type TemplateDeadline = {
  readonly __typename?: 'TemplateDeadline';
  /** Last day of the period. */
  readonly periodEnd: Scalars['Date']['output'];
  /** Last day to hand in. */
  readonly dueOn: Scalars['Date']['output'];
};

/** A mistake in what was sent. Nothing was written: mend all of them and send again. */
export type FollowUpMistake = {
  readonly __typename?: 'FollowUpMistake';
  /** Code of docs/follow-up-mistakes.md; stable. */
  readonly code: Scalars['String']['output'];
  /** Place in the input, such as events[2].amount; null for the whole. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** Record that it is about: id of a grant, a report, an event or a template. */
  readonly record?: Maybe<Scalars['String']['output']>;
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
  /** What to do. */
  readonly remedy: Scalars['String']['output'];
};


/** A mistake in what was sent. Nothing was written: mend all of them and send again. */
export type FollowUpMistakeMessageArgs = {
  language?: Language;
};


/** A mistake in what was sent. Nothing was written: mend all of them and send again. */
export type FollowUpMistakeRemedyArgs = {
  language?: Language;
};

/** What came of registering a grant. */
export type RegisterGrantResult = {
  readonly __typename?: 'RegisterGrantResult';
  /** The grant; null when there are mistakes. */
  readonly grant?: Maybe<Grant>;
  /** All of them; empty when it was done. */
  readonly mistakes: ReadonlyArray<FollowUpMistake>;
  /** Whether the same request was done before, and this is the answer of then. */
  readonly isReplay: Scalars['Boolean']['output'];
};

/** What came of recording events. */
export type RecordGrantEventsResult = {
  readonly __typename?: 'RecordGrantEventsResult';
  /** The grant as it is now; null when there are mistakes. */
  readonly grant?: Maybe<Grant>;
  /** Events that were recorded. */
  readonly events: ReadonlyArray<GrantEvent>;
  /** All of them; empty when it was done. */
  readonly mistakes: ReadonlyArray<FollowUpMistake>;
  /** Whether the same request was done before, and this is the answer of then. */
  readonly isReplay: Scalars['Boolean']['output'];
};

/** What came of a change of a report. */
export type FollowUpReportResult = {
  readonly __typename?: 'FollowUpReportResult';
  /** The report as it is now; null when there are mistakes. */
  readonly report?: Maybe<FollowUpReport>;
  /** All of them; empty when it was done. */
  readonly mistakes: ReadonlyArray<FollowUpMistake>;
  /** Whether the same request was done before, and this is the answer of then. */
  readonly isReplay: Scalars['Boolean']['output'];
};

/** What came of publishing a form. */
export type PublishReportTemplateResult = {
  readonly __typename?: 'PublishReportTemplateResult';
  /** The form; null when there are mistakes. */
  readonly template?: Maybe<ReportTemplate>;
  /** All of them; empty when it was done. */
  readonly mistakes: ReadonlyArray<FollowUpMistake>;
  /** Whether the same request was done before, and this is the answer of then. */
  readonly isReplay: Scalars['Boolean']['output'];
};

/** A grant that no data package tells of. */
export type RegisterGrantInput = {
  /** Kommun whose grant it is. */
  readonly municipality: Scalars['MunicipalityCode']['input'];
  /** Bidragsgivare. */
  readonly source: Scalars['ID']['input'];
  /** Bidragsprogram of the source. */
  readonly programme?: InputMaybe<Scalars['ID']['input']>;
  /** Name in words, 3 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Mottagare: an organisation of the municipality's. */
  readonly recipient: Scalars['ID']['input'];
  /** The initiative it is for, when it is for one alone. */
  readonly initiative?: InputMaybe<Scalars['ID']['input']>;
  /** Of the caller's own making, 8 to 100 characters: the same request with the same key is done once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** Events to record, all or none. */
export type RecordGrantEventsInput = {
  /** The grant. */
  readonly grant: Scalars['ID']['input'];
  /** Its funding source. */
  readonly source: Scalars['ID']['input'];
  /** `revision` of the grant as the caller last saw it. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** 1 to 100 events. Each takes its place in the grant's life by its day, also when it is told late; those of one day stand in the order given. They are judged together. */
  readonly events: ReadonlyArray<GrantEventInput>;
  /** Of the caller's own making, 8 to 100 characters: the same request with the same key is done once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** An event to record. */
export type GrantEventInput = {
  /** What happened. Each party records its own acts: docs/for-agencies.md and docs/for-municipalities.md have the lists. */
  readonly kind: GrantEventKind;
  /** The day, not in the future. */
  readonly date: Scalars['Date']['input'];
  /** Kronor, more than 0, where the kind of event has an amount. */
  readonly amount?: InputMaybe<Scalars['SEK']['input']>;
  /** Year that the money is for; without it that of the day. */
  readonly year?: InputMaybe<Scalars['Int']['input']>;
  /** Total cost of the whole in kronor: estimated in an application, accepted in an award, approved in an approval. A further award gives what the whole is to cost then. */
  readonly totalCost?: InputMaybe<Scalars['SEK']['input']>;
  /** Diarienummer at the organisation that acts. */
  readonly registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** In words, at most 2,000 characters; no names of persons. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Document that says so: id of a source document of the municipality's. */
  readonly document?: InputMaybe<Scalars['ID']['input']>;
  /** Place in the document. */
  readonly locator?: InputMaybe<Scalars['String']['input']>;
  /** Event that this one corrects: it must be the caller's own and of the same kind. */
  readonly corrects?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it takes the corrected event back, so that neither counts. */
  readonly isRetraction?: Scalars['Boolean']['input'];
};

/** A draft, new or changed. It may be incomplete; what is in it must be right. */
export type SaveFollowUpReportInput = {
  /** The report; null to begin one. */
  readonly report?: InputMaybe<Scalars['ID']['input']>;
  /** The grant. */
  readonly grant: Scalars['ID']['input'];
  /** Lägesrapport or slutredovisning. */
  readonly kind: FollowUpReportKind;
  /** First day that it covers; fixed once the report was handed in. */
  readonly periodStart: Scalars['Date']['input'];
  /** Last day that it covers; no other report of the grant and kind covers any of the days. */
  readonly periodEnd: Scalars['Date']['input'];
  /** `revision` of the report as the caller last saw it; 0 for a new one. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Innehåll: all of it, in the place of what was there. */
  readonly content: FollowUpContentInput;
  /** Of the caller's own making, 8 to 100 characters: the same request with the same key is done once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** A report to hand in: its draft is frozen as it is. */
export type SubmitFollowUpReportInput = {
  /** The report. */
  readonly report: Scalars['ID']['input'];
  /** `revision` of the report as the caller last saw it. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Of the caller's own making, 8 to 100 characters: the same request with the same key is done once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What is lacking in a report that was handed in. */
export type RequestSupplementInput = {
  /** The report. */
  readonly report: Scalars['ID']['input'];
  /** `revision` of the report as the caller last saw it. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** What is lacking, in words. */
  readonly message: Scalars['String']['input'];
  /** Fields that it is about. */
  readonly fields?: ReadonlyArray<Scalars['String']['input']>;
  /** Last day to answer. */
  readonly dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Of the caller's own making, 8 to 100 characters: the same request with the same key is done once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** Approval of a report that was handed in, which publishes it. */
export type ApproveFollowUpReportInput = {
  /** The report. */
  readonly report: Scalars['ID']['input'];
  /** `revision` of the report as the caller last saw it. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** In words. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** Godkänd kostnad in kronor, of a final report. */
  readonly approvedCost?: InputMaybe<Scalars['SEK']['input']>;
  /** Of the caller's own making, 8 to 100 characters: the same request with the same key is done once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** A form to publish, as a new version of the form of the same id. */
export type PublishReportTemplateInput = {
  /** Whose it is. */
  readonly source: Scalars['ID']['input'];
  /** Word of the source's own, such as lagesrapport: small letters, digits and hyphens. */
  readonly id: Scalars['ID']['input'];
  /** Version that is the latest now; 0 for a new form. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Bidragsprogram it is for; null for all of the source. */
  readonly programme?: InputMaybe<Scalars['ID']['input']>;
  /** Lägesrapport or slutredovisning. */
  readonly kind: FollowUpReportKind;
  /** Title. */
  readonly title: TextInput;
  /** Fields of its own, at most 100. */
  readonly fields?: ReadonlyArray<TemplateFieldInput>;
  /** Indicators, at most 100. */
  readonly indicators?: ReadonlyArray<TemplateIndicatorInput>;
  /** Last days. */
  readonly deadlines?: ReadonlyArray<TemplateDeadlineInput>;
  /** Of the caller's own making, 8 to 100 characters: the same request with the same key is done once. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** Text in Swedish, and in English where there is one. */
export type TextInput = {
  /** In Swedish. */
  readonly sv: Scalars['String']['input'];
  /** In English. */
  readonly en?: InputMaybe<Scalars['String']['input']>;
};

/** A field of a form. */
export type TemplateFieldInput = {
  /** Word that answers name it by: small letters, digits and hyphens. */
  readonly key: Scalars['String']['input'];
  /** Question. */
  readonly label: TextInput;
  /** Slag av svar. */
  readonly kind: TemplateFieldKind;
  /** Whether a report cannot be handed in without it. */
  readonly isRequired?: Scalars['Boolean']['input'];
  /** Unit of a NUMBER, in words. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** Of CODES: what may be chosen. */
  readonly codes?: ReadonlyArray<TemplateCodeInput>;
  /** Of CODES: whether several may be chosen. */
  readonly isMultiple?: Scalars['Boolean']['input'];
  /** Least value of a NUMBER. */
  readonly minimum?: InputMaybe<Scalars['Float']['input']>;
  /** Greatest value of a NUMBER. */
  readonly maximum?: InputMaybe<Scalars['Float']['input']>;
  /** Most characters of a TEXT; 5,000 without it. */
  readonly maximumLength?: InputMaybe<Scalars['Int']['input']>;
};

/** A choice of a field. */
export type TemplateCodeInput = {
  /** The code. */
  readonly code: Scalars['String']['input'];
  /** In words. */
  readonly label: TextInput;
};

/** An indicator of a form. */
export type TemplateIndicatorInput = {
  /** Word that results name it by: small letters, digits and hyphens. */
  readonly key: Scalars['String']['input'];
  /** In words. */
  readonly label: TextInput;
  /** Unit, in words. */
  readonly unit: Scalars['String']['input'];
  /** Whether a report cannot be handed in without it. */
  readonly isRequired?: Scalars['Boolean']['input'];
};

/** Last day to hand in the report of a period. */
export type TemplateDeadlineInput = {
  /** Last day of the period. */
  readonly periodEnd: Scalars['Date']['input'];
  /** Last day to hand in. */
  readonly dueOn: Scalars['Date']['input'];
};

/** Innehåll i en rapport. */
export type FollowUpContentInput = {
  /** Fördelning to initiatives and areas in the period: what another report of the grant tells of is not told again. All of them together are what was awarded at most. */
  readonly allocations?: ReadonlyArray<ReportedAllocationInput>;
  /** Upparbetade kostnader in the period. */
  readonly costs?: ReadonlyArray<ReportedCostInput>;
  /** Indicators: cumulative since the beginning of the grant. */
  readonly indicators?: ReadonlyArray<ReportedIndicatorInput>;
  /** Avvikelser. */
  readonly deviations?: ReadonlyArray<ReportedDeviationInput>;
  /** Prognos. */
  readonly forecast?: InputMaybe<ReportedForecastInput>;
  /** Medfinansiering in the period. */
  readonly coFinancing?: ReadonlyArray<ReportedCoFinancingInput>;
  /** Answers to the template's own fields. */
  readonly answers?: ReadonlyArray<ReportedAnswerInput>;
  /** Of a final report: what was spent. */
  readonly finalAccount?: InputMaybe<ReportedFinalAccountInput>;
};

/** Fördelning. */
export type ReportedAllocationInput = {
  /** Insats of the municipality's: its id begins with the municipality code. Whether there is one is not checked. */
  readonly initiative: Scalars['ID']['input'];
  /** Kronor of the grant, more than 0. */
  readonly amount: Scalars['SEK']['input'];
  /** Områden of the municipality's, each once; shares are 1 together at most. */
  readonly areas?: ReadonlyArray<ReportedAreaShareInput>;
};

/** An area's part. */
export type ReportedAreaShareInput = {
  /** Område of the municipality's: its id begins with the municipality code. Whether there is one is not checked. */
  readonly area: Scalars['ID']['input'];
  /** More than 0, at most 1, with at most six decimals. */
  readonly share: Scalars['Float']['input'];
};

/** Upparbetad kostnad. */
export type ReportedCostInput = {
  /** Kostnadsslag in words. */
  readonly category: Scalars['String']['input'];
  /** Insats it is for. */
  readonly initiative?: InputMaybe<Scalars['ID']['input']>;
  /** Kronor; less than 0 where a cost of before is taken back. */
  readonly amount: Scalars['SEK']['input'];
};

/** Indicator result. */
export type ReportedIndicatorInput = {
  /** Key of the indicator, as the template names it. */
  readonly indicator: Scalars['String']['input'];
  /** Series that it is counted in. */
  readonly series?: Scalars['String']['input'];
  /** Insats it is of. */
  readonly initiative?: InputMaybe<Scalars['ID']['input']>;
  /** Value so far, 0 or more. */
  readonly value: Scalars['Float']['input'];
  /** Why it is lower than in the report of the period before; without it that is a mistake. */
  readonly correction?: InputMaybe<Scalars['String']['input']>;
};

/** Avvikelse. */
export type ReportedDeviationInput = {
  /** What it is of. */
  readonly kind: DeviationKind;
  /** What happened. */
  readonly description: Scalars['String']['input'];
  /** What follows from it. */
  readonly effect?: InputMaybe<Scalars['String']['input']>;
};

/** Prognos. */
export type ReportedForecastInput = {
  /** What the grant will have been used to, in kronor. */
  readonly total?: InputMaybe<Scalars['SEK']['input']>;
  /** Whether all of it will be used. */
  readonly willBeUsed?: InputMaybe<Scalars['Boolean']['input']>;
  /** In words. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Medfinansiering. */
export type ReportedCoFinancingInput = {
  /** Who pays; null when it is the municipality's own means. */
  readonly organisation?: InputMaybe<Scalars['ID']['input']>;
  /** Kronor, more than 0. */
  readonly amount: Scalars['SEK']['input'];
};

/** Answer to a field of the template: exactly one of the values, by the field's kind. */
export type ReportedAnswerInput = {
  /** Key of the field. */
  readonly field: Scalars['String']['input'];
  /** Of TEXT. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Of NUMBER and SHARE. */
  readonly number?: InputMaybe<Scalars['Float']['input']>;
  /** Of MONEY, in kronor. */
  readonly money?: InputMaybe<Scalars['SEK']['input']>;
  /** Of DATE. */
  readonly date?: InputMaybe<Scalars['Date']['input']>;
  /** Of BOOLEAN. */
  readonly isTrue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of CODES. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Slutredovisning in figures. */
export type ReportedFinalAccountInput = {
  /** Förbrukat of the grant, in kronor: what was awarded at most, and what was disbursed once the balance is paid. */
  readonly spent: Scalars['SEK']['input'];
  /** Faktisk kostnad of everything, in kronor. */
  readonly totalCost: Scalars['SEK']['input'];
};

/** A page of reports. */
export type FollowUpReportConnection = {
  readonly __typename?: 'FollowUpReportConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<FollowUpReportEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<FollowUpReport>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A report and its cursor. */
export type FollowUpReportEdge = {
  readonly __typename?: 'FollowUpReportEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The report. */
  readonly node: FollowUpReport;
};

/** Uppföljning: a source's grants with what is known of them since. Amounts are STATED or DERIVED; nothing is inferred or modelled. */
export type FundingFollowUp = {
  readonly __typename?: 'FundingFollowUp';
  /** Bidragsgivare. */
  readonly source: FundingSource;
  /** The grants' amounts added up by kind and year of the amount, each grant once. */
  readonly totals: ReadonlyArray<FollowUpTotal>;
  /** Grants by municipality and id. */
  readonly grants: FollowUpGrantConnection;
};


/** Uppföljning: a source's grants with what is known of them since. Amounts are STATED or DERIVED; nothing is inferred or modelled. */
export type FundingFollowUpGrantsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Sum over grants of one kind of amount. AWARDED and DISBURSED cover every grant, other kinds those that have such an event. */
export type FollowUpTotal = {
  readonly __typename?: 'FollowUpTotal';
  /** Slag av belopp. */
  readonly kind: AmountKind;
  /** År of the amount; null when it is not known. */
  readonly year?: Maybe<Scalars['Int']['output']>;
  /** How the year is known: as the least sure of the amounts' years. Null when it is not known. */
  readonly yearCertainty?: Maybe<Certainty>;
  /** Kronor, exact; null when no grant states it. */
  readonly value?: Maybe<Scalars['SEK']['output']>;
  /** Grants that it covers. */
  readonly recordCount: Scalars['Int']['output'];
  /** Grants of them of which no such amount is STATED or DERIVED, or not all of it. */
  readonly missingCount: Scalars['Int']['output'];
  /** STATED, or DERIVED when several are added; null when there is no amount. */
  readonly certainty?: Maybe<Certainty>;
  /** APPROXIMATE when any amount is; null when there is none. */
  readonly precision?: Maybe<Precision>;
};

/** A page of grants under follow-up. */
export type FollowUpGrantConnection = {
  readonly __typename?: 'FollowUpGrantConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<FollowUpGrantEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<FollowUpGrant>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A grant under follow-up and its cursor. */
export type FollowUpGrantEdge = {
  readonly __typename?: 'FollowUpGrantEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The grant. */
  readonly node: FollowUpGrant;
};

/** A grant with its life, its money, its reports and what it went to. */
export type FollowUpGrant = {
  readonly __typename?: 'FollowUpGrant';
  /** The grant itself, with its events. */
  readonly grant: Grant;
  /** Sums of STATED and DERIVED amounts. */
  readonly sums: GrantSums;
  /** Beräknad totalkostnad of what the grant is for: of its award or application, else of the one initiative that it is for alone. */
  readonly estimatedTotal?: Maybe<Amount>;
  /** Medfinansiering, DERIVED: total cost less the award; null when one of them is not known. */
  readonly coFinancing?: Maybe<Amount>;
  /** Whether anything is known of disbursements. */
  readonly isDisbursementKnown: Scalars['Boolean']['output'];
  /** Insatser that the grant goes to, with what is known of its part. Rows of different traces (by) tell of the same money and are not added to each other. */
  readonly initiatives: ReadonlyArray<FollowUpInitiative>;
  /** Områden as reports state them, added up: as they were approved, and with includeUnpublished as they were handed in last. A draft states nothing. */
  readonly areas: ReadonlyArray<FollowUpArea>;
  /** Rapporter; unpublished ones, drafts among them, only with includeUnpublished. */
  readonly reports: ReadonlyArray<FollowUpReport>;
  /** Upparbetade kostnader that the reports state, added up, without drafts. A municipality that reports them need not record them as events too, so they are not in sums.incurred; where both are there they may be of the same costs, and are not added to each other. */
  readonly reportedCosts?: Maybe<Amount>;
};

/** What of a grant an initiative has. */
export type FollowUpInitiative = {
  readonly __typename?: 'FollowUpInitiative';
  /** Insats, with its targets, results and areas. */
  readonly initiative?: Maybe<Initiative>;
  /** How the grant gets there. */
  readonly by: FollowUpTrace;
  /** The pot that it goes by way of. */
  readonly pot?: Maybe<Pot>;
  /** Fördelning to the initiative. */
  readonly allocation?: Maybe<Allocation>;
  /** Kronor of the allocation, from every source of it. */
  readonly allocated?: Maybe<Amount>;
  /** What of it is this grant's source's: the award when the grant is for the initiative alone. Null when it is not known. */
  readonly share?: Maybe<Amount>;
  /** STATED where a document or a report states the source's part, DERIVED where it follows from what is stated (a share of an amount, several reports, money that has one source alone), else UNKNOWN. */
  readonly shareCertainty: Certainty;
};

/** How a grant reaches an initiative. */
export type FollowUpTrace =
  /** The grant is for the initiative alone. */
  | 'GRANT'
  /** The grant is allocated to it. */
  | 'ALLOCATION'
  /** The grant is part of a pot that is allocated to it. */
  | 'POT'
  /** A report says so. */
  | 'REPORT';

/** What of a grant reached an area, as reports state it. */
export type FollowUpArea = {
  readonly __typename?: 'FollowUpArea';
  /** Område. */
  readonly area?: Maybe<Area>;
  /** Kronor, DERIVED from reported shares. */
  readonly amount: Amount;
  /** Insatser that it came by. */
  readonly initiatives?: Maybe<ReadonlyArray<Initiative>>;
};

/** Which reports. Fields are joined by AND, values within a field by OR. */
export type FollowUpReportFilter = {
  /** Municipality codes. */
  readonly municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  /** Finansieringskälla. */
  readonly source?: InputMaybe<Scalars['ID']['input']>;
  /** Bidrag. */
  readonly grants?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Slag. */
  readonly kinds?: InputMaybe<ReadonlyArray<FollowUpReportKind>>;
  /** Lägen. */
  readonly states?: InputMaybe<ReadonlyArray<FollowUpReportState>>;
  /** Years that the period touches. */
  readonly years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** Logg: every write and every read of what is not published. Each entry holds the hash of the one before. */
export type AuditEntry = {
  readonly __typename?: 'AuditEntry';
  /** Municipality that the data is of; 0000 for what is of none. Each has a chain of its own. */
  readonly municipality: Scalars['String']['output'];
  /** 1 for the chain's first entry. */
  readonly position: Scalars['Int']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Municipality code, funding source or hub, as the token says. */
  readonly owner: Scalars['String']['output'];
  /** Roles of the token. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  /** Client of the token. */
  readonly client: Scalars['String']['output'];
  /** What was done, such as submitFollowUpReport or readFollowUpReports. */
  readonly action: Scalars['String']['output'];
  /** Record that it was done to. */
  readonly record?: Maybe<Scalars['String']['output']>;
  /** How many records, of a read. */
  readonly recordCount: Scalars['Int']['output'];
  /** Request that it belongs to. */
  readonly requestId?: Maybe<Scalars['String']['output']>;
  /** Hash of the entry before in the chain; of zeros for the first. */
  readonly previousHash: Scalars['String']['output'];
  /** SHA-256 of this entry with the hash before, in hexadecimal. */
  readonly hash: Scalars['String']['output'];
};

/** A page of the log. */
export type AuditConnection = {
  readonly __typename?: 'AuditConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<AuditEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<AuditEntry>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An entry of the log and its cursor. */
export type AuditEdge = {
  readonly __typename?: 'AuditEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEntry;
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

export type Area = {
  readonly __typename?: 'Area';
  readonly id: Scalars['ID']['output'];
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
  /** Uppföljning of a source's grants; null when there is no such source. */
  readonly fundingFollowUp?: Maybe<FundingFollowUp>;
  /** Rapporter by municipality, period and id. */
  readonly followUpReports?: Maybe<FollowUpReportConnection>;
  /** One report; null when there is none with the id that the caller may see. */
  readonly followUpReport?: Maybe<FollowUpReport>;
  /** Formulär by source and id, the latest version of each. */
  readonly reportTemplates?: Maybe<ReadonlyArray<ReportTemplate>>;
  /** One form; null when there is none. */
  readonly reportTemplate?: Maybe<ReportTemplate>;
  /** Logg, the oldest first. */
  readonly auditLog?: Maybe<AuditConnection>;
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


export type QueryFundingFollowUpArgs = {
  source: Scalars['ID']['input'];
  programme?: InputMaybe<Scalars['ID']['input']>;
  years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  includeUnpublished?: Scalars['Boolean']['input'];
};


export type QueryFollowUpReportsArgs = {
  filter?: InputMaybe<FollowUpReportFilter>;
  includeUnpublished?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFollowUpReportArgs = {
  id: Scalars['ID']['input'];
  includeUnpublished?: Scalars['Boolean']['input'];
};


export type QueryReportTemplatesArgs = {
  source?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReportTemplateArgs = {
  source: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAuditLogArgs = {
  municipality?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Registers a grant that no data package tells of, as a source or a municipality that applies. */
  readonly registerGrant?: Maybe<RegisterGrantResult>;
  /** Records what happened to a grant: events of the caller's own, all or none. */
  readonly recordGrantEvents?: Maybe<RecordGrantEventsResult>;
  /** Begins or changes a report; only drafts and reports of which a supplement is requested can be changed. */
  readonly saveFollowUpReport?: Maybe<FollowUpReportResult>;
  /** Hands in a report: freezes its draft as a version, and records the event. */
  readonly submitFollowUpReport?: Maybe<FollowUpReportResult>;
  /** Asks for more before a report can be approved. */
  readonly requestSupplement?: Maybe<FollowUpReportResult>;
  /** Approves a report and publishes it. */
  readonly approveFollowUpReport?: Maybe<FollowUpReportResult>;
  /** Publishes a form, or its next version. */
  readonly publishReportTemplate?: Maybe<PublishReportTemplateResult>;
};


export type MutationRegisterGrantArgs = {
  input: RegisterGrantInput;
};


export type MutationRecordGrantEventsArgs = {
  input: RecordGrantEventsInput;
};


export type MutationSaveFollowUpReportArgs = {
  input: SaveFollowUpReportInput;
};


export type MutationSubmitFollowUpReportArgs = {
  input: SubmitFollowUpReportInput;
};


export type MutationRequestSupplementArgs = {
  input: RequestSupplementInput;
};


export type MutationApproveFollowUpReportArgs = {
  input: ApproveFollowUpReportInput;
};


export type MutationPublishReportTemplateArgs = {
  input: PublishReportTemplateInput;
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
  /** Medfinansiering: what others than the source of a grant pay of the cost. */
  | 'CO_FINANCING'
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
  FollowUpReport: FollowUpReport;
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
  FollowUpReport:
    ( { __typename: 'FollowUpReport' }
    & GraphQLRecursivePick<FederationTypes['FollowUpReport'], {"id":true,"isWhole":true}> );
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
  GrantEventOrigin: GrantEventOrigin;
  GrantSums: ResolverTypeWrapper<GrantSumsValue>;
  Pot: ResolverTypeWrapper<PotRow>;
  AllocationSum: ResolverTypeWrapper<AllocationSumRow>;
  StatedPotFigures: ResolverTypeWrapper<Omit<StatedPotFigures, 'allocated' | 'unallocated'> & { allocated?: Maybe<ResolversTypes['Amount']>, unallocated?: Maybe<ResolversTypes['Amount']> }>;
  PotContribution: ResolverTypeWrapper<PotContributionRow>;
  Allocation: ResolverTypeWrapper<AllocationRow>;
  SourceShare: ResolverTypeWrapper<ShareValue>;
  FollowUpReport: ResolverTypeWrapper<FollowUpReportRow>;
  FollowUpReportKind: FollowUpReportKind;
  FollowUpReportState: FollowUpReportState;
  FollowUpReportVersion: ResolverTypeWrapper<VersionRow>;
  FollowUpReview: ResolverTypeWrapper<ReviewRow>;
  FollowUpReviewKind: FollowUpReviewKind;
  FollowUpContent: ResolverTypeWrapper<Omit<FollowUpContent, 'allocations' | 'costs' | 'indicators' | 'forecast' | 'coFinancing' | 'finalAccount'> & { allocations: Array<ResolversTypes['ReportedAllocation']>, costs: Array<ResolversTypes['ReportedCost']>, indicators: Array<ResolversTypes['ReportedIndicator']>, forecast?: Maybe<ResolversTypes['ReportedForecast']>, coFinancing: Array<ResolversTypes['ReportedCoFinancing']>, finalAccount?: Maybe<ResolversTypes['ReportedFinalAccount']> }>;
  ReportedAllocation: ResolverTypeWrapper<Omit<ReportedAllocation, 'initiative' | 'amount' | 'areas'> & { initiative?: Maybe<ResolversTypes['Initiative']>, amount: ResolversTypes['Amount'], areas: Array<ResolversTypes['ReportedAreaShare']> }>;
  ReportedAreaShare: ResolverTypeWrapper<Omit<ReportedAreaShare, 'amount'> & { amount: ResolversTypes['Amount'] }>;
  ReportedCost: ResolverTypeWrapper<Omit<ReportedCost, 'initiative' | 'amount'> & { initiative?: Maybe<ResolversTypes['Initiative']>, amount: ResolversTypes['Amount'] }>;
  ReportedIndicator: ResolverTypeWrapper<Omit<ReportedIndicator, 'initiative'> & { initiative?: Maybe<ResolversTypes['Initiative']> }>;
  ReportedDeviation: ResolverTypeWrapper<ReportedDeviation>;
  DeviationKind: DeviationKind;
  ReportedForecast: ResolverTypeWrapper<Omit<ReportedForecast, 'total'> & { total?: Maybe<ResolversTypes['Amount']> }>;
  ReportedCoFinancing: ResolverTypeWrapper<Omit<ReportedCoFinancing, 'organisation' | 'amount'> & { organisation?: Maybe<ResolversTypes['Organisation']>, amount: ResolversTypes['Amount'] }>;
  ReportedAnswer: ResolverTypeWrapper<ReportedAnswer>;
  ReportedFinalAccount: ResolverTypeWrapper<Omit<ReportedFinalAccount, 'spent' | 'totalCost'> & { spent: ResolversTypes['Amount'], totalCost: ResolversTypes['Amount'] }>;
  ReportTemplate: ResolverTypeWrapper<ReportTemplateRow>;
  TemplateField: ResolverTypeWrapper<Omit<TemplateField, 'label' | 'codes'> & { label: ResolversTypes['Text'], codes: Array<ResolversTypes['TemplateCode']> }>;
  TemplateFieldKind: TemplateFieldKind;
  TemplateCode: ResolverTypeWrapper<Omit<TemplateCode, 'label'> & { label: ResolversTypes['Text'] }>;
  TemplateIndicator: ResolverTypeWrapper<Omit<TemplateIndicator, 'label'> & { label: ResolversTypes['Text'] }>;
  TemplateDeadline: ResolverTypeWrapper<TemplateDeadline>;
  FollowUpMistake: ResolverTypeWrapper<Mistake>;
  RegisterGrantResult: ResolverTypeWrapper<Omit<RegisterGrantResult, 'grant' | 'mistakes'> & { grant?: Maybe<ResolversTypes['Grant']>, mistakes: Array<ResolversTypes['FollowUpMistake']> }>;
  RecordGrantEventsResult: ResolverTypeWrapper<Omit<RecordGrantEventsResult, 'grant' | 'events' | 'mistakes'> & { grant?: Maybe<ResolversTypes['Grant']>, events: Array<ResolversTypes['GrantEvent']>, mistakes: Array<ResolversTypes['FollowUpMistake']> }>;
  FollowUpReportResult: ResolverTypeWrapper<Omit<FollowUpReportResult, 'report' | 'mistakes'> & { report?: Maybe<ResolversTypes['FollowUpReport']>, mistakes: Array<ResolversTypes['FollowUpMistake']> }>;
  PublishReportTemplateResult: ResolverTypeWrapper<Omit<PublishReportTemplateResult, 'template' | 'mistakes'> & { template?: Maybe<ResolversTypes['ReportTemplate']>, mistakes: Array<ResolversTypes['FollowUpMistake']> }>;
  RegisterGrantInput: RegisterGrantInput;
  RecordGrantEventsInput: RecordGrantEventsInput;
  GrantEventInput: GrantEventInput;
  SaveFollowUpReportInput: SaveFollowUpReportInput;
  SubmitFollowUpReportInput: SubmitFollowUpReportInput;
  RequestSupplementInput: RequestSupplementInput;
  ApproveFollowUpReportInput: ApproveFollowUpReportInput;
  PublishReportTemplateInput: PublishReportTemplateInput;
  TextInput: TextInput;
  TemplateFieldInput: TemplateFieldInput;
  TemplateCodeInput: TemplateCodeInput;
  TemplateIndicatorInput: TemplateIndicatorInput;
  TemplateDeadlineInput: TemplateDeadlineInput;
  FollowUpContentInput: FollowUpContentInput;
  ReportedAllocationInput: ReportedAllocationInput;
  ReportedAreaShareInput: ReportedAreaShareInput;
  ReportedCostInput: ReportedCostInput;
  ReportedIndicatorInput: ReportedIndicatorInput;
  ReportedDeviationInput: ReportedDeviationInput;
  ReportedForecastInput: ReportedForecastInput;
  ReportedCoFinancingInput: ReportedCoFinancingInput;
  ReportedAnswerInput: ReportedAnswerInput;
  ReportedFinalAccountInput: ReportedFinalAccountInput;
  FollowUpReportConnection: ResolverTypeWrapper<Connection<FollowUpReportRow>>;
  FollowUpReportEdge: ResolverTypeWrapper<Omit<FollowUpReportEdge, 'node'> & { node: ResolversTypes['FollowUpReport'] }>;
  FundingFollowUp: ResolverTypeWrapper<FundingFollowUpValue>;
  FollowUpTotal: ResolverTypeWrapper<FollowUpTotal>;
  FollowUpGrantConnection: ResolverTypeWrapper<Connection<FollowUpGrantValue>>;
  FollowUpGrantEdge: ResolverTypeWrapper<Omit<FollowUpGrantEdge, 'node'> & { node: ResolversTypes['FollowUpGrant'] }>;
  FollowUpGrant: ResolverTypeWrapper<FollowUpGrantValue>;
  FollowUpInitiative: ResolverTypeWrapper<FollowUpInitiativeValue>;
  FollowUpTrace: FollowUpTrace;
  FollowUpArea: ResolverTypeWrapper<FollowUpAreaValue>;
  FollowUpReportFilter: FollowUpReportFilter;
  AuditEntry: ResolverTypeWrapper<AuditEntryRow>;
  AuditConnection: ResolverTypeWrapper<Connection<AuditEntryRow>>;
  AuditEdge: ResolverTypeWrapper<Omit<AuditEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  GrantConnection: ResolverTypeWrapper<Connection<GrantRow>>;
  GrantEdge: ResolverTypeWrapper<Omit<GrantEdge, 'node'> & { node: ResolversTypes['Grant'] }>;
  AllocationConnection: ResolverTypeWrapper<Connection<AllocationRow>>;
  AllocationEdge: ResolverTypeWrapper<Omit<AllocationEdge, 'node'> & { node: ResolversTypes['Allocation'] }>;
  GrantFilter: GrantFilter;
  AllocationFilter: AllocationFilter;
  Municipality: ResolverTypeWrapper<Omit<Municipality, 'pots' | 'grants'> & { pots?: Maybe<Array<ResolversTypes['Pot']>>, grants?: Maybe<ResolversTypes['GrantConnection']> }>;
  Initiative: ResolverTypeWrapper<Omit<Initiative, 'allocations' | 'grants' | 'amounts' | 'allocationSums'> & { allocations?: Maybe<Array<ResolversTypes['Allocation']>>, grants?: Maybe<Array<ResolversTypes['Grant']>>, amounts?: Maybe<Array<ResolversTypes['Amount']>>, allocationSums?: Maybe<Array<ResolversTypes['AllocationSum']>> }>;
  Area: ResolverTypeWrapper<Area>;
  Organisation: ResolverTypeWrapper<Omit<Organisation, 'grantsReceived' | 'allocations'> & { grantsReceived?: Maybe<ResolversTypes['GrantConnection']>, allocations?: Maybe<ResolversTypes['AllocationConnection']> }>;
  SourceDocument: ResolverTypeWrapper<SourceDocument>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SEK: ResolverTypeWrapper<Scalars['SEK']['output']>;
  MunicipalityCode: ResolverTypeWrapper<Scalars['MunicipalityCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
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
  GrantSums: GrantSumsValue;
  Pot: PotRow;
  AllocationSum: AllocationSumRow;
  StatedPotFigures: Omit<StatedPotFigures, 'allocated' | 'unallocated'> & { allocated?: Maybe<ResolversParentTypes['Amount']>, unallocated?: Maybe<ResolversParentTypes['Amount']> };
  PotContribution: PotContributionRow;
  Allocation: AllocationRow;
  SourceShare: ShareValue;
  FollowUpReport: FollowUpReportRow;
  FollowUpReportVersion: VersionRow;
  FollowUpReview: ReviewRow;
  FollowUpContent: Omit<FollowUpContent, 'allocations' | 'costs' | 'indicators' | 'forecast' | 'coFinancing' | 'finalAccount'> & { allocations: Array<ResolversParentTypes['ReportedAllocation']>, costs: Array<ResolversParentTypes['ReportedCost']>, indicators: Array<ResolversParentTypes['ReportedIndicator']>, forecast?: Maybe<ResolversParentTypes['ReportedForecast']>, coFinancing: Array<ResolversParentTypes['ReportedCoFinancing']>, finalAccount?: Maybe<ResolversParentTypes['ReportedFinalAccount']> };
  ReportedAllocation: Omit<ReportedAllocation, 'initiative' | 'amount' | 'areas'> & { initiative?: Maybe<ResolversParentTypes['Initiative']>, amount: ResolversParentTypes['Amount'], areas: Array<ResolversParentTypes['ReportedAreaShare']> };
  ReportedAreaShare: Omit<ReportedAreaShare, 'amount'> & { amount: ResolversParentTypes['Amount'] };
  ReportedCost: Omit<ReportedCost, 'initiative' | 'amount'> & { initiative?: Maybe<ResolversParentTypes['Initiative']>, amount: ResolversParentTypes['Amount'] };
  ReportedIndicator: Omit<ReportedIndicator, 'initiative'> & { initiative?: Maybe<ResolversParentTypes['Initiative']> };
  ReportedDeviation: ReportedDeviation;
  ReportedForecast: Omit<ReportedForecast, 'total'> & { total?: Maybe<ResolversParentTypes['Amount']> };
  ReportedCoFinancing: Omit<ReportedCoFinancing, 'organisation' | 'amount'> & { organisation?: Maybe<ResolversParentTypes['Organisation']>, amount: ResolversParentTypes['Amount'] };
  ReportedAnswer: ReportedAnswer;
  ReportedFinalAccount: Omit<ReportedFinalAccount, 'spent' | 'totalCost'> & { spent: ResolversParentTypes['Amount'], totalCost: ResolversParentTypes['Amount'] };
  ReportTemplate: ReportTemplateRow;
  TemplateField: Omit<TemplateField, 'label' | 'codes'> & { label: ResolversParentTypes['Text'], codes: Array<ResolversParentTypes['TemplateCode']> };
  TemplateCode: Omit<TemplateCode, 'label'> & { label: ResolversParentTypes['Text'] };
  TemplateIndicator: Omit<TemplateIndicator, 'label'> & { label: ResolversParentTypes['Text'] };
  TemplateDeadline: TemplateDeadline;
  FollowUpMistake: Mistake;
  RegisterGrantResult: Omit<RegisterGrantResult, 'grant' | 'mistakes'> & { grant?: Maybe<ResolversParentTypes['Grant']>, mistakes: Array<ResolversParentTypes['FollowUpMistake']> };
  RecordGrantEventsResult: Omit<RecordGrantEventsResult, 'grant' | 'events' | 'mistakes'> & { grant?: Maybe<ResolversParentTypes['Grant']>, events: Array<ResolversParentTypes['GrantEvent']>, mistakes: Array<ResolversParentTypes['FollowUpMistake']> };
  FollowUpReportResult: Omit<FollowUpReportResult, 'report' | 'mistakes'> & { report?: Maybe<ResolversParentTypes['FollowUpReport']>, mistakes: Array<ResolversParentTypes['FollowUpMistake']> };
  PublishReportTemplateResult: Omit<PublishReportTemplateResult, 'template' | 'mistakes'> & { template?: Maybe<ResolversParentTypes['ReportTemplate']>, mistakes: Array<ResolversParentTypes['FollowUpMistake']> };
  RegisterGrantInput: RegisterGrantInput;
  RecordGrantEventsInput: RecordGrantEventsInput;
  GrantEventInput: GrantEventInput;
  SaveFollowUpReportInput: SaveFollowUpReportInput;
  SubmitFollowUpReportInput: SubmitFollowUpReportInput;
  RequestSupplementInput: RequestSupplementInput;
  ApproveFollowUpReportInput: ApproveFollowUpReportInput;
  PublishReportTemplateInput: PublishReportTemplateInput;
  TextInput: TextInput;
  TemplateFieldInput: TemplateFieldInput;
  TemplateCodeInput: TemplateCodeInput;
  TemplateIndicatorInput: TemplateIndicatorInput;
  TemplateDeadlineInput: TemplateDeadlineInput;
  FollowUpContentInput: FollowUpContentInput;
  ReportedAllocationInput: ReportedAllocationInput;
  ReportedAreaShareInput: ReportedAreaShareInput;
  ReportedCostInput: ReportedCostInput;
  ReportedIndicatorInput: ReportedIndicatorInput;
  ReportedDeviationInput: ReportedDeviationInput;
  ReportedForecastInput: ReportedForecastInput;
  ReportedCoFinancingInput: ReportedCoFinancingInput;
  ReportedAnswerInput: ReportedAnswerInput;
  ReportedFinalAccountInput: ReportedFinalAccountInput;
  FollowUpReportConnection: Connection<FollowUpReportRow>;
  FollowUpReportEdge: Omit<FollowUpReportEdge, 'node'> & { node: ResolversParentTypes['FollowUpReport'] };
  FundingFollowUp: FundingFollowUpValue;
  FollowUpTotal: FollowUpTotal;
  FollowUpGrantConnection: Connection<FollowUpGrantValue>;
  FollowUpGrantEdge: Omit<FollowUpGrantEdge, 'node'> & { node: ResolversParentTypes['FollowUpGrant'] };
  FollowUpGrant: FollowUpGrantValue;
  FollowUpInitiative: FollowUpInitiativeValue;
  FollowUpArea: FollowUpAreaValue;
  FollowUpReportFilter: FollowUpReportFilter;
  AuditEntry: AuditEntryRow;
  AuditConnection: Connection<AuditEntryRow>;
  AuditEdge: Omit<AuditEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  GrantConnection: Connection<GrantRow>;
  GrantEdge: Omit<GrantEdge, 'node'> & { node: ResolversParentTypes['Grant'] };
  AllocationConnection: Connection<AllocationRow>;
  AllocationEdge: Omit<AllocationEdge, 'node'> & { node: ResolversParentTypes['Allocation'] };
  GrantFilter: GrantFilter;
  AllocationFilter: AllocationFilter;
  Municipality: Omit<Municipality, 'pots' | 'grants'> & { pots?: Maybe<Array<ResolversParentTypes['Pot']>>, grants?: Maybe<ResolversParentTypes['GrantConnection']> } | FederationReferenceTypes['Municipality'];
  Initiative: Omit<Initiative, 'allocations' | 'grants' | 'amounts' | 'allocationSums'> & { allocations?: Maybe<Array<ResolversParentTypes['Allocation']>>, grants?: Maybe<Array<ResolversParentTypes['Grant']>>, amounts?: Maybe<Array<ResolversParentTypes['Amount']>>, allocationSums?: Maybe<Array<ResolversParentTypes['AllocationSum']>> } | FederationReferenceTypes['Initiative'];
  Area: Area;
  Organisation: Omit<Organisation, 'grantsReceived' | 'allocations'> & { grantsReceived?: Maybe<ResolversParentTypes['GrantConnection']>, allocations?: Maybe<ResolversParentTypes['AllocationConnection']> } | FederationReferenceTypes['Organisation'];
  SourceDocument: SourceDocument;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  SEK: Scalars['SEK']['output'];
  MunicipalityCode: Scalars['MunicipalityCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
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

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = FundingContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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

export type AccessDirectiveArgs = {
  when?: Maybe<Scalars['String']['input']>;
  reporter?: Maybe<Scalars['String']['input']>;
  reader?: Maybe<Scalars['String']['input']>;
  reviewer?: Maybe<Scalars['String']['input']>;
  operator?: Scalars['Boolean']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = FundingContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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
  events?: Resolver<Array<ResolversTypes['GrantEvent']>, ParentType, ContextType, RequireFields<GrantEventsArgs, 'includeCorrected'>>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sums?: Resolver<ResolversTypes['GrantSums'], ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['FollowUpReport']>, ParentType, ContextType>;
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
  totalCost?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  registrationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['GrantEventOrigin'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  corrects?: Resolver<Maybe<ResolversTypes['GrantEvent']>, ParentType, ContextType>;
  correctedBy?: Resolver<Maybe<ResolversTypes['GrantEvent']>, ParentType, ContextType>;
  isRetraction?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['FollowUpReport']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
};

export type GrantSumsResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['GrantSums'] = ResolversParentTypes['GrantSums']> = {
  applied?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  awarded?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  requested?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  disbursed?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  allocated?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  incurred?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  accounted?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  reclaimed?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  repaid?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  unspent?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
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

export type FollowUpReportResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpReport'] = ResolversParentTypes['FollowUpReport'], FederationReferenceType extends FederationReferenceTypes['FollowUpReport'] = FederationReferenceTypes['FollowUpReport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FollowUpReport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['FundingSource'], ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FollowUpReportKind'], ParentType, ContextType>;
  periodStart?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  periodEnd?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  template?: Resolver<Maybe<ResolversTypes['ReportTemplate']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FollowUpReportState'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['FollowUpContent']>, ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['FollowUpReportVersion']>, ParentType, ContextType>;
  reviews?: Resolver<Array<ResolversTypes['FollowUpReview']>, ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FollowUpReportVersionResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpReportVersion'] = ResolversParentTypes['FollowUpReportVersion']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  submittedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  canonicalContent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['FollowUpContent'], ParentType, ContextType>;
};

export type FollowUpReviewResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpReview'] = ResolversParentTypes['FollowUpReview']> = {
  kind?: Resolver<ResolversTypes['FollowUpReviewKind'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  approvedCost?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FollowUpContentResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpContent'] = ResolversParentTypes['FollowUpContent']> = {
  allocations?: Resolver<Array<ResolversTypes['ReportedAllocation']>, ParentType, ContextType>;
  costs?: Resolver<Array<ResolversTypes['ReportedCost']>, ParentType, ContextType>;
  indicators?: Resolver<Array<ResolversTypes['ReportedIndicator']>, ParentType, ContextType>;
  deviations?: Resolver<Array<ResolversTypes['ReportedDeviation']>, ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['ReportedForecast']>, ParentType, ContextType>;
  coFinancing?: Resolver<Array<ResolversTypes['ReportedCoFinancing']>, ParentType, ContextType>;
  answers?: Resolver<Array<ResolversTypes['ReportedAnswer']>, ParentType, ContextType>;
  finalAccount?: Resolver<Maybe<ResolversTypes['ReportedFinalAccount']>, ParentType, ContextType>;
};

export type ReportedAllocationResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedAllocation'] = ResolversParentTypes['ReportedAllocation']> = {
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
  areas?: Resolver<Array<ResolversTypes['ReportedAreaShare']>, ParentType, ContextType>;
};

export type ReportedAreaShareResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedAreaShare'] = ResolversParentTypes['ReportedAreaShare']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
};

export type ReportedCostResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedCost'] = ResolversParentTypes['ReportedCost']> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
};

export type ReportedIndicatorResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedIndicator'] = ResolversParentTypes['ReportedIndicator']> = {
  indicator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  series?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReportedDeviationResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedDeviation'] = ResolversParentTypes['ReportedDeviation']> = {
  kind?: Resolver<ResolversTypes['DeviationKind'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReportedForecastResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedForecast'] = ResolversParentTypes['ReportedForecast']> = {
  total?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  willBeUsed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReportedCoFinancingResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedCoFinancing'] = ResolversParentTypes['ReportedCoFinancing']> = {
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
};

export type ReportedAnswerResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedAnswer'] = ResolversParentTypes['ReportedAnswer']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  money?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  isTrue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  codes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ReportedFinalAccountResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportedFinalAccount'] = ResolversParentTypes['ReportedFinalAccount']> = {
  spent?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
  totalCost?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
};

export type ReportTemplateResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['ReportTemplate'] = ResolversParentTypes['ReportTemplate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['FundingSource'], ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['FundingProgramme']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FollowUpReportKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['TemplateField']>, ParentType, ContextType>;
  indicators?: Resolver<Array<ResolversTypes['TemplateIndicator']>, ParentType, ContextType>;
  deadlines?: Resolver<Array<ResolversTypes['TemplateDeadline']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TemplateFieldResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['TemplateField'] = ResolversParentTypes['TemplateField']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TemplateFieldKind'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codes?: Resolver<Array<ResolversTypes['TemplateCode']>, ParentType, ContextType>;
  isMultiple?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maximumLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TemplateCodeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['TemplateCode'] = ResolversParentTypes['TemplateCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
};

export type TemplateIndicatorResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['TemplateIndicator'] = ResolversParentTypes['TemplateIndicator']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TemplateDeadlineResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['TemplateDeadline'] = ResolversParentTypes['TemplateDeadline']> = {
  periodEnd?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type FollowUpMistakeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpMistake'] = ResolversParentTypes['FollowUpMistake']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FollowUpMistakeMessageArgs, 'language'>>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FollowUpMistakeRemedyArgs, 'language'>>;
};

export type RegisterGrantResultResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['RegisterGrantResult'] = ResolversParentTypes['RegisterGrantResult']> = {
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  mistakes?: Resolver<Array<ResolversTypes['FollowUpMistake']>, ParentType, ContextType>;
  isReplay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RecordGrantEventsResultResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['RecordGrantEventsResult'] = ResolversParentTypes['RecordGrantEventsResult']> = {
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['GrantEvent']>, ParentType, ContextType>;
  mistakes?: Resolver<Array<ResolversTypes['FollowUpMistake']>, ParentType, ContextType>;
  isReplay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FollowUpReportResultResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpReportResult'] = ResolversParentTypes['FollowUpReportResult']> = {
  report?: Resolver<Maybe<ResolversTypes['FollowUpReport']>, ParentType, ContextType>;
  mistakes?: Resolver<Array<ResolversTypes['FollowUpMistake']>, ParentType, ContextType>;
  isReplay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PublishReportTemplateResultResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['PublishReportTemplateResult'] = ResolversParentTypes['PublishReportTemplateResult']> = {
  template?: Resolver<Maybe<ResolversTypes['ReportTemplate']>, ParentType, ContextType>;
  mistakes?: Resolver<Array<ResolversTypes['FollowUpMistake']>, ParentType, ContextType>;
  isReplay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FollowUpReportConnectionResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpReportConnection'] = ResolversParentTypes['FollowUpReportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FollowUpReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FollowUpReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FollowUpReportEdgeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpReportEdge'] = ResolversParentTypes['FollowUpReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FollowUpReport'], ParentType, ContextType>;
};

export type FundingFollowUpResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FundingFollowUp'] = ResolversParentTypes['FundingFollowUp']> = {
  source?: Resolver<ResolversTypes['FundingSource'], ParentType, ContextType>;
  totals?: Resolver<Array<ResolversTypes['FollowUpTotal']>, ParentType, ContextType>;
  grants?: Resolver<ResolversTypes['FollowUpGrantConnection'], ParentType, ContextType, RequireFields<FundingFollowUpGrantsArgs, 'first'>>;
};

export type FollowUpTotalResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpTotal'] = ResolversParentTypes['FollowUpTotal']> = {
  kind?: Resolver<ResolversTypes['AmountKind'], ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yearCertainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Precision']>, ParentType, ContextType>;
};

export type FollowUpGrantConnectionResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpGrantConnection'] = ResolversParentTypes['FollowUpGrantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FollowUpGrantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FollowUpGrant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FollowUpGrantEdgeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpGrantEdge'] = ResolversParentTypes['FollowUpGrantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FollowUpGrant'], ParentType, ContextType>;
};

export type FollowUpGrantResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpGrant'] = ResolversParentTypes['FollowUpGrant']> = {
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  sums?: Resolver<ResolversTypes['GrantSums'], ParentType, ContextType>;
  estimatedTotal?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  coFinancing?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  isDisbursementKnown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  initiatives?: Resolver<Array<ResolversTypes['FollowUpInitiative']>, ParentType, ContextType>;
  areas?: Resolver<Array<ResolversTypes['FollowUpArea']>, ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['FollowUpReport']>, ParentType, ContextType>;
  reportedCosts?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
};

export type FollowUpInitiativeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpInitiative'] = ResolversParentTypes['FollowUpInitiative']> = {
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['FollowUpTrace'], ParentType, ContextType>;
  pot?: Resolver<Maybe<ResolversTypes['Pot']>, ParentType, ContextType>;
  allocation?: Resolver<Maybe<ResolversTypes['Allocation']>, ParentType, ContextType>;
  allocated?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Amount']>, ParentType, ContextType>;
  shareCertainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
};

export type FollowUpAreaResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['FollowUpArea'] = ResolversParentTypes['FollowUpArea']> = {
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Amount'], ParentType, ContextType>;
  initiatives?: Resolver<Maybe<Array<ResolversTypes['Initiative']>>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  municipality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  previousHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditConnectionResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['AuditConnection'] = ResolversParentTypes['AuditConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEdgeResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['AuditEdge'] = ResolversParentTypes['AuditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
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

export type AreaResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  fundingFollowUp?: Resolver<Maybe<ResolversTypes['FundingFollowUp']>, ParentType, ContextType, RequireFields<QueryFundingFollowUpArgs, 'source' | 'includeUnpublished'>>;
  followUpReports?: Resolver<Maybe<ResolversTypes['FollowUpReportConnection']>, ParentType, ContextType, RequireFields<QueryFollowUpReportsArgs, 'includeUnpublished' | 'first'>>;
  followUpReport?: Resolver<Maybe<ResolversTypes['FollowUpReport']>, ParentType, ContextType, RequireFields<QueryFollowUpReportArgs, 'id' | 'includeUnpublished'>>;
  reportTemplates?: Resolver<Maybe<Array<ResolversTypes['ReportTemplate']>>, ParentType, ContextType, Partial<QueryReportTemplatesArgs>>;
  reportTemplate?: Resolver<Maybe<ResolversTypes['ReportTemplate']>, ParentType, ContextType, RequireFields<QueryReportTemplateArgs, 'source' | 'id'>>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditConnection']>, ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>;
};

export type MutationResolvers<ContextType = FundingContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerGrant?: Resolver<Maybe<ResolversTypes['RegisterGrantResult']>, ParentType, ContextType, RequireFields<MutationRegisterGrantArgs, 'input'>>;
  recordGrantEvents?: Resolver<Maybe<ResolversTypes['RecordGrantEventsResult']>, ParentType, ContextType, RequireFields<MutationRecordGrantEventsArgs, 'input'>>;
  saveFollowUpReport?: Resolver<Maybe<ResolversTypes['FollowUpReportResult']>, ParentType, ContextType, RequireFields<MutationSaveFollowUpReportArgs, 'input'>>;
  submitFollowUpReport?: Resolver<Maybe<ResolversTypes['FollowUpReportResult']>, ParentType, ContextType, RequireFields<MutationSubmitFollowUpReportArgs, 'input'>>;
  requestSupplement?: Resolver<Maybe<ResolversTypes['FollowUpReportResult']>, ParentType, ContextType, RequireFields<MutationRequestSupplementArgs, 'input'>>;
  approveFollowUpReport?: Resolver<Maybe<ResolversTypes['FollowUpReportResult']>, ParentType, ContextType, RequireFields<MutationApproveFollowUpReportArgs, 'input'>>;
  publishReportTemplate?: Resolver<Maybe<ResolversTypes['PublishReportTemplateResult']>, ParentType, ContextType, RequireFields<MutationPublishReportTemplateArgs, 'input'>>;
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

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
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
  GrantSums?: GrantSumsResolvers<ContextType>;
  Pot?: PotResolvers<ContextType>;
  AllocationSum?: AllocationSumResolvers<ContextType>;
  StatedPotFigures?: StatedPotFiguresResolvers<ContextType>;
  PotContribution?: PotContributionResolvers<ContextType>;
  Allocation?: AllocationResolvers<ContextType>;
  SourceShare?: SourceShareResolvers<ContextType>;
  FollowUpReport?: FollowUpReportResolvers<ContextType>;
  FollowUpReportVersion?: FollowUpReportVersionResolvers<ContextType>;
  FollowUpReview?: FollowUpReviewResolvers<ContextType>;
  FollowUpContent?: FollowUpContentResolvers<ContextType>;
  ReportedAllocation?: ReportedAllocationResolvers<ContextType>;
  ReportedAreaShare?: ReportedAreaShareResolvers<ContextType>;
  ReportedCost?: ReportedCostResolvers<ContextType>;
  ReportedIndicator?: ReportedIndicatorResolvers<ContextType>;
  ReportedDeviation?: ReportedDeviationResolvers<ContextType>;
  ReportedForecast?: ReportedForecastResolvers<ContextType>;
  ReportedCoFinancing?: ReportedCoFinancingResolvers<ContextType>;
  ReportedAnswer?: ReportedAnswerResolvers<ContextType>;
  ReportedFinalAccount?: ReportedFinalAccountResolvers<ContextType>;
  ReportTemplate?: ReportTemplateResolvers<ContextType>;
  TemplateField?: TemplateFieldResolvers<ContextType>;
  TemplateCode?: TemplateCodeResolvers<ContextType>;
  TemplateIndicator?: TemplateIndicatorResolvers<ContextType>;
  TemplateDeadline?: TemplateDeadlineResolvers<ContextType>;
  FollowUpMistake?: FollowUpMistakeResolvers<ContextType>;
  RegisterGrantResult?: RegisterGrantResultResolvers<ContextType>;
  RecordGrantEventsResult?: RecordGrantEventsResultResolvers<ContextType>;
  FollowUpReportResult?: FollowUpReportResultResolvers<ContextType>;
  PublishReportTemplateResult?: PublishReportTemplateResultResolvers<ContextType>;
  FollowUpReportConnection?: FollowUpReportConnectionResolvers<ContextType>;
  FollowUpReportEdge?: FollowUpReportEdgeResolvers<ContextType>;
  FundingFollowUp?: FundingFollowUpResolvers<ContextType>;
  FollowUpTotal?: FollowUpTotalResolvers<ContextType>;
  FollowUpGrantConnection?: FollowUpGrantConnectionResolvers<ContextType>;
  FollowUpGrantEdge?: FollowUpGrantEdgeResolvers<ContextType>;
  FollowUpGrant?: FollowUpGrantResolvers<ContextType>;
  FollowUpInitiative?: FollowUpInitiativeResolvers<ContextType>;
  FollowUpArea?: FollowUpAreaResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditConnection?: AuditConnectionResolvers<ContextType>;
  AuditEdge?: AuditEdgeResolvers<ContextType>;
  GrantConnection?: GrantConnectionResolvers<ContextType>;
  GrantEdge?: GrantEdgeResolvers<ContextType>;
  AllocationConnection?: AllocationConnectionResolvers<ContextType>;
  AllocationEdge?: AllocationEdgeResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  SourceDocument?: SourceDocumentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  SEK?: GraphQLScalarType;
  MunicipalityCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
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
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
