// Made from schema/comparisons.graphql by npm run codegen.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SourceValue, QualityNoteValue, FuzzyDateValue, PeriodValue, QuantityValue, TextValue } from '../../../kit/record';
import type { ComparisonValue } from '../comparison/comparison';
import type { ComparisonRowValue, ComparisonKeyValue } from '../comparison/row';
import type { WarningValue } from '../warnings/warning';
import type { CoverageValue, LackingValue } from '../coverage/coverage';
import type { QualityPartValue } from '../coverage/quality-score';
import type { FlowsValue, FlowNodeValue, FlowLinkValue } from '../flows/flows';
import type { ComparisonsContext } from '../loaders';
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

/** Mått: what a comparison measures. */
export type Measure =
  /** Antal insatser; reserves are left out. */
  | 'INITIATIVE_COUNT'
  /** Belopp in kronor on the level and of the kinds asked for. */
  | 'AMOUNT'
  /** Statlig andel: money from state sources as a share, 0 to 1, of the money on the level asked for. Null where the split between sources is not stated for every record. */
  | 'STATE_SHARE'
  /** Antal mål. */
  | 'TARGET_COUNT'
  /** Andel mål med målvärde: targets that have a number, as a share, 0 to 1. */
  | 'QUANTIFIED_TARGET_SHARE'
  /** Andel insatser med känt belopp, 0 to 1; reserves are left out. */
  | 'INITIATIVE_WITH_AMOUNT_SHARE';

/** Dimension: what the rows of a comparison are by. */
export type Dimension =
  /** Kommun. */
  | 'MUNICIPALITY'
  /** Län. */
  | 'COUNTY'
  /** År: of money the year that it is for; of initiatives and targets every year in which the initiative is known to go on. */
  | 'YEAR'
  /** Tema; an initiative may have several. */
  | 'THEME'
  /** Område in the government's strategy against segregation. */
  | 'STRATEGY_AREA'
  /** Målgrupp; an initiative may have several. */
  | 'TARGET_GROUP'
  /** Instrument. */
  | 'INSTRUMENT'
  /** Status för insatsen. */
  | 'STATUS'
  /** Område where the initiative works; it may have several. */
  | 'AREA'
  /** Satsning that the initiative belongs to. */
  | 'PROGRAMME'
  /** Insats. */
  | 'INITIATIVE'
  /** Finansieringskälla. Money is divided as stated; what no source states falls on UNKNOWN. */
  | 'FUNDING_SOURCE'
  /** Slag av finansieringskälla. Money is divided as stated; what no source states falls on UNKNOWN. */
  | 'FUNDING_SOURCE_KIND'
  /** Slag av belopp. */
  | 'AMOUNT_KIND'
  /** Ansvarig organisation, on the level GRANT the recipient; a record may have several. */
  | 'ORGANISATION'
  /** Slag av ansvarig organisation, on the level GRANT of the recipient; a record may have several. */
  | 'ORGANISATION_KIND';

/** Nivå: where along the chain from source to initiative money is counted. Each krona is counted once on a level; levels are never added. */
export type MoneyLevel =
  /** Insats: what is said to reach initiatives. Allocations, grants given straight to one initiative, and amounts said of an initiative itself where neither has the same kind and year. An initiative without any is one record that lacks its amount. */
  | 'INITIATIVE'
  /** Bidrag: every grant, by the events of its life, wherever its money goes then. */
  | 'GRANT'
  /** Pott: every pot, as its source states the whole. */
  | 'POT';

/** Normering. */
export type Normalisation =
  /** As it is. */
  | 'NONE'
  /** Per invånare: divided by the population on 31 December of the same year. Null where a row has not one known year, or a population is missing; another year's is never used. Rows that are not by MUNICIPALITY are divided by the inhabitants of the municipalities that have records of that year, not by those of the whole county or of all that are compared; PER_CAPITA_OF_SOME names them. */
  | 'PER_CAPITA'
  /** Andel av kommunens: divided by the municipality's whole in the same selection, within the same year and amount kind where rows are by them. Needs MUNICIPALITY among the dimensions. */
  | 'SHARE_OF_MUNICIPALITY';

/** Regel för flera värden: how a record counts that has several themes, target groups, areas or organisations. */
export type MultiValuedRule =
  /** Helt: in each of its values; the rows do not add up, and say so. */
  | 'FULL'
  /** Delat: split evenly between its values, exactly, so that the rows add up. Even parts are a convention, nothing that a source states. */
  | 'FRACTIONAL';

/** Delningsregel: how money is divided between the sources of a pot. */
export type SplitRule =
  /** Angivet: as sources state it; the rest falls on UNKNOWN. */
  | 'STATED'
  /** Modellerat: what is not stated is divided pro rata of what each source paid into the pot. Every row that holds such a figure is marked MODELLED; never for agency follow-up. */
  | 'MODELLED';

/** What the rows of a comparison are ordered by. */
export type ComparisonOrderField =
  /** Codes of the dimensions, in the order of groupBy; UNKNOWN last. */
  | 'KEYS'
  /** The value, null last; then the codes. */
  | 'VALUE';

/** Order of a comparison's rows. */
export type ComparisonOrder = {
  /** What to order by. */
  readonly field?: ComparisonOrderField;
  /** Which way. */
  readonly direction?: OrderDirection;
};

/** What is compared. Lists of codes and ids hold at most 500 values together. */
export type ComparisonInput = {
  /** Municipality codes; every municipality with data without it. */
  readonly municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  /** What is measured. */
  readonly measure: Measure;
  /** What the rows are by: none (one row) to three, each once. */
  readonly groupBy: ReadonlyArray<Dimension>;
  /** Which records; all without it. */
  readonly filter?: InputMaybe<ComparisonFilter>;
  /** Where along the chain money is counted; of no meaning for counts of initiatives and targets. */
  readonly level?: MoneyLevel;
  /** What the values are divided by. */
  readonly normalise?: Normalisation;
  /** How a record with several values counts. */
  readonly multiValued?: MultiValuedRule;
  /** How pooled money is divided between its sources. */
  readonly split?: SplitRule;
  /** Refuses, with NOT_COMPARABLE and the reasons, what would mislead; without it the answer carries warnings. */
  readonly strict?: Scalars['Boolean']['input'];
  /** Order; by codes without it. */
  readonly orderBy?: InputMaybe<ComparisonOrder>;
  /** Rows on the page, at most 500. */
  readonly first?: Scalars['Int']['input'];
  /** endCursor to continue after, of the same comparison over the same data. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
};

/** Which records are compared. Fields are joined by AND, values within a field by OR. */
export type ComparisonFilter = {
  /** Kinds of amount. */
  readonly amountKinds?: InputMaybe<ReadonlyArray<AmountKind>>;
  /** Years, as YEAR means them. */
  readonly years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Theme codes. */
  readonly themes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Target group codes. */
  readonly targetGroups?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Strategy area codes. */
  readonly strategyAreas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Instrument codes. */
  readonly instruments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<InitiativeStatus>>;
  /** Programmes, their parts included. */
  readonly programmes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Initiatives. */
  readonly initiatives?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Areas, their parts not included. */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Responsible organisations. */
  readonly organisations?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Kinds of responsible organisation. */
  readonly organisationKinds?: InputMaybe<ReadonlyArray<OrganisationKind>>;
  /** Funding sources. Of money only the part that is theirs is counted. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Kinds of funding source. Of money only the part that is theirs is counted. */
  readonly sourceKinds?: InputMaybe<ReadonlyArray<FundingSourceKind>>;
  /** Only reserves of money (true), or none of them (false); counts of initiatives leave them out anyway. */
  readonly isReserve?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Jämförelse: rows that may be put side by side, with everything that one must know before doing so. */
export type Comparison = {
  readonly __typename?: 'Comparison';
  /** Names the comparison: a hash of the question, as the hub understands it, and the version of the data. */
  readonly id: Scalars['ID']['output'];
  /** Address to cite. It gives the same rows, or says that the data has moved on. */
  readonly permalink: Scalars['URL']['output'];
  /** Version of the data of the municipalities compared: the same as long as their facts are the same. */
  readonly dataVersion: Scalars['String']['output'];
  /** When the data of the municipalities compared last changed; null when there is none. */
  readonly asOf?: Maybe<Scalars['DateTime']['output']>;
  /** What is measured, on which level. */
  readonly measure: Measure;
  /** Where along the chain money is counted; null for counts of initiatives and targets. */
  readonly level?: Maybe<MoneyLevel>;
  /** Enhet of the values. */
  readonly unit: Unit;
  /** The rows of the page. */
  readonly rows: ReadonlyArray<ComparisonRow>;
  /** Rows in the whole comparison. */
  readonly totalRows: Scalars['Int']['output'];
  /** Cursor of the last row, to give as `after`; null when no row follows. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether the rows may be added up: a record is in one row only, and money is of one kind, and of one year unless rows are by YEAR. */
  readonly isAdditive: Scalars['Boolean']['output'];
  /** Sum over every row of the whole comparison, where adding is right and no record lacks its amount; else null. */
  readonly total?: Maybe<Scalars['Float']['output']>;
  /** What there is of each municipality compared, and what it lacks. */
  readonly coverage: ReadonlyArray<Coverage>;
  /** What to know before the rows are compared; empty when there is nothing. */
  readonly warnings: ReadonlyArray<ComparabilityWarning>;
  /** Källdokument that the records compared rest on. */
  readonly sources?: Maybe<ReadonlyArray<SourceDocument>>;
  /** The rows as CSV, at the permalink's address. */
  readonly csvUrl: Scalars['URL']['output'];
  /** The rows as an Excel workbook, with sources, coverage and warnings, at the permalink's address. */
  readonly xlsxUrl: Scalars['URL']['output'];
  /** The rows as JSON, at the permalink's address. */
  readonly jsonUrl: Scalars['URL']['output'];
  /** Columns, units, code lists, citation and licence of the files, as CSV on the Web metadata. */
  readonly metadataUrl: Scalars['URL']['output'];
};

/** A row of a comparison. */
export type ComparisonRow = {
  readonly __typename?: 'ComparisonRow';
  /** One key per dimension, in the order of groupBy. */
  readonly keys: ReadonlyArray<ComparisonKey>;
  /** The value in the comparison's unit; null when no record has one, never 0 for it. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Records that it covers: initiatives, targets, or records of money. */
  readonly recordCount: Scalars['Int']['output'];
  /** Records of them that lack what is measured: the amount, or for STATE_SHARE a stated split. */
  readonly missingCount: Scalars['Int']['output'];
  /** The least sure of what the row rests on, years and classification included where rows are by them; null when there is no value. */
  readonly certainty?: Maybe<Certainty>;
  /** APPROXIMATE when anything in it is; null when there is no value. */
  readonly precision?: Maybe<Precision>;
  /** Whether any of the value comes from a model, which only happens when asked for. */
  readonly isModelled: Scalars['Boolean']['output'];
  /** Whether amounts of different kinds are added in the value, so that the same krona may be in it several times; group by AMOUNT_KIND or filter one kind. */
  readonly mixesKinds: Scalars['Boolean']['output'];
};

/** Where a row stands in one dimension. */
export type ComparisonKey = {
  readonly __typename?: 'ComparisonKey';
  /** The dimension. */
  readonly dimension: Dimension;
  /** Code or id; UNKNOWN when the records do not say. */
  readonly code: Scalars['String']['output'];
  /** The code in words. */
  readonly label: Scalars['String']['output'];
};


/** Where a row stands in one dimension. */
export type ComparisonKeyLabelArgs = {
  language?: Language;
};

/** How much a warning matters. */
export type WarningSeverity =
  /** Upplysning: the rows stand, with this beside them. */
  | 'NOTE'
  /** Vilseledande: side by side the rows would mislead; `strict` refuses them. */
  | 'MISLEADING';

/** Varning om jämförbarhet. */
export type ComparabilityWarning = {
  readonly __typename?: 'ComparabilityWarning';
  /** Stable code; docs/warnings.md lists them. */
  readonly code: Scalars['String']['output'];
  /** How much it matters. */
  readonly severity: WarningSeverity;
  /** Municipality codes that it concerns; empty when it concerns the comparison as a whole. */
  readonly municipalityCodes: ReadonlyArray<Scalars['MunicipalityCode']['output']>;
  /** The municipalities that it concerns; null while that part of the graph is down. */
  readonly municipalities?: Maybe<ReadonlyArray<Municipality>>;
  /** The warning in words. */
  readonly message: Scalars['String']['output'];
};


/** Varning om jämförbarhet. */
export type ComparabilityWarningMessageArgs = {
  language?: Language;
};

/** Täckning: what there is of a municipality, and what it lacks. */
export type Coverage = {
  readonly __typename?: 'Coverage';
  /** Kommun; null only while that part of the graph is down. */
  readonly municipality?: Maybe<Municipality>;
  /** Kommunkod. */
  readonly municipalityCode: Scalars['MunicipalityCode']['output'];
  /** Insatser, reserves not counted. */
  readonly initiatives: Scalars['Int']['output'];
  /** Initiatives for which some amount is known. */
  readonly initiativesWithAmount: Scalars['Int']['output'];
  /** Initiatives that name the document they come from. */
  readonly initiativesWithSource: Scalars['Int']['output'];
  /** Initiatives of which some year is known. */
  readonly initiativesWithYear: Scalars['Int']['output'];
  /** Initiatives whose status is known. */
  readonly initiativesWithStatus: Scalars['Int']['output'];
  /** Initiatives whose themes the municipality has confirmed. */
  readonly initiativesConfirmed: Scalars['Int']['output'];
  /** Satsningar. */
  readonly programmes: Scalars['Int']['output'];
  /** Mål. */
  readonly targets: Scalars['Int']['output'];
  /** Mål with a number. */
  readonly quantifiedTargets: Scalars['Int']['output'];
  /** Bidrag. */
  readonly grants: Scalars['Int']['output'];
  /** Potter. */
  readonly pots: Scalars['Int']['output'];
  /** Fördelningar. */
  readonly allocations: Scalars['Int']['output'];
  /** Amounts known, on every level. */
  readonly amounts: Scalars['Int']['output'];
  /** Amounts whose year is stated rather than inferred or unknown. */
  readonly amountsWithStatedYear: Scalars['Int']['output'];
  /** Years that amounts are for, ascending. */
  readonly years: ReadonlyArray<Scalars['Int']['output']>;
  /** Years of which the population is known, ascending. */
  readonly populationYears: ReadonlyArray<Scalars['Int']['output']>;
  /** The ways in that data comes through. */
  readonly doors: ReadonlyArray<SupplyDoor>;
  /** When the municipality's data last changed here; null when there is none. */
  readonly freshness?: Maybe<Scalars['DateTime']['output']>;
  /** Källdokument. */
  readonly sourceDocuments: Scalars['Int']['output'];
  /** Known doubts about the municipality's records. */
  readonly qualityNotes: Scalars['Int']['output'];
  /** Known doubts that are deficiencies. */
  readonly deficiencies: Scalars['Int']['output'];
  /** The doubts themselves, each once, deficiencies first; the records that they are about carry them too. */
  readonly notes: ReadonlyArray<QualityNote>;
  /** Kvalitetspoäng, 0 to 1: the weighted mean of the parts that can be judged; null when none can. docs/quality-score.md says how. */
  readonly qualityScore?: Maybe<Scalars['Float']['output']>;
  /** The parts of the score. */
  readonly qualityParts: ReadonlyArray<QualityPart>;
  /** Initiatives, by name, that lack what is asked for. */
  readonly lacking: LackingConnection;
};


/** Täckning: what there is of a municipality, and what it lacks. */
export type CoverageLackingArgs = {
  part: QualityPartCode;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What is judged of a municipality's data. */
export type QualityPartCode =
  /** Belopp: initiatives for which some amount is known. */
  | 'AMOUNTS'
  /** Källor: initiatives that name their document. */
  | 'SOURCES'
  /** Tid: initiatives of which some year is known. */
  | 'DATES'
  /** Status: initiatives whose status is known. */
  | 'STATUSES'
  /** Klassificering: initiatives whose themes the municipality has confirmed. */
  | 'CLASSIFICATION'
  /** Årtal för belopp: amounts whose year is stated. */
  | 'AMOUNT_YEARS'
  /** Mätbarhet: targets with a number. */
  | 'TARGETS';

/** A part of the quality score. */
export type QualityPart = {
  readonly __typename?: 'QualityPart';
  /** What is judged. */
  readonly code: QualityPartCode;
  /** What is judged, in words. */
  readonly label: Scalars['String']['output'];
  /** Records judged. */
  readonly recordCount: Scalars['Int']['output'];
  /** Records of them that have it. */
  readonly fulfilled: Scalars['Int']['output'];
  /** fulfilled of recordCount, 0 to 1; null when there is none to judge, and then the part does not count. */
  readonly score?: Maybe<Scalars['Float']['output']>;
  /** Weight in the mean. */
  readonly weight: Scalars['Float']['output'];
};


/** A part of the quality score. */
export type QualityPartLabelArgs = {
  language?: Language;
};

/** A page of initiatives that lack something. */
export type LackingConnection = {
  readonly __typename?: 'LackingConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<LackingEdge>;
  /** The rows alone; null while that part of the graph is down. */
  readonly nodes?: Maybe<ReadonlyArray<Initiative>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An initiative that lacks something, and its cursor. */
export type LackingEdge = {
  readonly __typename?: 'LackingEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The initiative; null while that part of the graph is down. */
  readonly node?: Maybe<Initiative>;
};

/** Where money flows end. */
export type FlowEnd =
  /** Teman. */
  | 'THEME'
  /** Ansvariga organisationer. */
  | 'ORGANISATION';

/** Which flows of money. */
export type FundingFlowsInput = {
  /** Municipality codes; every municipality with data without it. At most 100 are followed at once. */
  readonly municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  /** Years that the money is for; all, unknown ones too, without it. */
  readonly years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Where the flows end. */
  readonly end?: FlowEnd;
  /** How money of an initiative with several themes or organisations is divided. STATED: not, it flows to UNKNOWN. MODELLED: evenly, and every such link is marked. */
  readonly split?: SplitRule;
};

/** Pengaflöden: from source by way of programme or pot and municipality to theme or organisation. */
export type FundingFlows = {
  readonly __typename?: 'FundingFlows';
  /** Version of the data of the municipalities. */
  readonly dataVersion: Scalars['String']['output'];
  /** Nodes in the order of the stages. */
  readonly nodes: ReadonlyArray<FlowNode>;
  /** Links between nodes of one stage and the next. */
  readonly links: ReadonlyArray<FlowLink>;
  /** What to know before the links are compared or added. */
  readonly warnings: ReadonlyArray<ComparabilityWarning>;
};

/** What a node of the flows is. */
export type FlowNodeKind =
  /** Finansieringskälla. */
  | 'FUNDING_SOURCE'
  /** Bidragsprogram. */
  | 'FUNDING_PROGRAMME'
  /** Pott. */
  | 'POT'
  /** Kommun. */
  | 'MUNICIPALITY'
  /** Tema. */
  | 'THEME'
  /** Ansvarig organisation. */
  | 'ORGANISATION'
  /** Okänt: the sources do not say; never a guess. */
  | 'UNKNOWN'
  /** Inte fördelat: what a source says is left of a pot. */
  | 'UNALLOCATED';

/** A node of the flows. */
export type FlowNode = {
  readonly __typename?: 'FlowNode';
  /** Unique within the answer. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: FlowNodeKind;
  /** Stage: 0 sources, 1 programmes and pots, 2 municipalities, 3 themes or organisations. */
  readonly stage: Scalars['Int']['output'];
  /** Code or id of what it is; UNKNOWN when not known. */
  readonly code: Scalars['String']['output'];
  /** Name in words. */
  readonly label: Scalars['String']['output'];
};


/** A node of the flows. */
export type FlowNodeLabelArgs = {
  language?: Language;
};

/** Money from one node to another, of one kind. */
export type FlowLink = {
  readonly __typename?: 'FlowLink';
  /** Node that it comes from. */
  readonly source: Scalars['ID']['output'];
  /** Node that it goes to. */
  readonly target: Scalars['ID']['output'];
  /** Slag av belopp; null when the records do not say. Links of different kinds are not added. */
  readonly kind?: Maybe<AmountKind>;
  /** Kronor, exact; null when no amount is known. */
  readonly value?: Maybe<Scalars['SEK']['output']>;
  /** Records behind it. */
  readonly recordCount: Scalars['Int']['output'];
  /** Records of them that lack an amount. */
  readonly missingCount: Scalars['Int']['output'];
  /** The least sure of the records; null when no amount is known. */
  readonly certainty?: Maybe<Certainty>;
  /** APPROXIMATE when any amount is; null when no amount is known. */
  readonly precision?: Maybe<Precision>;
  /** Whether the sources state that this much goes this way; false for what flows to or from UNKNOWN and for modelled parts. */
  readonly isSplitStated: Scalars['Boolean']['output'];
  /** Whether any of it comes from a model, which only happens when asked for. */
  readonly isModelled: Scalars['Boolean']['output'];
};

export type Municipality = {
  readonly __typename?: 'Municipality';
  readonly code: Scalars['MunicipalityCode']['output'];
  /** Täckning: what there is of the municipality, and what it lacks; null while this part of the graph is down. */
  readonly coverage?: Maybe<Coverage>;
};

export type Initiative = {
  readonly __typename?: 'Initiative';
  readonly id: Scalars['ID']['output'];
};

export type SourceDocument = {
  readonly __typename?: 'SourceDocument';
  readonly id: Scalars['ID']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Jämförelse of municipalities. An input that cannot be answered is refused with every mistake at once. */
  readonly comparison?: Maybe<Comparison>;
  /** Pengaflöden from sources to themes or organisations. */
  readonly fundingFlows?: Maybe<FundingFlows>;
  /** Täckning of the municipalities named, or of every municipality with data, by code. */
  readonly coverage?: Maybe<ReadonlyArray<Coverage>>;
};


export type QueryComparisonArgs = {
  input: ComparisonInput;
};


export type QueryFundingFlowsArgs = {
  input: FundingFlowsInput;
};


export type QueryCoverageArgs = {
  municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
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
  Municipality: Municipality;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Municipality:
    ( { __typename: 'Municipality' }
    & GraphQLRecursivePick<FederationTypes['Municipality'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Measure: Measure;
  Dimension: Dimension;
  MoneyLevel: MoneyLevel;
  Normalisation: Normalisation;
  MultiValuedRule: MultiValuedRule;
  SplitRule: SplitRule;
  ComparisonOrderField: ComparisonOrderField;
  ComparisonOrder: ComparisonOrder;
  ComparisonInput: ComparisonInput;
  ComparisonFilter: ComparisonFilter;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Comparison: ResolverTypeWrapper<ComparisonValue>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ComparisonRow: ResolverTypeWrapper<ComparisonRowValue>;
  ComparisonKey: ResolverTypeWrapper<ComparisonKeyValue>;
  WarningSeverity: WarningSeverity;
  ComparabilityWarning: ResolverTypeWrapper<WarningValue>;
  Coverage: ResolverTypeWrapper<CoverageValue>;
  QualityPartCode: QualityPartCode;
  QualityPart: ResolverTypeWrapper<QualityPartValue>;
  LackingConnection: ResolverTypeWrapper<LackingValue>;
  LackingEdge: ResolverTypeWrapper<LackingEdge>;
  FlowEnd: FlowEnd;
  FundingFlowsInput: FundingFlowsInput;
  FundingFlows: ResolverTypeWrapper<FlowsValue>;
  FlowNodeKind: FlowNodeKind;
  FlowNode: ResolverTypeWrapper<FlowNodeValue>;
  FlowLink: ResolverTypeWrapper<FlowLinkValue>;
  Municipality: ResolverTypeWrapper<Omit<Municipality, 'coverage'> & { coverage?: Maybe<ResolversTypes['Coverage']> }>;
  Initiative: ResolverTypeWrapper<Initiative>;
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
  ComparisonOrder: ComparisonOrder;
  ComparisonInput: ComparisonInput;
  ComparisonFilter: ComparisonFilter;
  ID: Scalars['ID']['output'];
  Comparison: ComparisonValue;
  Float: Scalars['Float']['output'];
  ComparisonRow: ComparisonRowValue;
  ComparisonKey: ComparisonKeyValue;
  ComparabilityWarning: WarningValue;
  Coverage: CoverageValue;
  QualityPart: QualityPartValue;
  LackingConnection: LackingValue;
  LackingEdge: LackingEdge;
  FundingFlowsInput: FundingFlowsInput;
  FundingFlows: FlowsValue;
  FlowNode: FlowNodeValue;
  FlowLink: FlowLinkValue;
  Municipality: Omit<Municipality, 'coverage'> & { coverage?: Maybe<ResolversParentTypes['Coverage']> } | FederationReferenceTypes['Municipality'];
  Initiative: Initiative;
  SourceDocument: SourceDocument;
  Query: Record<PropertyKey, never>;
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

export type LinkDirectiveResolver<Result, Parent, ContextType = ComparisonsContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = ComparisonsContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = ComparisonsContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = ComparisonsContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = ComparisonsContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComparisonResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Comparison'] = ResolversParentTypes['Comparison']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permalink?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  dataVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['MoneyLevel']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ComparisonRow']>, ParentType, ContextType>;
  totalRows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isAdditive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coverage?: Resolver<Array<ResolversTypes['Coverage']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['ComparabilityWarning']>, ParentType, ContextType>;
  sources?: Resolver<Maybe<Array<ResolversTypes['SourceDocument']>>, ParentType, ContextType>;
  csvUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  xlsxUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  jsonUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  metadataUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type ComparisonRowResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['ComparisonRow'] = ResolversParentTypes['ComparisonRow']> = {
  keys?: Resolver<Array<ResolversTypes['ComparisonKey']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Precision']>, ParentType, ContextType>;
  isModelled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mixesKinds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ComparisonKeyResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['ComparisonKey'] = ResolversParentTypes['ComparisonKey']> = {
  dimension?: Resolver<ResolversTypes['Dimension'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ComparisonKeyLabelArgs, 'language'>>;
};

export type ComparabilityWarningResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['ComparabilityWarning'] = ResolversParentTypes['ComparabilityWarning']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['WarningSeverity'], ParentType, ContextType>;
  municipalityCodes?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  municipalities?: Resolver<Maybe<Array<ResolversTypes['Municipality']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ComparabilityWarningMessageArgs, 'language'>>;
};

export type CoverageResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  municipalityCode?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initiativesWithAmount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initiativesWithSource?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initiativesWithYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initiativesWithStatus?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initiativesConfirmed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  programmes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantifiedTargets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  grants?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pots?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  allocations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amounts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amountsWithStatedYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  years?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  populationYears?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  doors?: Resolver<Array<ResolversTypes['SupplyDoor']>, ParentType, ContextType>;
  freshness?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sourceDocuments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  qualityNotes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deficiencies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
  qualityScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  qualityParts?: Resolver<Array<ResolversTypes['QualityPart']>, ParentType, ContextType>;
  lacking?: Resolver<ResolversTypes['LackingConnection'], ParentType, ContextType, RequireFields<CoverageLackingArgs, 'part' | 'first'>>;
};

export type QualityPartResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['QualityPart'] = ResolversParentTypes['QualityPart']> = {
  code?: Resolver<ResolversTypes['QualityPartCode'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QualityPartLabelArgs, 'language'>>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fulfilled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LackingConnectionResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['LackingConnection'] = ResolversParentTypes['LackingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LackingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['Initiative']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LackingEdgeResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['LackingEdge'] = ResolversParentTypes['LackingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
};

export type FundingFlowsResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['FundingFlows'] = ResolversParentTypes['FundingFlows']> = {
  dataVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FlowNode']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['FlowLink']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['ComparabilityWarning']>, ParentType, ContextType>;
};

export type FlowNodeResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['FlowNode'] = ResolversParentTypes['FlowNode']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FlowNodeKind'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FlowNodeLabelArgs, 'language'>>;
};

export type FlowLinkResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['FlowLink'] = ResolversParentTypes['FlowLink']> = {
  source?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['AmountKind']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['SEK']>, ParentType, ContextType>;
  recordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Precision']>, ParentType, ContextType>;
  isSplitStated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isModelled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality'], FederationReferenceType extends FederationReferenceTypes['Municipality'] = FederationReferenceTypes['Municipality']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Municipality']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  coverage?: Resolver<Maybe<ResolversTypes['Coverage']>, ParentType, ContextType>;
};

export type InitiativeResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Initiative'] = ResolversParentTypes['Initiative']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SourceDocumentResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['SourceDocument'] = ResolversParentTypes['SourceDocument']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  comparison?: Resolver<Maybe<ResolversTypes['Comparison']>, ParentType, ContextType, RequireFields<QueryComparisonArgs, 'input'>>;
  fundingFlows?: Resolver<Maybe<ResolversTypes['FundingFlows']>, ParentType, ContextType, RequireFields<QueryFundingFlowsArgs, 'input'>>;
  coverage?: Resolver<Maybe<Array<ResolversTypes['Coverage']>>, ParentType, ContextType, Partial<QueryCoverageArgs>>;
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

export type TextResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Text'] = ResolversParentTypes['Text']> = {
  sv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  en?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  asPrinted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FuzzyDateResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['FuzzyDate'] = ResolversParentTypes['FuzzyDate']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['DatePrecision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FuzzyDateLabelArgs, 'language'>>;
};

export type PeriodResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  start?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
};

export type SourceReferenceResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['SourceReference'] = ResolversParentTypes['SourceReference']> = {
  document?: Resolver<Maybe<ResolversTypes['SourceDocument']>, ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QualityNoteResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['QualityNote'] = ResolversParentTypes['QualityNote']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['NoteSeverity'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QualityNoteMessageArgs, 'language'>>;
};

export type PageInfoResolvers<ContextType = ComparisonsContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ComparisonsContext> = {
  Comparison?: ComparisonResolvers<ContextType>;
  ComparisonRow?: ComparisonRowResolvers<ContextType>;
  ComparisonKey?: ComparisonKeyResolvers<ContextType>;
  ComparabilityWarning?: ComparabilityWarningResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  QualityPart?: QualityPartResolvers<ContextType>;
  LackingConnection?: LackingConnectionResolvers<ContextType>;
  LackingEdge?: LackingEdgeResolvers<ContextType>;
  FundingFlows?: FundingFlowsResolvers<ContextType>;
  FlowNode?: FlowNodeResolvers<ContextType>;
  FlowLink?: FlowLinkResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
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

export type DirectiveResolvers<ContextType = ComparisonsContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
