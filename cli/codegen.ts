import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typescriptPlugin from "@graphql-codegen/typescript";
import * as resolversPlugin from "@graphql-codegen/typescript-resolvers";
import { type DocumentNode, Kind, parse } from "graphql";
import { projectRoot } from "../kit/project-root";
import { readSubgraphSchema } from "../kit/subgraph-schema";
import { roomFolder } from "./room-folder";

/** Which row type stands behind which GraphQL type, by room. */
const mappers: Record<string, Record<string, string>> = {
  areas: {
    County: "../county.entity#CountyRow",
    Municipality: "../municipality.entity#MunicipalityRow",
    Population: "../population.entity#PopulationRow",
    DataSupply: "../data-supply.entity#DataSupplyRow",
    Area: "../area.entity#AreaRow",
  },
  organisations: { Organisation: "../organisation.entity#OrganisationRow" },
  initiatives: {
    Programme: "../programme.entity#ProgrammeRow",
    Initiative: "../initiative.entity#InitiativeRow",
    Participation: "../participation.entity#ParticipationRow",
    Target: "../target.entity#TargetRow",
    Result: "../result.entity#ResultRow",
    Milestone: "../milestone.entity#MilestoneRow",
    Decision: "../decision.entity#DecisionRow",
    Consultation: "../consultation.entity#ConsultationRow",
    Call: "../call.entity#CallRow",
    SourceDocument: "../source-document.entity#SourceDocumentRow",
    Theme: "../code.entity#CodeRow",
    TargetGroup: "../code.entity#CodeRow",
    StrategyArea: "../code.entity#CodeRow",
    Instrument: "../code.entity#CodeRow",
  },
  funding: {
    Amount: "../amount#AmountValue",
    AllocationSum: "../sums#AllocationSumRow",
    FundingSource: "../funding-source.entity#FundingSourceRow",
    FundingProgramme: "../funding-programme.entity#FundingProgrammeRow",
    Grant: "../grant.entity#GrantRow",
    GrantEvent: "../grant-event.entity#GrantEventRow",
    Pot: "../pot.entity#PotRow",
    PotContribution: "../pot-contribution.entity#PotContributionRow",
    Allocation: "../allocation.entity#AllocationRow",
    SourceShare: "../split#ShareValue",
    FollowUpReport: "../reports/report#FollowUpReportRow",
    FollowUpReportVersion: "../reports/report#VersionRow",
    FollowUpReview: "../reports/report#ReviewRow",
    ReportTemplate: "../templates/report-template#ReportTemplateRow",
    FollowUpMistake: "../follow-up/mistake#Mistake",
    FundingFollowUp: "../follow-up/follow-up#FundingFollowUpValue",
    FollowUpGrant: "../follow-up/follow-up#FollowUpGrantValue",
    FollowUpInitiative: "../follow-up/follow-up#FollowUpInitiativeValue",
    FollowUpArea: "../follow-up/follow-up#FollowUpAreaValue",
    GrantSums: "../life/grant-sums#GrantSumsValue",
    AuditEntry: "../audit/audit-entry#AuditEntryRow",
    AuditConnection: "../../../kit/pagination#Connection<AuditEntryRow>",
  },
  opendata: {
    Change: "../changes/change#ShownChange",
    Webhook: "../webhooks/webhook#WebhookRow",
    WebhookAttempt: "../webhooks/webhook#AttemptRow",
    WebhookMistake: "../webhooks/mistakes#Mistake",
  },
  comparisons: {
    Comparison: "../comparison/comparison#ComparisonValue",
    ComparisonRow: "../comparison/row#ComparisonRowValue",
    ComparisonKey: "../comparison/row#ComparisonKeyValue",
    ComparabilityWarning: "../warnings/warning#WarningValue",
    Coverage: "../coverage/coverage#CoverageValue",
    QualityPart: "../coverage/quality-score#QualityPartValue",
    LackingConnection: "../coverage/coverage#LackingValue",
    FundingFlows: "../flows/flows#FlowsValue",
    FlowNode: "../flows/flows#FlowNodeValue",
    FlowLink: "../flows/flows#FlowLinkValue",
  },
};

const valueMappers = {
  SourceReference: "../../../kit/record#SourceValue",
  QualityNote: "../../../kit/record#QualityNoteValue",
  FuzzyDate: "../../../kit/record#FuzzyDateValue",
  Period: "../../../kit/record#PeriodValue",
  Quantity: "../../../kit/record#QuantityValue",
  Text: "../../../kit/record#TextValue",
};

const scalars = {
  ID: "string",
  SEK: "string",
  MunicipalityCode: "string",
  Date: "string",
  DateTime: "Date",
  URL: "string",
};

const federation = parse(`
  directive @link(url: String!, import: [String!]) repeatable on SCHEMA
  directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT
  directive @composeDirective(name: String!) repeatable on SCHEMA
  directive @shareable on OBJECT | FIELD_DEFINITION
  directive @cost(weight: Int!) on FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
`);

/** Connections are made by kit/pagination for every type alike. */
function connectionMappers(schema: DocumentNode, rows: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    schema.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !definition.name.value.endsWith("Connection")) return [];
      const row = rows[definition.name.value.replace(/Connection$/, "")];
      if (!row) return [];
      return [[definition.name.value, `../../../kit/pagination#Connection<${row.split("#")[1]}>`]];
    }),
  );
}

/** Mappers are written as from a room below subgraphs/; another lies one folder nearer to the kit. */
function fromRoom(room: string, rows: Record<string, string>): Record<string, string> {
  const isBelow = roomFolder(room).includes("/");
  return Object.fromEntries(
    Object.entries(rows).map(([type, row]) => [type, isBelow ? row : row.replace("../../../kit/", "../../kit/")]),
  );
}

export async function generateTypes(): Promise<void> {
  for (const [room, rows] of Object.entries(mappers)) {
    const filename = join(projectRoot, roomFolder(room), "generated", "types.ts");
    const schema = readSubgraphSchema(room);
    const text = await codegen({
      filename,
      schema: { kind: Kind.DOCUMENT, definitions: [...federation.definitions, ...schema.definitions] },
      documents: [],
      config: { scalars },
      plugins: [
        { typescript: { enumsAsTypes: true, useTypeImports: true, immutableTypes: true, maybeValue: "T | null" } },
        {
          resolvers: {
            federation: true,
            useTypeImports: true,
            contextType: `../loaders#${room[0]?.toUpperCase()}${room.slice(1)}Context`,
            mappers: fromRoom(room, { ...valueMappers, ...rows, ...connectionMappers(schema, rows) }),
            optionalResolveType: true,
          },
        },
      ],
      pluginMap: { typescript: typescriptPlugin, resolvers: resolversPlugin },
    });
    mkdirSync(dirname(filename), { recursive: true });
    writeFileSync(filename, `// Made from schema/${room}.graphql by npm run codegen.\n${text}`);
  }
}
