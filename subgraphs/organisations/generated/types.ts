// Made from schema/organisations.graphql by npm run codegen.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SourceValue, QualityNoteValue, FuzzyDateValue, PeriodValue, QuantityValue, TextValue } from '../../../kit/record';
import type { OrganisationRow } from '../organisation.entity';
import type { Connection } from '../../../kit/pagination';
import type { OrganisationsContext } from '../loaders';
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

/** Kontaktväg: a role, unit or function mailbox; never a person. */
export type Contact = {
  readonly __typename?: 'Contact';
  /** Role, such as process leader. */
  readonly role?: Maybe<Text>;
  /** Funktionsbrevlåda or form address; null when none is published. */
  readonly address?: Maybe<Scalars['String']['output']>;
};

/** Organisation: a board, administration, company, association, agency or region. */
export type Organisation = {
  readonly __typename?: 'Organisation';
  /** Such as 2181-arbetslivsnamnden; national ones without municipality code, such as boverket. */
  readonly id: Scalars['ID']['output'];
  /** Name as the owner writes it. */
  readonly name: Scalars['String']['output'];
  /** Other names and spellings for it. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Slag av organisation. */
  readonly kind: OrganisationKind;
  /** Juridisk form in words or code; null when not known. */
  readonly legalForm?: Maybe<Scalars['String']['output']>;
  /** Organisationsnummer; null when not known or when it has none of its own. */
  readonly organisationNumber?: Maybe<Scalars['String']['output']>;
  /** The municipality it belongs to or works in; null for national ones. */
  readonly municipality?: Maybe<Municipality>;
  /** What the sources say of it in words. */
  readonly description?: Maybe<Text>;
  /** Contact by role; never a person. */
  readonly contacts: ReadonlyArray<Contact>;
  /** The organisation it is part of or owned by. */
  readonly parent?: Maybe<Organisation>;
  /** Organisations that are part of it, by name. */
  readonly children: ReadonlyArray<Organisation>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** A page of organisations. */
export type OrganisationConnection = {
  readonly __typename?: 'OrganisationConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<OrganisationEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Organisation>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An organisation and its cursor. */
export type OrganisationEdge = {
  readonly __typename?: 'OrganisationEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The organisation. */
  readonly node: Organisation;
};

/** Which organisations. Fields are joined by AND, values within a field by OR. */
export type OrganisationFilter = {
  /** Municipality codes. */
  readonly municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  /** Only national organisations (true) or only municipal ones (false). */
  readonly isNational?: InputMaybe<Scalars['Boolean']['input']>;
  /** Words in name, aliases or description; inflected forms and folded letters are found too. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<OrganisationKind>>;
  /** Organisations directly under one of these. */
  readonly parents?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Records that changed after this moment, withdrawn ones too. Ask some minutes back: a delivery becomes visible a little after its changedAt. */
  readonly changedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Municipality = {
  readonly __typename?: 'Municipality';
  readonly code: Scalars['MunicipalityCode']['output'];
  /** Organisations of the municipality, by name; null while this part of the graph is down. */
  readonly organisations?: Maybe<OrganisationConnection>;
};


export type MunicipalityOrganisationsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganisationFilter>;
};

export type SourceDocument = {
  readonly __typename?: 'SourceDocument';
  readonly id: Scalars['ID']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Organisations by name. */
  readonly organisations?: Maybe<OrganisationConnection>;
  /** One organisation; null when there is none with the id. */
  readonly organisation?: Maybe<Organisation>;
};


export type QueryOrganisationsArgs = {
  filter?: InputMaybe<OrganisationFilter>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrganisationArgs = {
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
  Organisation: Organisation;
  Municipality: Municipality;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Organisation:
    ( { __typename: 'Organisation' }
    & GraphQLRecursivePick<FederationTypes['Organisation'], {"id":true}> );
  Municipality:
    ( { __typename: 'Municipality' }
    & GraphQLRecursivePick<FederationTypes['Municipality'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Contact: ResolverTypeWrapper<Omit<Contact, 'role'> & { role?: Maybe<ResolversTypes['Text']> }>;
  Organisation: ResolverTypeWrapper<OrganisationRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  OrganisationConnection: ResolverTypeWrapper<Connection<OrganisationRow>>;
  OrganisationEdge: ResolverTypeWrapper<Omit<OrganisationEdge, 'node'> & { node: ResolversTypes['Organisation'] }>;
  OrganisationFilter: OrganisationFilter;
  Municipality: ResolverTypeWrapper<Omit<Municipality, 'organisations'> & { organisations?: Maybe<ResolversTypes['OrganisationConnection']> }>;
  SourceDocument: ResolverTypeWrapper<SourceDocument>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
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
  Contact: Omit<Contact, 'role'> & { role?: Maybe<ResolversParentTypes['Text']> };
  Organisation: OrganisationRow;
  ID: Scalars['ID']['output'];
  OrganisationConnection: Connection<OrganisationRow>;
  OrganisationEdge: Omit<OrganisationEdge, 'node'> & { node: ResolversParentTypes['Organisation'] };
  OrganisationFilter: OrganisationFilter;
  Municipality: Omit<Municipality, 'organisations'> & { organisations?: Maybe<ResolversParentTypes['OrganisationConnection']> } | FederationReferenceTypes['Municipality'];
  SourceDocument: SourceDocument;
  Query: Record<PropertyKey, never>;
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

export type LinkDirectiveResolver<Result, Parent, ContextType = OrganisationsContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = OrganisationsContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = OrganisationsContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = OrganisationsContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = OrganisationsContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ContactResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  role?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation'], FederationReferenceType extends FederationReferenceTypes['Organisation'] = FederationReferenceTypes['Organisation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organisation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrganisationKind'], ParentType, ContextType>;
  legalForm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  contacts?: Resolver<Array<ResolversTypes['Contact']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Organisation']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type OrganisationConnectionResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['OrganisationConnection'] = ResolversParentTypes['OrganisationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganisationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Organisation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganisationEdgeResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['OrganisationEdge'] = ResolversParentTypes['OrganisationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality'], FederationReferenceType extends FederationReferenceTypes['Municipality'] = FederationReferenceTypes['Municipality']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Municipality']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  organisations?: Resolver<Maybe<ResolversTypes['OrganisationConnection']>, ParentType, ContextType, RequireFields<MunicipalityOrganisationsArgs, 'first'>>;
};

export type SourceDocumentResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['SourceDocument'] = ResolversParentTypes['SourceDocument']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  organisations?: Resolver<Maybe<ResolversTypes['OrganisationConnection']>, ParentType, ContextType, RequireFields<QueryOrganisationsArgs, 'first'>>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType, RequireFields<QueryOrganisationArgs, 'id'>>;
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

export type TextResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['Text'] = ResolversParentTypes['Text']> = {
  sv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  en?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  asPrinted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FuzzyDateResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['FuzzyDate'] = ResolversParentTypes['FuzzyDate']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['DatePrecision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FuzzyDateLabelArgs, 'language'>>;
};

export type PeriodResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  start?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
};

export type SourceReferenceResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['SourceReference'] = ResolversParentTypes['SourceReference']> = {
  document?: Resolver<Maybe<ResolversTypes['SourceDocument']>, ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QualityNoteResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['QualityNote'] = ResolversParentTypes['QualityNote']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['NoteSeverity'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QualityNoteMessageArgs, 'language'>>;
};

export type PageInfoResolvers<ContextType = OrganisationsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = OrganisationsContext> = {
  Contact?: ContactResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  OrganisationConnection?: OrganisationConnectionResolvers<ContextType>;
  OrganisationEdge?: OrganisationEdgeResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  SourceDocument?: SourceDocumentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
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

export type DirectiveResolvers<ContextType = OrganisationsContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
