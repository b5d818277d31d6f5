// Made from schema/opendata.graphql by npm run codegen.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SourceValue, QualityNoteValue, FuzzyDateValue, PeriodValue, QuantityValue, TextValue } from '../../kit/record';
import type { ShownChange } from '../changes/change';
import type { WebhookRow, AttemptRow } from '../webhooks/webhook';
import type { Mistake } from '../webhooks/mistakes';
import type { OpendataContext } from '../loaders';
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

/** Slag av post i ändringsflödet. */
export type ChangeKind =
  /** Område. */
  | 'AREA'
  /** Organisation. */
  | 'ORGANISATION'
  /** Satsning. */
  | 'PROGRAMME'
  /** Insats, with everything that hangs on it: targets, results, milestones, decisions. */
  | 'INITIATIVE'
  /** Finansieringskälla. */
  | 'FUNDING_SOURCE'
  /** Bidragsprogram. */
  | 'FUNDING_PROGRAMME'
  /** Bidrag: the grant itself, or its events and with them its state and sums. */
  | 'GRANT'
  /** Händelse i ett bidrags liv. */
  | 'GRANT_EVENT'
  /** Avsatt pott, with its parts. */
  | 'POT'
  /** Fördelning. */
  | 'ALLOCATION'
  /** Återrapportering. */
  | 'FOLLOW_UP_REPORT'
  /** Formulär. */
  | 'REPORT_TEMPLATE';

/** What happened to a record. */
export type ChangeOperation =
  /** New, or there again. */
  | 'CREATED'
  /** Changed. */
  | 'UPDATED'
  /** No longer delivered by its owner. */
  | 'WITHDRAWN';

/** A change. It says that a record is not as it was; what it is now, the record itself says. */
export type Change = {
  readonly __typename?: 'Change';
  /** Position in the feed: to be given as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** Municipality code; 0000 for what is of no municipality. */
  readonly owner: Scalars['String']['output'];
  /** Slag av post. */
  readonly kind: ChangeKind;
  /** Its id. */
  readonly recordId: Scalars['ID']['output'];
  /** What happened. */
  readonly operation: ChangeOperation;
  /** When the hub wrote it. Changes are in the order in which they became visible, which may be another. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Whether everybody may see it. */
  readonly isPublished: Scalars['Boolean']['output'];
  /** The area, of AREA. */
  readonly area?: Maybe<Area>;
  /** The organisation, of ORGANISATION. */
  readonly organisation?: Maybe<Organisation>;
  /** The programme, of PROGRAMME. */
  readonly programme?: Maybe<Programme>;
  /** The initiative, of INITIATIVE. */
  readonly initiative?: Maybe<Initiative>;
  /** The grant, of GRANT; of GRANT_EVENT the grant that it is of. */
  readonly grant?: Maybe<Grant>;
  /** The pot, of POT. */
  readonly pot?: Maybe<Pot>;
  /** The allocation, of ALLOCATION. */
  readonly allocation?: Maybe<Allocation>;
  /** The report, of FOLLOW_UP_REPORT: what is published of it, unless includeUnpublished asks for all of it. */
  readonly report?: Maybe<FollowUpReport>;
};

/** A piece of the feed. */
export type ChangePage = {
  readonly __typename?: 'ChangePage';
  /** Changes in order; of each owner and kind in the order in which they were made. */
  readonly nodes: ReadonlyArray<Change>;
  /** Where to go on, also when there is nothing new: keep it and ask again with it. */
  readonly endCursor: Scalars['String']['output'];
  /** Whether there is more already. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** Which changes. Fields are joined by AND, values within a field by OR. */
export type ChangeFilter = {
  /** Municipality codes; 0000 for what is of no municipality. */
  readonly owners?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Slag av post. */
  readonly kinds?: InputMaybe<ReadonlyArray<ChangeKind>>;
  /** Finansieringskälla: only itself, its programmes, its grants with their events and reports, its forms, and the pots that it pays into with what is allocated of them and of its grants. */
  readonly source?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * Webhook: the hub tells an address of changes that concern a source, in order, and goes on from where it was when the address was away. Messages
 * are signed as Standard Webhooks says.
 */
export type Webhook = {
  readonly __typename?: 'Webhook';
  /** Made by the hub. */
  readonly id: Scalars['ID']['output'];
  /** Whose it is. */
  readonly source: Scalars['ID']['output'];
  /** Where messages go. */
  readonly url: Scalars['URL']['output'];
  /** Slag av post that it is told of; all that concern the source when empty. */
  readonly kinds: ReadonlyArray<ChangeKind>;
  /** Läge. */
  readonly state: WebhookState;
  /** Position in the feed up to which the address has been told. */
  readonly cursor: Scalars['String']['output'];
  /** Attempts in a row that failed. */
  readonly failures: Scalars['Int']['output'];
  /** When it is tried next; null when nothing waits. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last attempts, the newest first. */
  readonly attempts: ReadonlyArray<WebhookAttempt>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** Läge för en webhook. */
export type WebhookState =
  /** It is told of changes. */
  | 'ACTIVE'
  /** It failed for too long, or answered 410 Gone; `resumeWebhook` lets it go on. */
  | 'STOPPED';

/** An attempt to tell an address. */
export type WebhookAttempt = {
  readonly __typename?: 'WebhookAttempt';
  /** webhook-id of the message: the same in every attempt. */
  readonly messageId: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** HTTP status; null when there was no answer. */
  readonly status?: Maybe<Scalars['Int']['output']>;
  /** What went wrong, in words; null when it was taken. */
  readonly failure?: Maybe<Scalars['String']['output']>;
  /** How long it took. */
  readonly milliseconds: Scalars['Int']['output'];
};

/** A mistake in what was sent. Nothing was written: mend all of them and send again. */
export type WebhookMistake = {
  readonly __typename?: 'WebhookMistake';
  /** Code; stable. */
  readonly code: Scalars['String']['output'];
  /** Place in the input. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
  /** What to do. */
  readonly remedy: Scalars['String']['output'];
};


/** A mistake in what was sent. Nothing was written: mend all of them and send again. */
export type WebhookMistakeMessageArgs = {
  language?: Language;
};


/** A mistake in what was sent. Nothing was written: mend all of them and send again. */
export type WebhookMistakeRemedyArgs = {
  language?: Language;
};

/** What came of a change of a webhook. */
export type WebhookResult = {
  readonly __typename?: 'WebhookResult';
  /** The webhook; null when there are mistakes, and when it was removed. */
  readonly webhook?: Maybe<Webhook>;
  /** Key that messages are signed with (whsec_…), shown this once. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** All of them; empty when it was done. */
  readonly mistakes: ReadonlyArray<WebhookMistake>;
};

/** A webhook to make. */
export type CreateWebhookInput = {
  /** Whose it is. */
  readonly source: Scalars['ID']['input'];
  /** https address that takes POST. */
  readonly url: Scalars['URL']['input'];
  /** Slag av post that concern a source: FUNDING_SOURCE, FUNDING_PROGRAMME, GRANT, GRANT_EVENT, POT, ALLOCATION, FOLLOW_UP_REPORT, REPORT_TEMPLATE. All of them without it. */
  readonly kinds?: ReadonlyArray<ChangeKind>;
  /** Cursor to begin after; without it from now on. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
};

/** Which webhook. */
export type WebhookInput = {
  /** Whose it is. */
  readonly source: Scalars['ID']['input'];
  /** The webhook. */
  readonly id: Scalars['ID']['input'];
};

/** Which webhook is told again, and from where. */
export type ReplayWebhookInput = {
  /** Whose it is. */
  readonly source: Scalars['ID']['input'];
  /** The webhook. */
  readonly id: Scalars['ID']['input'];
  /** Cursor to go back to; the beginning of the feed without it. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
};

export type Area = {
  readonly __typename?: 'Area';
  readonly id: Scalars['ID']['output'];
};

export type Organisation = {
  readonly __typename?: 'Organisation';
  readonly id: Scalars['ID']['output'];
};

export type Programme = {
  readonly __typename?: 'Programme';
  readonly id: Scalars['ID']['output'];
};

export type Initiative = {
  readonly __typename?: 'Initiative';
  readonly id: Scalars['ID']['output'];
};

export type Grant = {
  readonly __typename?: 'Grant';
  readonly id: Scalars['ID']['output'];
};

export type Pot = {
  readonly __typename?: 'Pot';
  readonly id: Scalars['ID']['output'];
};

export type Allocation = {
  readonly __typename?: 'Allocation';
  readonly id: Scalars['ID']['output'];
};

export type FollowUpReport = {
  readonly __typename?: 'FollowUpReport';
  readonly id: Scalars['ID']['output'];
  readonly isWhole: Scalars['Boolean']['output'];
};

export type SourceDocument = {
  readonly __typename?: 'SourceDocument';
  readonly id: Scalars['ID']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Ändringsflöde: every change after a cursor, without gaps; from the beginning without one. */
  readonly changes?: Maybe<ChangePage>;
  /** Webhooks of a source. */
  readonly webhooks?: Maybe<ReadonlyArray<Webhook>>;
};


export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  filter?: InputMaybe<ChangeFilter>;
  includeUnpublished?: Scalars['Boolean']['input'];
};


export type QueryWebhooksArgs = {
  source: Scalars['ID']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Makes a webhook; its address is tried with an empty message first. */
  readonly createWebhook?: Maybe<WebhookResult>;
  /** Removes a webhook. */
  readonly removeWebhook?: Maybe<WebhookResult>;
  /** Lets a webhook that stopped go on from where it was. */
  readonly resumeWebhook?: Maybe<WebhookResult>;
  /** Sends again from a place in the feed. */
  readonly replayWebhook?: Maybe<WebhookResult>;
};


export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


export type MutationRemoveWebhookArgs = {
  input: WebhookInput;
};


export type MutationResumeWebhookArgs = {
  input: WebhookInput;
};


export type MutationReplayWebhookArgs = {
  input: ReplayWebhookInput;
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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChangeKind: ChangeKind;
  ChangeOperation: ChangeOperation;
  Change: ResolverTypeWrapper<ShownChange>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ChangePage: ResolverTypeWrapper<Omit<ChangePage, 'nodes'> & { nodes: Array<ResolversTypes['Change']> }>;
  ChangeFilter: ChangeFilter;
  Webhook: ResolverTypeWrapper<WebhookRow>;
  WebhookState: WebhookState;
  WebhookAttempt: ResolverTypeWrapper<AttemptRow>;
  WebhookMistake: ResolverTypeWrapper<Mistake>;
  WebhookResult: ResolverTypeWrapper<Omit<WebhookResult, 'webhook' | 'mistakes'> & { webhook?: Maybe<ResolversTypes['Webhook']>, mistakes: Array<ResolversTypes['WebhookMistake']> }>;
  CreateWebhookInput: CreateWebhookInput;
  WebhookInput: WebhookInput;
  ReplayWebhookInput: ReplayWebhookInput;
  Area: ResolverTypeWrapper<Area>;
  Organisation: ResolverTypeWrapper<Organisation>;
  Programme: ResolverTypeWrapper<Programme>;
  Initiative: ResolverTypeWrapper<Initiative>;
  Grant: ResolverTypeWrapper<Grant>;
  Pot: ResolverTypeWrapper<Pot>;
  Allocation: ResolverTypeWrapper<Allocation>;
  FollowUpReport: ResolverTypeWrapper<FollowUpReport>;
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
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
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
  Change: ShownChange;
  ID: Scalars['ID']['output'];
  ChangePage: Omit<ChangePage, 'nodes'> & { nodes: Array<ResolversParentTypes['Change']> };
  ChangeFilter: ChangeFilter;
  Webhook: WebhookRow;
  WebhookAttempt: AttemptRow;
  WebhookMistake: Mistake;
  WebhookResult: Omit<WebhookResult, 'webhook' | 'mistakes'> & { webhook?: Maybe<ResolversParentTypes['Webhook']>, mistakes: Array<ResolversParentTypes['WebhookMistake']> };
  CreateWebhookInput: CreateWebhookInput;
  WebhookInput: WebhookInput;
  ReplayWebhookInput: ReplayWebhookInput;
  Area: Area;
  Organisation: Organisation;
  Programme: Programme;
  Initiative: Initiative;
  Grant: Grant;
  Pot: Pot;
  Allocation: Allocation;
  FollowUpReport: FollowUpReport;
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
  Float: Scalars['Float']['output'];
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

export type LinkDirectiveResolver<Result, Parent, ContextType = OpendataContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = OpendataContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = OpendataContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = OpendataContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = OpendataContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessDirectiveArgs = {
  when?: Maybe<Scalars['String']['input']>;
  reporter?: Maybe<Scalars['String']['input']>;
  reader?: Maybe<Scalars['String']['input']>;
  reviewer?: Maybe<Scalars['String']['input']>;
  operator?: Scalars['Boolean']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = OpendataContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ChangeResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['ChangeOperation'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  pot?: Resolver<Maybe<ResolversTypes['Pot']>, ParentType, ContextType>;
  allocation?: Resolver<Maybe<ResolversTypes['Allocation']>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['FollowUpReport']>, ParentType, ContextType>;
};

export type ChangePageResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['ChangePage'] = ResolversParentTypes['ChangePage']> = {
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  endCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['ChangeKind']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  messageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  milliseconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookMistakeResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['WebhookMistake'] = ResolversParentTypes['WebhookMistake']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<WebhookMistakeMessageArgs, 'language'>>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<WebhookMistakeRemedyArgs, 'language'>>;
};

export type WebhookResultResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['WebhookResult'] = ResolversParentTypes['WebhookResult']> = {
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mistakes?: Resolver<Array<ResolversTypes['WebhookMistake']>, ParentType, ContextType>;
};

export type AreaResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProgrammeResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type InitiativeResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Initiative'] = ResolversParentTypes['Initiative']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GrantResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PotResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Pot'] = ResolversParentTypes['Pot']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AllocationResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Allocation'] = ResolversParentTypes['Allocation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type FollowUpReportResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['FollowUpReport'] = ResolversParentTypes['FollowUpReport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourceDocumentResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['SourceDocument'] = ResolversParentTypes['SourceDocument']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  changes?: Resolver<Maybe<ResolversTypes['ChangePage']>, ParentType, ContextType, RequireFields<QueryChangesArgs, 'first' | 'includeUnpublished'>>;
  webhooks?: Resolver<Maybe<Array<ResolversTypes['Webhook']>>, ParentType, ContextType, RequireFields<QueryWebhooksArgs, 'source'>>;
};

export type MutationResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createWebhook?: Resolver<Maybe<ResolversTypes['WebhookResult']>, ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  removeWebhook?: Resolver<Maybe<ResolversTypes['WebhookResult']>, ParentType, ContextType, RequireFields<MutationRemoveWebhookArgs, 'input'>>;
  resumeWebhook?: Resolver<Maybe<ResolversTypes['WebhookResult']>, ParentType, ContextType, RequireFields<MutationResumeWebhookArgs, 'input'>>;
  replayWebhook?: Resolver<Maybe<ResolversTypes['WebhookResult']>, ParentType, ContextType, RequireFields<MutationReplayWebhookArgs, 'input'>>;
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

export type TextResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Text'] = ResolversParentTypes['Text']> = {
  sv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  en?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  asPrinted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FuzzyDateResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['FuzzyDate'] = ResolversParentTypes['FuzzyDate']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['DatePrecision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FuzzyDateLabelArgs, 'language'>>;
};

export type PeriodResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  start?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
};

export type SourceReferenceResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['SourceReference'] = ResolversParentTypes['SourceReference']> = {
  document?: Resolver<Maybe<ResolversTypes['SourceDocument']>, ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QualityNoteResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['QualityNote'] = ResolversParentTypes['QualityNote']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['NoteSeverity'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QualityNoteMessageArgs, 'language'>>;
};

export type PageInfoResolvers<ContextType = OpendataContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = OpendataContext> = {
  Change?: ChangeResolvers<ContextType>;
  ChangePage?: ChangePageResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookMistake?: WebhookMistakeResolvers<ContextType>;
  WebhookResult?: WebhookResultResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  Programme?: ProgrammeResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
  Grant?: GrantResolvers<ContextType>;
  Pot?: PotResolvers<ContextType>;
  Allocation?: AllocationResolvers<ContextType>;
  FollowUpReport?: FollowUpReportResolvers<ContextType>;
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

export type DirectiveResolvers<ContextType = OpendataContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
