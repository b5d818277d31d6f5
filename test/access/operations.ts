import { randomUUID } from "node:crypto";
import { type Caller, callerNames, MUNICIPALITY, SOURCE } from "./callers";
import { type GrantOnFile, PUBLISHED, type Records, type ReportOnFile, SECRET, SECRET_AMOUNT } from "./records";

/** A request over HTTP, and how its answer tells that it was let in. */
export interface Request {
  /** GraphQL, or else the path of a file. */
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly path?: string;
  /** Word that is in the answer when what was asked for is shown; of what is only read. */
  readonly shows?: string;
}

export interface Operation {
  /** Room that answers. */
  readonly room: "funding" | "opendata";
  readonly does: "writes" | "reads";
  /** Callers whom the rule of the field lets in, since it goes by arguments alone, and whom the room refuses with a mistake. */
  readonly refusedLater?: readonly Caller[];
  /** Whether it cannot be done in a test though it was let in: nothing is written then, and the mistake says why. */
  readonly endsInMistake?: boolean;
  make(records: Records, shared: Shared): Promise<Request> | Request;
}

/** Records that are only read, the same for every caller. */
export interface Shared {
  readonly grant: GrantOnFile;
  readonly draft: ReportOnFile;
  readonly submitted: ReportOnFile;
  readonly supplemented: ReportOnFile;
  readonly approved: ReportOnFile;
  /** Has the event of a report that is not approved. */
  readonly reported: GrantOnFile;
  readonly template: string;
  readonly webhook: string;
}

export async function makeShared(records: Records): Promise<Shared> {
  await records.auditEntry();
  return {
    grant: await records.grant(),
    draft: await records.report("DRAFT"),
    submitted: await records.report("SUBMITTED", { awardedIn: 2019 }),
    supplemented: await records.report("SUPPLEMENT_REQUESTED"),
    approved: await records.report("APPROVED"),
    reported: await records.reportEvent(),
    template: await records.template(),
    webhook: await records.webhook(),
  };
}

const mutation = (field: string, of: string, answer: string, input: object): Request => ({
  query: `mutation ($input: ${of}!) { ${field}(input: $input) { ${answer} mistakes { code message(language: EN) } } }`,
  variables: { input },
});
const idempotencyKey = () => randomUUID();

type Event = Readonly<Record<string, unknown>>;
const recording = (make: (grant: GrantOnFile) => Event): Operation => ({
  room: "funding",
  does: "writes",
  // Which acts are whose is no argument's to tell.
  refusedLater: ["reporter 2281", "reviewer boverket"],
  async make(records) {
    const grant = await records.grant();
    return mutation("recordGrantEvents", "RecordGrantEventsInput", "events { id }", {
      grant: grant.id,
      source: SOURCE,
      expectedRevision: grant.events,
      events: [{ date: "2024-05-01", ...make(grant) }],
      idempotencyKey: idempotencyKey(),
    });
  },
});

const content = { costs: [{ category: "Löner", amount: 1000 }] };
const ofPeriod = { kind: "PROGRESS", periodStart: "2024-01-01", periodEnd: "2024-06-30" };

const reporting = (
  field: string,
  state: "DRAFT" | "SUBMITTED",
  input: (report: ReportOnFile) => object = () => ({}),
): Operation => ({
  room: "funding",
  does: "writes",
  async make(records) {
    const report = await records.report(state);
    return mutation(field, `${field[0]?.toUpperCase()}${field.slice(1)}Input`, "report { id }", {
      report: report.id,
      expectedRevision: report.revision,
      ...input(report),
      idempotencyKey: idempotencyKey(),
    });
  },
});

const managing = (field: string, input: string): Operation => ({
  room: "opendata",
  does: "writes",
  async make(records) {
    const id = await records.webhook();
    return mutation(field, input, "webhook { id }", { source: SOURCE, id });
  },
});

const reading = (
  shows: string,
  make: (shared: Shared) => Omit<Request, "shows">,
  room: Operation["room"] = "funding",
): Operation => ({
  room,
  does: "reads",
  make: (_records, shared) => ({ ...make(shared), shows }),
});

const report = (id: string, fields: string, includeUnpublished = true) => ({
  query: `query ($id: ID!, $includeUnpublished: Boolean!) {
    followUpReport(id: $id, includeUnpublished: $includeUnpublished) { id state ${fields} } }`,
  variables: { id, includeUnpublished },
});
/** Everybody is answered, and nobody is told the amounts: they may be asked for by nobody, so there is nothing to refuse. */
const answeredWithout = (make: (shared: Shared) => Omit<Request, "shows">, room: Operation["room"]): Operation => ({
  ...reading(`${SECRET_AMOUNT}`, make, room),
  refusedLater: callerNames.filter((caller) => caller !== "expired"),
});
const DEVIATIONS = "deviations { description }";

/** The rows of the matrix as a client would ask for them. */
export const operations: Readonly<Record<string, Operation>> = {
  registerGrant: {
    room: "funding",
    does: "writes",
    make: () =>
      mutation("registerGrant", "RegisterGrantInput", "grant { id }", {
        municipality: MUNICIPALITY,
        source: SOURCE,
        name: "Bidrag att pröva",
        recipient: "2281-sundsvalls-kommun",
        idempotencyKey: idempotencyKey(),
      }),
  },
  "recordGrantEvents: an act of the municipality": recording(() => ({ kind: "COSTS_INCURRED", amount: 5000 })),
  "recordGrantEvents: an act of the source": recording(() => ({ kind: "DISBURSEMENT", amount: 5000 })),
  "recordGrantEvents: takes back the municipality's": recording(({ claim }) => ({
    kind: "PAYMENT_CLAIM",
    corrects: claim,
    isRetraction: true,
  })),
  "recordGrantEvents: takes back the source's": recording(({ payment }) => ({
    kind: "DISBURSEMENT",
    corrects: payment,
    isRetraction: true,
  })),
  "saveFollowUpReport: a new one": {
    room: "funding",
    does: "writes",
    make: async (records) =>
      mutation("saveFollowUpReport", "SaveFollowUpReportInput", "report { id }", {
        ...ofPeriod,
        grant: (await records.grant()).id,
        expectedRevision: 0,
        content,
        idempotencyKey: idempotencyKey(),
      }),
  },
  "saveFollowUpReport: a draft that is there": reporting("saveFollowUpReport", "DRAFT", ({ grant }) => ({
    ...ofPeriod,
    grant: grant.id,
    content,
  })),
  submitFollowUpReport: reporting("submitFollowUpReport", "DRAFT"),
  requestSupplement: reporting("requestSupplement", "SUBMITTED", () => ({ message: "Komplettera." })),
  approveFollowUpReport: reporting("approveFollowUpReport", "SUBMITTED"),
  publishReportTemplate: {
    room: "funding",
    does: "writes",
    make: () =>
      mutation("publishReportTemplate", "PublishReportTemplateInput", "template { id }", {
        source: SOURCE,
        id: `form-${randomUUID().slice(0, 8)}`,
        expectedVersion: 0,
        kind: "FINAL",
        title: { sv: "Slutredovisning" },
        idempotencyKey: idempotencyKey(),
      }),
  },
  createWebhook: {
    room: "opendata",
    does: "writes",
    // Nobody takes the message that its address is tried with.
    endsInMistake: true,
    make: () =>
      mutation("createWebhook", "CreateWebhookInput", "webhook { id }", {
        source: SOURCE,
        url: "https://127.0.0.1:1/",
      }),
  },
  resumeWebhook: managing("resumeWebhook", "WebhookInput"),
  replayWebhook: managing("replayWebhook", "ReplayWebhookInput"),
  removeWebhook: managing("removeWebhook", "WebhookInput"),
  webhooks: reading(
    SECRET,
    () => ({ query: "query ($source: ID!) { webhooks(source: $source) { id url } }", variables: { source: SOURCE } }),
    "opendata",
  ),
  "followUpReport: a draft": reading(SECRET, ({ draft }) => report(draft.id, `content { ${DEVIATIONS} }`)),
  "followUpReport: versions not yet approved": reading(SECRET, ({ approved }) =>
    report(approved.id, `versions { number content { ${DEVIATIONS} } }`),
  ),
  "followUpReport: what the source asked for": reading(SECRET, ({ supplemented }) =>
    report(supplemented.id, "reviews { message }"),
  ),
  "followUpReports: those not published": reading(SECRET, ({ draft }) => ({
    query: `query ($filter: FollowUpReportFilter!) {
      followUpReports(filter: $filter, includeUnpublished: true, first: 5) { nodes { id content { ${DEVIATIONS} } } } }`,
    variables: { filter: { municipalities: [MUNICIPALITY], source: SOURCE, grants: [draft.grant.id] } },
  })),
  "fundingFollowUp: reports not published": reading(SECRET, () => ({
    query: `query ($source: ID!, $municipalities: [MunicipalityCode!]) {
      fundingFollowUp(source: $source, municipalities: $municipalities, years: [2019], includeUnpublished: true) {
        grants(first: 2) { nodes { reports { id content { ${DEVIATIONS} } } } } } }`,
    variables: { source: SOURCE, municipalities: [MUNICIPALITY] },
  })),
  "changes: of reports not published": {
    ...reading(SECRET, () => ({}), "opendata"),
    make: (_records, { draft }) => ({
      query: `query ($filter: ChangeFilter!) { changes(filter: $filter, includeUnpublished: true, first: 500) { nodes { recordId } } }`,
      variables: { filter: { owners: [MUNICIPALITY], source: SOURCE, kinds: ["FOLLOW_UP_REPORT"] } },
      shows: draft.id,
    }),
  },
  "bulk: reports not published": {
    ...reading(SECRET, () => ({}), "opendata"),
    make: (_records, { submitted }) => ({
      path: `/bulk/v1/follow-up-reports.ndjson?municipality=${MUNICIPALITY}&source=${SOURCE}&unpublished=true`,
      shows: submitted.id,
    }),
  },
  "readEventOfUnapprovedReport: in the graph": answeredWithout(
    ({ reported }) => ({
      query: `query ($id: ID!) { grant(id: $id) {
        events(includeCorrected: true) { kind amount { value } totalCost { value } report { id } } sums { accounted { value } } } }`,
      variables: { id: reported.id },
    }),
    "funding",
  ),
  "readEventOfUnapprovedReport: in a file": answeredWithout(
    () => ({ path: `/bulk/v1/grant-events.ndjson?municipality=${MUNICIPALITY}&source=${SOURCE}` }),
    "opendata",
  ),
  auditLog: reading(SECRET, () => ({
    query: `query ($municipality: String) { auditLog(municipality: $municipality, first: 3) { nodes { record } } }`,
    variables: { municipality: MUNICIPALITY },
  })),
  "grant with its events": reading("1000000", ({ grant }) => ({
    query: "query ($id: ID!) { grant(id: $id) { id events { kind amount { value } } } }",
    variables: { id: grant.id },
  })),
  "followUpReport: an approved one": reading(PUBLISHED, ({ approved }) =>
    report(approved.id, `versions { content { ${DEVIATIONS} } } reviews { message }`, false),
  ),
  reportTemplate: reading(PUBLISHED, ({ template }) => ({
    query: "query ($source: ID!, $id: ID!) { reportTemplate(source: $source, id: $id) { title { sv } } }",
    variables: { source: SOURCE, id: template },
  })),
  "changes: of what is published": {
    ...reading(PUBLISHED, () => ({}), "opendata"),
    make: (_records, { approved }) => ({
      query: `query ($filter: ChangeFilter!) { changes(filter: $filter, first: 500) { nodes { recordId } } }`,
      variables: { filter: { owners: [MUNICIPALITY], source: SOURCE, kinds: ["FOLLOW_UP_REPORT"] } },
      shows: approved.id,
    }),
  },
};
