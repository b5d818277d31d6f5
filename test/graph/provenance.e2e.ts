import { buildClientSchema, type GraphQLObjectType, getIntrospectionQuery, getNamedType, isObjectType } from "graphql";
import { startTestHub, type TestHub } from "../testkit/hub";

const PROVENANCE = "__typename sources { document { id title } locator }";
const AMOUNT = `{ ${PROVENANCE} }`;
const TARGETS = `targets { id ${PROVENANCE} results { id ${PROVENANCE} } }`;
const CONSULTATIONS = `consultations { id ${PROVENANCE} stages { label { sv } ${PROVENANCE} } }`;
const PARTICIPATIONS = `participations { role organisation { id } ${PROVENANCE} }`;
const MILESTONES_AND_DECISIONS = `milestones { id ${PROVENANCE} } decisions { id ${PROVENANCE} }`;

/** Every list of the graph's root, with all that is reached from its records alone. */
const LISTS: Readonly<Record<string, string>> = {
  municipalities: `id: code ${PROVENANCE} populations { id: year ${PROVENANCE} }`,
  counties: `id: code ${PROVENANCE}`,
  programmes: `id ${PROVENANCE} ${PARTICIPATIONS} ${TARGETS} ${MILESTONES_AND_DECISIONS} ${CONSULTATIONS}`,
  fundingSources: `id ${PROVENANCE}`,
  fundingProgrammes: `id ${PROVENANCE}`,
  themes: `id: code ${PROVENANCE}`,
  targetGroups: `id: code ${PROVENANCE}`,
  strategyAreas: `id: code ${PROVENANCE}`,
  instruments: `id: code ${PROVENANCE}`,
  pots: `id ${PROVENANCE} total ${AMOUNT} stated { allocated ${AMOUNT} unallocated ${AMOUNT} } contributions { amount ${AMOUNT} }`,
};

/** The connections of the graph's root, read page by page. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  areas: `id ${PROVENANCE}`,
  organisations: `id ${PROVENANCE}`,
  initiatives: `id ${PROVENANCE} statusHistory { status ${PROVENANCE} } ${PARTICIPATIONS} ${TARGETS} results { id ${PROVENANCE} }
    ${MILESTONES_AND_DECISIONS} ${CONSULTATIONS} calls { id ${PROVENANCE} } amounts ${AMOUNT}`,
  grants: `id ${PROVENANCE} applied ${AMOUNT} awarded ${AMOUNT} disbursed ${AMOUNT} events { id ${PROVENANCE} amount ${AMOUNT} }`,
  allocations: `id ${PROVENANCE} amount ${AMOUNT} split { ${PROVENANCE} certainty }`,
};

interface Page {
  totalCount: number;
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Types with sources, and how many of each the walk met. */
const met = new Map<string, number>();
const lacking: string[] = [];

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  for (const [list, selection] of Object.entries(LISTS)) {
    const { [list]: rows } = await hub.data(`{ ${list} { ${selection} } }`);
    inspect(rows, list);
  }
  for (const [list, selection] of Object.entries(CONNECTIONS)) {
    let after: string | null = null;
    let read = 0;
    for (;;) {
      const { page }: { page: Page } = await hub.data(
        `query ($after: String) { page: ${list}(first: 25, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ${selection} }
        } }`,
        { after },
      );
      inspect(page.nodes, list);
      read += page.nodes.length;
      if (!page.pageInfo.hasNextPage) {
        expect(read).toBe(page.totalCount);
        break;
      }
      after = page.pageInfo.endCursor;
    }
  }
});
afterAll(() => hub.stop());

interface Source {
  document: { id: string; title: string } | null;
  locator: string | null;
}

/** Notes every record within the value that has no source with a document and a place in it. */
function inspect(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) inspect(item, `${path}.${(item as { id?: string })?.id ?? index}`);
  } else if (typeof value === "object" && value !== null) {
    const { __typename, sources, ...rest } = value as { __typename?: string; sources?: Source[]; certainty?: string };
    // A share that no document states has no source, and says so.
    const isUnstated = __typename === "SourceShare" && rest.certainty === "UNKNOWN";
    if (__typename && sources && !isUnstated) {
      met.set(__typename, (met.get(__typename) ?? 0) + 1);
      if (!sources.some(({ document, locator }) => document?.title && locator?.trim())) {
        lacking.push(`${__typename} at ${path} has no source with document and locator`);
      }
      for (const { document } of sources) if (!document) lacking.push(`${__typename} at ${path} cites no document`);
    }
    for (const [field, inner] of Object.entries(rest)) inspect(inner, `${path}.${field}`);
  }
}

it("every record in the graph cites a document and a place in it", () => {
  expect(lacking).toEqual([]);
});

/** Whether a type says in which place of which document its facts stand. */
const citesPlaces = (type: GraphQLObjectType) =>
  getNamedType(type.getFields().sources?.type)?.name === "SourceReference";

it("every type of the schema that has sources was met among the records", async () => {
  const schema = buildClientSchema(await hub.data(getIntrospectionQuery()));
  const typesWithSources = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && citesPlaces(type))
    .map(({ name }) => name);
  expect([...met.keys()].sort()).toEqual(typesWithSources.sort());
  expect(met.get("Initiative")).toBe(41);
  expect(met.get("Municipality")).toBe(290);
  expect(met.get("County")).toBe(21);
  expect(met.get("Allocation")).toBe(29);
  expect(met.get("FunnelStage")).toBeGreaterThanOrEqual(4);
});

it("types without sources are sums, parts of a record that has them, documents, the delivery itself, and what systems hand in to the hub and the hub answers", async () => {
  const schema = buildClientSchema(await hub.data(getIntrospectionQuery()));
  const without = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !citesPlaces(type))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("__") && !/(Connection|Edge)$|^Query$|^PageInfo$/.test(name));
  expect(without.sort()).toEqual(
    [
      // Sums and counts of rows that have sources; a comparison names the documents as a whole.
      ...["AllocationSum", "Comparison", "ComparisonKey", "ComparisonRow", "Coverage", "QualityPart"],
      ...["FundingFlows", "FlowLink", "FlowNode", "ComparabilityWarning"],
      ...["AreaTypeObservation", "Classification", "Contact", "FuzzyDate", "GeoPoint", "Period", "PotContribution"],
      ...["QualityNote", "Quantity", "RegsoCode", "SourceReference", "StatedPotFigures", "Text"],
      ...["DataSupply", "SourceDocument"],
      // Handed in by systems of who they are from, who is named: the report is itself the document.
      ...["FollowUpReport", "FollowUpReportVersion", "FollowUpReview", "FollowUpContent", "ReportedAllocation"],
      ...["ReportedAreaShare", "ReportedCost", "ReportedIndicator", "ReportedDeviation", "ReportedForecast"],
      ...["ReportedCoFinancing", "ReportedAnswer", "ReportedFinalAccount"],
      ...["ReportTemplate", "TemplateField", "TemplateCode", "TemplateIndicator", "TemplateDeadline"],
      // Sums and pairs of records that have sources, or are reports.
      ...["GrantSums", "FundingFollowUp", "FollowUpGrant", "FollowUpTotal", "FollowUpArea", "FollowUpInitiative"],
      // What the hub itself does and answers.
      ...["Mutation", "RegisterGrantResult", "RecordGrantEventsResult", "FollowUpReportResult"],
      ...["PublishReportTemplateResult", "FollowUpMistake", "AuditEntry", "Change", "ChangePage"],
      ...["Webhook", "WebhookAttempt", "WebhookMistake", "WebhookResult"],
    ].sort(),
  );
});

it("numbers, dates and states that hang on a few words cite those words", async () => {
  const { pots, grants } = await hub.data(`{
    pots { total { sources { quote locator } } contributions { amount { sources { quote } } } }
    grants(filter: { years: [2020, 2021] }) { nodes { awarded { sources { quote } } } }
  }`);
  const amounts = [
    ...pots.flatMap(({ total, contributions }: { total: object; contributions: { amount: object }[] }) => [
      total,
      ...contributions.map(({ amount }) => amount),
    ]),
    ...grants.nodes.flatMap(({ awarded }: { awarded: object | null }) => awarded ?? []),
  ];
  expect(amounts).toHaveLength(7);
  for (const { sources } of amounts) {
    expect(sources.some(({ quote }: { quote: string | null }) => /miljon/.test(quote ?? ""))).toBe(true);
  }
});
