// Made from schema/initiatives.graphql by npm run codegen.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SourceValue, QualityNoteValue, FuzzyDateValue, PeriodValue, QuantityValue, TextValue } from '../../../kit/record';
import type { ProgrammeRow } from '../programme.entity';
import type { InitiativeRow } from '../initiative.entity';
import type { ParticipationRow } from '../participation.entity';
import type { TargetRow } from '../target.entity';
import type { ResultRow } from '../result.entity';
import type { MilestoneRow } from '../milestone.entity';
import type { DecisionRow } from '../decision.entity';
import type { ConsultationRow } from '../consultation.entity';
import type { CallRow } from '../call.entity';
import type { SourceDocumentRow } from '../source-document.entity';
import type { CodeRow } from '../code.entity';
import type { Connection } from '../../../kit/pagination';
import type { InitiativesContext } from '../loaders';
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

/** Roll that an organisation has in an initiative. */
export type ParticipationRole =
  /** Ansvarig. */
  | 'RESPONSIBLE'
  /** Genomförare. */
  | 'IMPLEMENTING'
  /** Samarbetspart. */
  | 'PARTNER'
  /** Finansiär. */
  | 'FUNDING'
  /** Mottagare of money or service. */
  | 'RECIPIENT'
  /** Förebild: the model comes from it; it takes no part. */
  | 'MODEL';

/** Which way an indicator should move. */
export type TargetDirection =
  /** Öka. */
  | 'INCREASE'
  /** Minska. */
  | 'DECREASE'
  /** Nå: a state to reach. */
  | 'ACHIEVE';

/** Beslutsläge. */
export type DecisionStatus =
  /** Föreslaget: a proposal is known, no decision. */
  | 'PROPOSED'
  /** Beslutat. */
  | 'DECIDED'
  /** Avslaget. */
  | 'REJECTED'
  /** Okänt. */
  | 'UNKNOWN';

/** Dokumentslag. */
export type DocumentKind =
  /** Nyhetsartikel. */
  | 'NEWS_ARTICLE'
  /** Webbsida. */
  | 'WEB_PAGE'
  /** Exempel in a guide. */
  | 'EXAMPLE'
  /** Tjänsteskrivelse with annexes. */
  | 'OFFICIAL_REPORT'
  /** Protokoll. */
  | 'MINUTES'
  /** Författning. */
  | 'STATUTE'
  /** Register or code list. */
  | 'REGISTER'
  /** Statistik. */
  | 'STATISTICS';

/** Satsning: a municipality's programme that holds initiatives together. */
export type Programme = {
  readonly __typename?: 'Programme';
  /** Such as 0191-samhallsbyggnadslyftet. */
  readonly id: Scalars['ID']['output'];
  /** Name as the municipality writes it, or a descriptive one where it gives none (a quality note says so). */
  readonly name: Scalars['String']['output'];
  /** Other names for it. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Kommun. */
  readonly municipality?: Maybe<Municipality>;
  /** Syfte. */
  readonly purpose?: Maybe<Text>;
  /** Beskrivning. */
  readonly description?: Maybe<Text>;
  /** Year it began; null when not known. */
  readonly startYear?: Maybe<Scalars['Int']['output']>;
  /** The programme it is part of. */
  readonly parent?: Maybe<Programme>;
  /** Delar: programmes that are part of it, by name. */
  readonly parts: ReadonlyArray<Programme>;
  /** Organisations with a role in the programme as a whole. */
  readonly participations: ReadonlyArray<Participation>;
  /** Insatser in it or in its parts, by name. */
  readonly initiatives: InitiativeConnection;
  /** Mål och målvärden of the programme and its parts, those of their initiatives not included. */
  readonly targets: ReadonlyArray<Target>;
  /** Milstolpar of the programme, its parts and their initiatives, in time order; a vague date stands at its end. */
  readonly milestones: ReadonlyArray<Milestone>;
  /** Beslut that concern the programme or its parts, in time order. */
  readonly decisions: ReadonlyArray<Decision>;
  /** Dialoger och idétrattar of the programme and its parts. */
  readonly consultations: ReadonlyArray<Consultation>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Satsning: a municipality's programme that holds initiatives together. */
export type ProgrammeInitiativesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Insats: what a municipality does against segregation, as its documents describe it. */
export type Initiative = {
  readonly __typename?: 'Initiative';
  /** Municipality code and name, such as 0191-stadsdelsmammor. */
  readonly id: Scalars['ID']['output'];
  /** Name as the municipality writes it. */
  readonly name: Scalars['String']['output'];
  /** Other names for it in the sources. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Beskrivning in our own words. */
  readonly description?: Maybe<Text>;
  /** Kommun. */
  readonly municipality?: Maybe<Municipality>;
  /** Satsning that it belongs to. */
  readonly programme?: Maybe<Programme>;
  /** Latest known status. */
  readonly status: InitiativeStatus;
  /** Every known status in time order, with its source. */
  readonly statusHistory: ReadonlyArray<StatusObservation>;
  /** Whether the sources call it a pilot or test. */
  readonly isPilot: Scalars['Boolean']['output'];
  /** Whether it is a reserve of money rather than an initiative: counted in money, left out when initiatives are counted. */
  readonly isReserve: Scalars['Boolean']['output'];
  /** Planned from and to. */
  readonly plannedPeriod?: Maybe<Period>;
  /** Actual from and to. */
  readonly actualPeriod?: Maybe<Period>;
  /** Område in the government's strategy against segregation 2018–2028. */
  readonly strategyArea?: Maybe<StrategyArea>;
  /** Teman. */
  readonly themes: ReadonlyArray<Theme>;
  /** Målgrupper. */
  readonly targetGroups: ReadonlyArray<TargetGroup>;
  /** Instrument: what kind of action it is. */
  readonly instrument?: Maybe<Instrument>;
  /** By whom and when strategy area, themes, target groups and instrument were judged. */
  readonly classification?: Maybe<Classification>;
  /** Områden where it works; empty when no area is named. Null while that part of the graph is down. */
  readonly areas?: Maybe<ReadonlyArray<Area>>;
  /** What a source says of where it works when it names no area, such as hela kommunen. */
  readonly areaStatement?: Maybe<Text>;
  /** Organisations and their roles. */
  readonly participations: ReadonlyArray<Participation>;
  /** Ansvariga organisationer: those with the role RESPONSIBLE, stated or inferred; participations tell which with their certainty. */
  readonly leadOrganisations?: Maybe<ReadonlyArray<Organisation>>;
  /** Mål och målvärden. */
  readonly targets: ReadonlyArray<Target>;
  /** Utfall: outcomes that a source states, with or without a target. */
  readonly results: ReadonlyArray<Result>;
  /** Milstolpar, in time order. */
  readonly milestones: ReadonlyArray<Milestone>;
  /** Beslut, in time order. */
  readonly decisions: ReadonlyArray<Decision>;
  /** Dialoger. */
  readonly consultations: ReadonlyArray<Consultation>;
  /** Utlysningar. */
  readonly calls: ReadonlyArray<Call>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Statusobservation: what one source says of the status at one time. */
export type StatusObservation = {
  readonly __typename?: 'StatusObservation';
  /** The status. */
  readonly status: InitiativeStatus;
  /** When it held; null when not known. */
  readonly date?: Maybe<FuzzyDate>;
  /** How the status is known. */
  readonly certainty: Certainty;
  /** What the source says, in our words. */
  readonly note?: Maybe<Text>;
  /** Where it is said. */
  readonly sources: ReadonlyArray<SourceReference>;
};

/** Klassificering: who judged the codes of an initiative, and when. */
export type Classification = {
  readonly __typename?: 'Classification';
  /** Role of the one who judged; never a person's name. */
  readonly classifiedBy: Scalars['String']['output'];
  /** When; ISO date. */
  readonly classifiedOn: Scalars['String']['output'];
  /** INFERRED until the municipality has confirmed it, then STATED. */
  readonly certainty: Certainty;
  /** COFOG groups of this initiative. */
  readonly cofog: ReadonlyArray<Scalars['String']['output']>;
  /** Targets of the Sustainable Development Goals for this initiative. */
  readonly sdgTargets: ReadonlyArray<Scalars['String']['output']>;
};

/** Medverkan: an organisation's role in an initiative or a programme. */
export type Participation = {
  readonly __typename?: 'Participation';
  /** The organisation; null only while that part of the graph is down. */
  readonly organisation?: Maybe<Organisation>;
  /** Roll. */
  readonly role: ParticipationRole;
  /** The initiative; null when the role is in a programme. */
  readonly initiative?: Maybe<Initiative>;
  /** The programme; null when the role is in an initiative. */
  readonly programme?: Maybe<Programme>;
  /** How the role is known. */
  readonly certainty: Certainty;
  /** What the organisation does, in our words. */
  readonly note?: Maybe<Text>;
  /** Where it is said. */
  readonly sources: ReadonlyArray<SourceReference>;
};

/** Mål or målvärde. */
export type Target = {
  readonly __typename?: 'Target';
  /** Such as 0480-starta-eget-for-utrikesfodda-andel-foretagare. */
  readonly id: Scalars['ID']['output'];
  /** Indikator: what is measured. */
  readonly indicator: Scalars['String']['output'];
  /** The target in words. */
  readonly statement: Text;
  /** Which way it should move; null when not said. */
  readonly direction?: Maybe<TargetDirection>;
  /** Målvärde; null when the target has no number. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** Enhet of value and baseline. */
  readonly unit?: Maybe<Unit>;
  /** Nuläge; null when not given. */
  readonly baseline?: Maybe<Scalars['Float']['output']>;
  /** When it should be reached, in words or as an ISO date; null when not given. */
  readonly deadline?: Maybe<Scalars['String']['output']>;
  /** Utfall reported against it. */
  readonly results: ReadonlyArray<Result>;
  /** Whether the target has a number. */
  readonly isQuantified: Scalars['Boolean']['output'];
  /** The initiative it belongs to, if any. */
  readonly initiative?: Maybe<Initiative>;
  /** The programme it belongs to, if any. */
  readonly programme?: Maybe<Programme>;
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Utfall: an outcome that a source states. */
export type Result = {
  readonly __typename?: 'Result';
  /** Such as 0191-stadsdelsmammor-anstallda. */
  readonly id: Scalars['ID']['output'];
  /** What is counted or said. */
  readonly indicator: Scalars['String']['output'];
  /** The outcome in words. */
  readonly statement: Text;
  /** The outcome as a number; null when it is only words. */
  readonly quantity?: Maybe<Quantity>;
  /** Enhet. */
  readonly unit?: Maybe<Unit>;
  /** When it held; null when not known. */
  readonly date?: Maybe<FuzzyDate>;
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Milstolpe. */
export type Milestone = {
  readonly __typename?: 'Milestone';
  /** Such as 0191-2024-03-20-pilotstart. */
  readonly id: Scalars['ID']['output'];
  /** When. */
  readonly date: FuzzyDate;
  /** What happened. */
  readonly title: Text;
  /** The initiative it belongs to, if any. */
  readonly initiative?: Maybe<Initiative>;
  /** The programme it belongs to, if any. */
  readonly programme?: Maybe<Programme>;
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Dialog: a consultation or idea process. */
export type Consultation = {
  readonly __typename?: 'Consultation';
  /** Such as 0191-dialogprocess-2022. */
  readonly id: Scalars['ID']['output'];
  /** Name in words. */
  readonly name: Scalars['String']['output'];
  /** What it was and how it was done. */
  readonly description?: Maybe<Text>;
  /** From and to. */
  readonly period?: Maybe<Period>;
  /** Idétratt: how many ideas were left after each stage, in order. */
  readonly stages: ReadonlyArray<FunnelStage>;
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Steg in an idea funnel. */
export type FunnelStage = {
  readonly __typename?: 'FunnelStage';
  /** What the stage is. */
  readonly label: Text;
  /** How many were left. */
  readonly quantity: Quantity;
  /** Where it is said. */
  readonly sources: ReadonlyArray<SourceReference>;
};

/** Utlysning: a call where others may apply for money. */
export type Call = {
  readonly __typename?: 'Call';
  /** Such as 2281-20-satsningar-2020-forsta-ansokningstillfallet. */
  readonly id: Scalars['ID']['output'];
  /** Name in words. */
  readonly name: Scalars['String']['output'];
  /** What may be applied for and by whom. */
  readonly description?: Maybe<Text>;
  /** Opens. */
  readonly opens?: Maybe<FuzzyDate>;
  /** Closes. */
  readonly closes?: Maybe<FuzzyDate>;
  /** The organisation that calls. */
  readonly issuer?: Maybe<Organisation>;
  /** Beviljade mottagare; empty when none is chosen or known. */
  readonly grantees?: Maybe<ReadonlyArray<Organisation>>;
  /** The initiative it belongs to. */
  readonly initiative?: Maybe<Initiative>;
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Beslut or proposed decision. */
export type Decision = {
  readonly __typename?: 'Decision';
  /** Such as 0480-2021-12-08-forslag-till-fordelning. */
  readonly id: Scalars['ID']['output'];
  /** What is decided. */
  readonly title: Text;
  /** When; null when not known. */
  readonly date?: Maybe<FuzzyDate>;
  /** The body that decides. */
  readonly body?: Maybe<Organisation>;
  /** Beslutsläge. */
  readonly status: DecisionStatus;
  /** Diarienummer. */
  readonly registrationNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** Prövning av barnets bästa: whether one was done; null when not known. */
  readonly childRightsAssessment?: Maybe<Scalars['Boolean']['output']>;
  /** Initiatives it concerns. */
  readonly initiatives: ReadonlyArray<Initiative>;
  /** The programme it concerns, if any. */
  readonly programme?: Maybe<Programme>;
  /** Where the record comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** Tema. */
export type Theme = {
  readonly __typename?: 'Theme';
  /** Code, such as EMPLOYMENT. */
  readonly code: Scalars['String']['output'];
  /** Label. */
  readonly label: Scalars['String']['output'];
  /** COFOG groups nearest to it. */
  readonly cofog: ReadonlyArray<Scalars['String']['output']>;
  /** Targets of the Sustainable Development Goals nearest to it. */
  readonly sdgTargets: ReadonlyArray<Scalars['String']['output']>;
  /** Kolada indicators to show beside it; context, never an effect of an initiative. */
  readonly koladaKpis: ReadonlyArray<Scalars['String']['output']>;
  /** Where the code comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Tema. */
export type ThemeLabelArgs = {
  language?: Language;
};

/** Målgrupp. */
export type TargetGroup = {
  readonly __typename?: 'TargetGroup';
  /** Code, such as SCHOOL_PUPILS. */
  readonly code: Scalars['String']['output'];
  /** Label. */
  readonly label: Scalars['String']['output'];
  /** Where the code comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Målgrupp. */
export type TargetGroupLabelArgs = {
  language?: Language;
};

/** Område in the government's strategy against segregation 2018–2028. */
export type StrategyArea = {
  readonly __typename?: 'StrategyArea';
  /** Code, such as LABOUR_MARKET. */
  readonly code: Scalars['String']['output'];
  /** Label. */
  readonly label: Scalars['String']['output'];
  /** Where the code comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Område in the government's strategy against segregation 2018–2028. */
export type StrategyAreaLabelArgs = {
  language?: Language;
};

/** Instrument: kind of action. */
export type Instrument = {
  readonly __typename?: 'Instrument';
  /** Code, such as MENTORING. */
  readonly code: Scalars['String']['output'];
  /** Label. */
  readonly label: Scalars['String']['output'];
  /** Where the code comes from. */
  readonly sources: ReadonlyArray<SourceReference>;
  /** Known doubts. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};


/** Instrument: kind of action. */
export type InstrumentLabelArgs = {
  language?: Language;
};

/** Källdokument: a document that records rest on. */
export type SourceDocument = {
  readonly __typename?: 'SourceDocument';
  /** Such as 2181-14-miljoner-for-att-minska-utanforskap. */
  readonly id: Scalars['ID']['output'];
  /** Title as printed. */
  readonly title: Scalars['String']['output'];
  /** Utgivare; null when not known or while that part of the graph is down. */
  readonly publisher?: Maybe<Organisation>;
  /** Dokumentslag. */
  readonly kind: DocumentKind;
  /** Published. */
  readonly publishedOn?: Maybe<FuzzyDate>;
  /** Last changed or dated. */
  readonly modifiedOn?: Maybe<FuzzyDate>;
  /** Public address; null when not found. */
  readonly url?: Maybe<Scalars['URL']['output']>;
  /** The municipality it is about; null for national ones. */
  readonly municipality?: Maybe<Municipality>;
  /** Diarienummer and the like. */
  readonly registrationNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** When the owner no longer delivered the record; null while it does. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the record last changed here. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** What is known of the document itself and its state. */
  readonly qualityNotes: ReadonlyArray<QualityNote>;
};

/** A page of initiatives. */
export type InitiativeConnection = {
  readonly __typename?: 'InitiativeConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<InitiativeEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Initiative>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An initiative and its cursor. */
export type InitiativeEdge = {
  readonly __typename?: 'InitiativeEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The initiative. */
  readonly node: Initiative;
};

/** A page of participations. */
export type ParticipationConnection = {
  readonly __typename?: 'ParticipationConnection';
  /** Rows with their cursors. */
  readonly edges: ReadonlyArray<ParticipationEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Participation>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Rows in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A participation and its cursor. */
export type ParticipationEdge = {
  readonly __typename?: 'ParticipationEdge';
  /** Position in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The participation. */
  readonly node: Participation;
};

/** Which initiatives. Fields are joined by AND, values within a field by OR. */
export type InitiativeFilter = {
  /** Municipality codes. */
  readonly municipalities?: InputMaybe<ReadonlyArray<Scalars['MunicipalityCode']['input']>>;
  /** Words in name, aliases or description; inflected Swedish forms, parts of compounds in names and folded letters are found too. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<InitiativeStatus>>;
  /** Theme codes. */
  readonly themes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Target group codes. */
  readonly targetGroups?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Strategy area codes. */
  readonly strategyAreas?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Instrument codes. */
  readonly instruments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Programmes, their parts included. */
  readonly programmes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Areas, their parts not included. */
  readonly areas?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Organisations with any role. */
  readonly organisations?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Years that a known period touches, or in which a source says that the initiative goes on. */
  readonly years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Only initiatives for which some amount is known (true), or none is (false). */
  readonly hasAmount?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only reserves (true), or no reserves (false). */
  readonly isReserve?: InputMaybe<Scalars['Boolean']['input']>;
  /** Records that changed after this moment, withdrawn ones too. Ask some minutes back: a delivery becomes visible a little after its changedAt. */
  readonly changedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What initiatives are ordered by. */
export type InitiativeOrderField =
  /** Name in Swedish order. */
  | 'NAME'
  /** Municipality code, then name. */
  | 'MUNICIPALITY'
  /** Status from idea to ended, then name. */
  | 'STATUS'
  /** First year of the kind that the years filter looks at, unknown last, then name. */
  | 'START'
  /** When the record last changed. */
  | 'CHANGED';

/** Order of initiatives. */
export type InitiativeOrder = {
  /** What to order by. */
  readonly field?: InitiativeOrderField;
  /** Which way. */
  readonly direction?: OrderDirection;
};

export type Municipality = {
  readonly __typename?: 'Municipality';
  readonly code: Scalars['MunicipalityCode']['output'];
  /** Insatser of the municipality, by name; null while this part of the graph is down. */
  readonly initiatives?: Maybe<InitiativeConnection>;
  /** Satsningar of the municipality, by name. */
  readonly programmes?: Maybe<ReadonlyArray<Programme>>;
  /** Källdokument about the municipality, by title. */
  readonly sourceDocuments?: Maybe<ReadonlyArray<SourceDocument>>;
};


export type MunicipalityInitiativesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InitiativeFilter>;
  orderBy?: InputMaybe<InitiativeOrder>;
};

export type Area = {
  readonly __typename?: 'Area';
  readonly id: Scalars['ID']['output'];
  /** Insatser in the area, by name. */
  readonly initiatives?: Maybe<InitiativeConnection>;
};


export type AreaInitiativesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Organisation = {
  readonly __typename?: 'Organisation';
  readonly id: Scalars['ID']['output'];
  /** Medverkan in initiatives and programmes. */
  readonly participations?: Maybe<ParticipationConnection>;
};


export type OrganisationParticipationsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Insatser. */
  readonly initiatives?: Maybe<InitiativeConnection>;
  /** One initiative; null when there is none with the id. */
  readonly initiative?: Maybe<Initiative>;
  /** Satsningar by municipality and name. */
  readonly programmes?: Maybe<ReadonlyArray<Programme>>;
  /** One programme; null when there is none with the id. */
  readonly programme?: Maybe<Programme>;
  /** Every theme. */
  readonly themes?: Maybe<ReadonlyArray<Theme>>;
  /** Every target group. */
  readonly targetGroups?: Maybe<ReadonlyArray<TargetGroup>>;
  /** Every strategy area. */
  readonly strategyAreas?: Maybe<ReadonlyArray<StrategyArea>>;
  /** Every instrument. */
  readonly instruments?: Maybe<ReadonlyArray<Instrument>>;
  /** Källdokument by municipality and title; the national ones too when no municipality is given. */
  readonly sourceDocuments?: Maybe<ReadonlyArray<SourceDocument>>;
  /** One source document; null when there is none with the id. */
  readonly sourceDocument?: Maybe<SourceDocument>;
};


export type QueryInitiativesArgs = {
  filter?: InputMaybe<InitiativeFilter>;
  orderBy?: InputMaybe<InitiativeOrder>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryInitiativeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProgrammesArgs = {
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
};


export type QueryProgrammeArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySourceDocumentsArgs = {
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
};


export type QuerySourceDocumentArgs = {
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
  Programme: Programme;
  Initiative: Initiative;
  SourceDocument: SourceDocument;
  Municipality: Municipality;
  Area: Area;
  Organisation: Organisation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Programme:
    ( { __typename: 'Programme' }
    & GraphQLRecursivePick<FederationTypes['Programme'], {"id":true}> );
  Initiative:
    ( { __typename: 'Initiative' }
    & GraphQLRecursivePick<FederationTypes['Initiative'], {"id":true}> );
  SourceDocument:
    ( { __typename: 'SourceDocument' }
    & GraphQLRecursivePick<FederationTypes['SourceDocument'], {"id":true}> );
  Municipality:
    ( { __typename: 'Municipality' }
    & GraphQLRecursivePick<FederationTypes['Municipality'], {"code":true}> );
  Area:
    ( { __typename: 'Area' }
    & GraphQLRecursivePick<FederationTypes['Area'], {"id":true}> );
  Organisation:
    ( { __typename: 'Organisation' }
    & GraphQLRecursivePick<FederationTypes['Organisation'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ParticipationRole: ParticipationRole;
  TargetDirection: TargetDirection;
  DecisionStatus: DecisionStatus;
  DocumentKind: DocumentKind;
  Programme: ResolverTypeWrapper<ProgrammeRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Initiative: ResolverTypeWrapper<InitiativeRow>;
  StatusObservation: ResolverTypeWrapper<Omit<StatusObservation, 'date' | 'note' | 'sources'> & { date?: Maybe<ResolversTypes['FuzzyDate']>, note?: Maybe<ResolversTypes['Text']>, sources: Array<ResolversTypes['SourceReference']> }>;
  Classification: ResolverTypeWrapper<Classification>;
  Participation: ResolverTypeWrapper<ParticipationRow>;
  Target: ResolverTypeWrapper<TargetRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Result: ResolverTypeWrapper<ResultRow>;
  Milestone: ResolverTypeWrapper<MilestoneRow>;
  Consultation: ResolverTypeWrapper<ConsultationRow>;
  FunnelStage: ResolverTypeWrapper<Omit<FunnelStage, 'label' | 'quantity' | 'sources'> & { label: ResolversTypes['Text'], quantity: ResolversTypes['Quantity'], sources: Array<ResolversTypes['SourceReference']> }>;
  Call: ResolverTypeWrapper<CallRow>;
  Decision: ResolverTypeWrapper<DecisionRow>;
  Theme: ResolverTypeWrapper<CodeRow>;
  TargetGroup: ResolverTypeWrapper<CodeRow>;
  StrategyArea: ResolverTypeWrapper<CodeRow>;
  Instrument: ResolverTypeWrapper<CodeRow>;
  SourceDocument: ResolverTypeWrapper<SourceDocumentRow>;
  InitiativeConnection: ResolverTypeWrapper<Connection<InitiativeRow>>;
  InitiativeEdge: ResolverTypeWrapper<Omit<InitiativeEdge, 'node'> & { node: ResolversTypes['Initiative'] }>;
  ParticipationConnection: ResolverTypeWrapper<Connection<ParticipationRow>>;
  ParticipationEdge: ResolverTypeWrapper<Omit<ParticipationEdge, 'node'> & { node: ResolversTypes['Participation'] }>;
  InitiativeFilter: InitiativeFilter;
  InitiativeOrderField: InitiativeOrderField;
  InitiativeOrder: InitiativeOrder;
  Municipality: ResolverTypeWrapper<Omit<Municipality, 'initiatives' | 'programmes' | 'sourceDocuments'> & { initiatives?: Maybe<ResolversTypes['InitiativeConnection']>, programmes?: Maybe<Array<ResolversTypes['Programme']>>, sourceDocuments?: Maybe<Array<ResolversTypes['SourceDocument']>> }>;
  Area: ResolverTypeWrapper<Omit<Area, 'initiatives'> & { initiatives?: Maybe<ResolversTypes['InitiativeConnection']> }>;
  Organisation: ResolverTypeWrapper<Omit<Organisation, 'participations'> & { participations?: Maybe<ResolversTypes['ParticipationConnection']> }>;
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
  Programme: ProgrammeRow;
  ID: Scalars['ID']['output'];
  Initiative: InitiativeRow;
  StatusObservation: Omit<StatusObservation, 'date' | 'note' | 'sources'> & { date?: Maybe<ResolversParentTypes['FuzzyDate']>, note?: Maybe<ResolversParentTypes['Text']>, sources: Array<ResolversParentTypes['SourceReference']> };
  Classification: Classification;
  Participation: ParticipationRow;
  Target: TargetRow;
  Float: Scalars['Float']['output'];
  Result: ResultRow;
  Milestone: MilestoneRow;
  Consultation: ConsultationRow;
  FunnelStage: Omit<FunnelStage, 'label' | 'quantity' | 'sources'> & { label: ResolversParentTypes['Text'], quantity: ResolversParentTypes['Quantity'], sources: Array<ResolversParentTypes['SourceReference']> };
  Call: CallRow;
  Decision: DecisionRow;
  Theme: CodeRow;
  TargetGroup: CodeRow;
  StrategyArea: CodeRow;
  Instrument: CodeRow;
  SourceDocument: SourceDocumentRow;
  InitiativeConnection: Connection<InitiativeRow>;
  InitiativeEdge: Omit<InitiativeEdge, 'node'> & { node: ResolversParentTypes['Initiative'] };
  ParticipationConnection: Connection<ParticipationRow>;
  ParticipationEdge: Omit<ParticipationEdge, 'node'> & { node: ResolversParentTypes['Participation'] };
  InitiativeFilter: InitiativeFilter;
  InitiativeOrder: InitiativeOrder;
  Municipality: Omit<Municipality, 'initiatives' | 'programmes' | 'sourceDocuments'> & { initiatives?: Maybe<ResolversParentTypes['InitiativeConnection']>, programmes?: Maybe<Array<ResolversParentTypes['Programme']>>, sourceDocuments?: Maybe<Array<ResolversParentTypes['SourceDocument']>> } | FederationReferenceTypes['Municipality'];
  Area: Omit<Area, 'initiatives'> & { initiatives?: Maybe<ResolversParentTypes['InitiativeConnection']> } | FederationReferenceTypes['Area'];
  Organisation: Omit<Organisation, 'participations'> & { participations?: Maybe<ResolversParentTypes['ParticipationConnection']> } | FederationReferenceTypes['Organisation'];
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

export type LinkDirectiveResolver<Result, Parent, ContextType = InitiativesContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ComposeDirectiveDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = InitiativesContext, Args = ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = InitiativesContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = InitiativesContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = InitiativesContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ProgrammeResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Programme'] = ResolversParentTypes['Programme'], FederationReferenceType extends FederationReferenceTypes['Programme'] = FederationReferenceTypes['Programme']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Programme']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  startYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['Programme']>, ParentType, ContextType>;
  participations?: Resolver<Array<ResolversTypes['Participation']>, ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<ProgrammeInitiativesArgs, 'first'>>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  milestones?: Resolver<Array<ResolversTypes['Milestone']>, ParentType, ContextType>;
  decisions?: Resolver<Array<ResolversTypes['Decision']>, ParentType, ContextType>;
  consultations?: Resolver<Array<ResolversTypes['Consultation']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type InitiativeResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Initiative'] = ResolversParentTypes['Initiative'], FederationReferenceType extends FederationReferenceTypes['Initiative'] = FederationReferenceTypes['Initiative']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Initiative']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InitiativeStatus'], ParentType, ContextType>;
  statusHistory?: Resolver<Array<ResolversTypes['StatusObservation']>, ParentType, ContextType>;
  isPilot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isReserve?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  plannedPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  actualPeriod?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  strategyArea?: Resolver<Maybe<ResolversTypes['StrategyArea']>, ParentType, ContextType>;
  themes?: Resolver<Array<ResolversTypes['Theme']>, ParentType, ContextType>;
  targetGroups?: Resolver<Array<ResolversTypes['TargetGroup']>, ParentType, ContextType>;
  instrument?: Resolver<Maybe<ResolversTypes['Instrument']>, ParentType, ContextType>;
  classification?: Resolver<Maybe<ResolversTypes['Classification']>, ParentType, ContextType>;
  areas?: Resolver<Maybe<Array<ResolversTypes['Area']>>, ParentType, ContextType>;
  areaStatement?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  participations?: Resolver<Array<ResolversTypes['Participation']>, ParentType, ContextType>;
  leadOrganisations?: Resolver<Maybe<Array<ResolversTypes['Organisation']>>, ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['Result']>, ParentType, ContextType>;
  milestones?: Resolver<Array<ResolversTypes['Milestone']>, ParentType, ContextType>;
  decisions?: Resolver<Array<ResolversTypes['Decision']>, ParentType, ContextType>;
  consultations?: Resolver<Array<ResolversTypes['Consultation']>, ParentType, ContextType>;
  calls?: Resolver<Array<ResolversTypes['Call']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type StatusObservationResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['StatusObservation'] = ResolversParentTypes['StatusObservation']> = {
  status?: Resolver<ResolversTypes['InitiativeStatus'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
};

export type ClassificationResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Classification'] = ResolversParentTypes['Classification']> = {
  classifiedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  classifiedOn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  cofog?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sdgTargets?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParticipationResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Participation'] = ResolversParentTypes['Participation']> = {
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ParticipationRole'], ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
};

export type TargetResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['TargetDirection']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  baseline?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['Result']>, ParentType, ContextType>;
  isQuantified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type ResultResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Result'] = ResolversParentTypes['Result']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type MilestoneResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Milestone'] = ResolversParentTypes['Milestone']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['FuzzyDate'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type ConsultationResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Consultation'] = ResolversParentTypes['Consultation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['FunnelStage']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type FunnelStageResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['FunnelStage'] = ResolversParentTypes['FunnelStage']> = {
  label?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
};

export type CallResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Call'] = ResolversParentTypes['Call']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['Text']>, ParentType, ContextType>;
  opens?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  closes?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  grantees?: Resolver<Maybe<Array<ResolversTypes['Organisation']>>, ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DecisionStatus'], ParentType, ContextType>;
  registrationNumbers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  childRightsAssessment?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  initiatives?: Resolver<Array<ResolversTypes['Initiative']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type ThemeResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Theme'] = ResolversParentTypes['Theme']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ThemeLabelArgs, 'language'>>;
  cofog?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sdgTargets?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  koladaKpis?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type TargetGroupResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['TargetGroup'] = ResolversParentTypes['TargetGroup']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TargetGroupLabelArgs, 'language'>>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type StrategyAreaResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['StrategyArea'] = ResolversParentTypes['StrategyArea']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<StrategyAreaLabelArgs, 'language'>>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type InstrumentResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Instrument'] = ResolversParentTypes['Instrument']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<InstrumentLabelArgs, 'language'>>;
  sources?: Resolver<Array<ResolversTypes['SourceReference']>, ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type SourceDocumentResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['SourceDocument'] = ResolversParentTypes['SourceDocument'], FederationReferenceType extends FederationReferenceTypes['SourceDocument'] = FederationReferenceTypes['SourceDocument']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SourceDocument']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DocumentKind'], ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  modifiedOn?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  registrationNumbers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  qualityNotes?: Resolver<Array<ResolversTypes['QualityNote']>, ParentType, ContextType>;
};

export type InitiativeConnectionResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['InitiativeConnection'] = ResolversParentTypes['InitiativeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InitiativeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Initiative']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InitiativeEdgeResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['InitiativeEdge'] = ResolversParentTypes['InitiativeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Initiative'], ParentType, ContextType>;
};

export type ParticipationConnectionResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['ParticipationConnection'] = ResolversParentTypes['ParticipationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ParticipationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Participation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ParticipationEdgeResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['ParticipationEdge'] = ResolversParentTypes['ParticipationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Participation'], ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality'], FederationReferenceType extends FederationReferenceTypes['Municipality'] = FederationReferenceTypes['Municipality']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Municipality']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  initiatives?: Resolver<Maybe<ResolversTypes['InitiativeConnection']>, ParentType, ContextType, RequireFields<MunicipalityInitiativesArgs, 'first'>>;
  programmes?: Resolver<Maybe<Array<ResolversTypes['Programme']>>, ParentType, ContextType>;
  sourceDocuments?: Resolver<Maybe<Array<ResolversTypes['SourceDocument']>>, ParentType, ContextType>;
};

export type AreaResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area'], FederationReferenceType extends FederationReferenceTypes['Area'] = FederationReferenceTypes['Area']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Area']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiatives?: Resolver<Maybe<ResolversTypes['InitiativeConnection']>, ParentType, ContextType, RequireFields<AreaInitiativesArgs, 'first'>>;
};

export type OrganisationResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation'], FederationReferenceType extends FederationReferenceTypes['Organisation'] = FederationReferenceTypes['Organisation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organisation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  participations?: Resolver<Maybe<ResolversTypes['ParticipationConnection']>, ParentType, ContextType, RequireFields<OrganisationParticipationsArgs, 'first'>>;
};

export type QueryResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  initiatives?: Resolver<Maybe<ResolversTypes['InitiativeConnection']>, ParentType, ContextType, RequireFields<QueryInitiativesArgs, 'first'>>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType, RequireFields<QueryInitiativeArgs, 'id'>>;
  programmes?: Resolver<Maybe<Array<ResolversTypes['Programme']>>, ParentType, ContextType, Partial<QueryProgrammesArgs>>;
  programme?: Resolver<Maybe<ResolversTypes['Programme']>, ParentType, ContextType, RequireFields<QueryProgrammeArgs, 'id'>>;
  themes?: Resolver<Maybe<Array<ResolversTypes['Theme']>>, ParentType, ContextType>;
  targetGroups?: Resolver<Maybe<Array<ResolversTypes['TargetGroup']>>, ParentType, ContextType>;
  strategyAreas?: Resolver<Maybe<Array<ResolversTypes['StrategyArea']>>, ParentType, ContextType>;
  instruments?: Resolver<Maybe<Array<ResolversTypes['Instrument']>>, ParentType, ContextType>;
  sourceDocuments?: Resolver<Maybe<Array<ResolversTypes['SourceDocument']>>, ParentType, ContextType, Partial<QuerySourceDocumentsArgs>>;
  sourceDocument?: Resolver<Maybe<ResolversTypes['SourceDocument']>, ParentType, ContextType, RequireFields<QuerySourceDocumentArgs, 'id'>>;
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

export type TextResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Text'] = ResolversParentTypes['Text']> = {
  sv?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  en?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['Precision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  asPrinted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FuzzyDateResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['FuzzyDate'] = ResolversParentTypes['FuzzyDate']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['DatePrecision'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FuzzyDateLabelArgs, 'language'>>;
};

export type PeriodResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  start?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['FuzzyDate']>, ParentType, ContextType>;
};

export type SourceReferenceResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['SourceReference'] = ResolversParentTypes['SourceReference']> = {
  document?: Resolver<Maybe<ResolversTypes['SourceDocument']>, ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QualityNoteResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['QualityNote'] = ResolversParentTypes['QualityNote']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['NoteSeverity'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QualityNoteMessageArgs, 'language'>>;
};

export type PageInfoResolvers<ContextType = InitiativesContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = InitiativesContext> = {
  Programme?: ProgrammeResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
  StatusObservation?: StatusObservationResolvers<ContextType>;
  Classification?: ClassificationResolvers<ContextType>;
  Participation?: ParticipationResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  Result?: ResultResolvers<ContextType>;
  Milestone?: MilestoneResolvers<ContextType>;
  Consultation?: ConsultationResolvers<ContextType>;
  FunnelStage?: FunnelStageResolvers<ContextType>;
  Call?: CallResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  Theme?: ThemeResolvers<ContextType>;
  TargetGroup?: TargetGroupResolvers<ContextType>;
  StrategyArea?: StrategyAreaResolvers<ContextType>;
  Instrument?: InstrumentResolvers<ContextType>;
  SourceDocument?: SourceDocumentResolvers<ContextType>;
  InitiativeConnection?: InitiativeConnectionResolvers<ContextType>;
  InitiativeEdge?: InitiativeEdgeResolvers<ContextType>;
  ParticipationConnection?: ParticipationConnectionResolvers<ContextType>;
  ParticipationEdge?: ParticipationEdgeResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
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

export type DirectiveResolvers<ContextType = InitiativesContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  composeDirective?: ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
