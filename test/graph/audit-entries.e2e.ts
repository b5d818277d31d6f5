import { randomUUID } from "node:crypto";
import type { Identity } from "../../kit/access";
import type { AuditEntryRow } from "../../subgraphs/funding/audit/audit-entry";
import { verifyChains } from "../../subgraphs/funding/audit/chain";
import { startTestHub, type TestHub } from "../testkit/hub";

const MISTAKES = "mistakes { code field message(language: EN) } isReplay";
const MUTATIONS = {
  registerGrant: ["RegisterGrantInput", "grant { id }"],
  recordGrantEvents: ["RecordGrantEventsInput", "grant { id } events { id }"],
  publishReportTemplate: ["PublishReportTemplateInput", "template { id version }"],
  saveFollowUpReport: ["SaveFollowUpReportInput", "report { id revision }"],
  submitFollowUpReport: ["SubmitFollowUpReportInput", "report { id revision }"],
  requestSupplement: ["RequestSupplementInput", "report { id revision }"],
  approveFollowUpReport: ["ApproveFollowUpReportInput", "report { id revision }"],
} as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub?.stop());

const reporter = { owner: "2281", roles: ["reporter"], client: "sundsvalls-system" } as const;
const reviewer = { owner: "boverket", roles: ["reviewer"], client: "boverkets-system" } as const;
const reader = { owner: "boverket", roles: ["reader"], client: "boverkets-natt" } as const;
const operator = { owner: "hub", roles: ["operator"], client: "drift" } as const;

const entries = () =>
  hub.database.query<AuditEntryRow>(
    `SELECT municipality_code AS "municipalityCode", position::int, at, owner, roles, client, action, record,
       record_count AS "recordCount", request_id AS "requestId", previous_hash AS "previousHash", hash
     FROM funding.audit_entry ORDER BY municipality_code, position`,
  );

/** What a call leaves in the log. */
async function leaves<T>(call: () => Promise<T>): Promise<{ answer: T; left: Partial<AuditEntryRow>[] }> {
  const before = new Set((await entries()).map(({ hash }) => hash));
  const answer = await call();
  const left = (await entries())
    .filter(({ hash }) => !before.has(hash))
    .map(({ municipalityCode, owner, client, action, record, recordCount }) => ({
      ...{ municipalityCode, owner, client, action, record, recordCount },
    }));
  return { answer, left };
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the mutation gives them
type Answer = any;

async function send(caller: Identity, name: keyof typeof MUTATIONS, input: object): Promise<Answer> {
  const [type, selection] = MUTATIONS[name];
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} ${MISTAKES} } }`;
  const given = { idempotencyKey: randomUUID(), ...input };
  return (await hub.data(mutation, { input: given }, await hub.issuer.token(caller)))[name];
}

const content = (amount: number) => ({
  allocations: [{ initiative: "2281-omradesutveckling-med-stod-fran-boverket", amount, areas: [] }],
});
const period = { kind: "PROGRESS", periodStart: "2025-01-01", periodEnd: "2025-06-30" };

it("holds one entry of every write, of every read of what is not published, and of nothing else", async () => {
  /** Sends a mutation and expects that it is done and leaves one entry, of the record that it answers with. */
  async function writes(
    caller: Identity,
    name: keyof typeof MUTATIONS,
    input: object,
    recordOf: (answer: Answer) => string,
    chain = "2281",
  ) {
    const { answer, left } = await leaves(() => send(caller, name, input));
    expect(answer.mistakes).toEqual([]);
    expect(left).toEqual([
      {
        ...{ municipalityCode: chain, owner: caller.owner, client: caller.client },
        ...{ action: name, record: recordOf(answer), recordCount: 1 },
      },
    ]);
    return answer;
  }
  const reads = async (caller: Identity | undefined, query: string) =>
    (await leaves(async () => hub.data(query, {}, caller && (await hub.issuer.token(caller))))).left;

  const key = randomUUID();
  const grantInput = {
    ...{
      municipality: "2281",
      source: "boverket",
      name: "Stöd till gröna gårdar",
      recipient: "2281-sundsvalls-kommun",
    },
    idempotencyKey: key,
  };
  const { grant } = await writes(reviewer, "registerGrant", grantInput, (answer) => answer.grant.id);
  // The same request again does nothing, and neither does one that is refused.
  expect((await leaves(() => send(reviewer, "registerGrant", grantInput))).left).toEqual([]);
  const refused = await leaves(() =>
    send(reviewer, "registerGrant", { ...grantInput, recipient: "nobody", idempotencyKey: randomUUID() }),
  );
  expect(refused.answer.mistakes).not.toEqual([]);
  expect(refused.left).toEqual([]);

  const events = [
    { kind: "AWARD", date: "2025-01-10", amount: 100_000 },
    { kind: "DISBURSEMENT", date: "2025-01-20", amount: 100_000 },
  ];
  await writes(
    reviewer,
    "recordGrantEvents",
    { grant: grant.id, source: "boverket", expectedRevision: 0, events },
    () => grant.id,
  );
  await writes(
    reviewer,
    "publishReportTemplate",
    { source: "boverket", id: "lagesrapport", expectedVersion: 0, kind: "PROGRESS", title: { sv: "Lägesrapport" } },
    (answer) => expect.stringContaining(answer.template.id),
    "0000",
  );

  const draft = { grant: grant.id, ...period, expectedRevision: 0, content: content(60_000) };
  let { report } = await writes(reporter, "saveFollowUpReport", draft, (answer) => answer.report.id);
  const change = async (caller: Identity, name: keyof typeof MUTATIONS, more: object = {}) => {
    const input = { report: report.id, expectedRevision: report.revision, ...more };
    ({ report } = await writes(caller, name, input, () => report.id));
  };
  const unpublished = (caller: Identity, action: string) => [
    { municipalityCode: "2281", owner: caller.owner, client: caller.client, action, record: report.id, recordCount: 1 },
  ];
  const one = `{ followUpReport(id: "${report.id}", includeUnpublished: true) { id content { allocations { amount { value } } } versions { number } } }`;
  const list =
    '{ followUpReports(filter: { source: "boverket" }, includeUnpublished: true) { nodes { id state reviews { message } } } }';
  const ownList =
    '{ followUpReports(filter: { municipalities: ["2281"] }, includeUnpublished: true) { nodes { id } } }';
  const followUp =
    '{ fundingFollowUp(source: "boverket", includeUnpublished: true) { grants(first: 100) { nodes { areas { amount { value } } initiatives { by share { value } } reports { id versions { number } } } } } }';
  const published = `{ followUpReport(id: "${report.id}") { id } followUpReports { nodes { id } } grants { nodes { reports { id } } } fundingFollowUp(source: "boverket") { grants { nodes { reports { id } } } } }`;

  for (const step of ["draft", "submitted", "supplement requested", "submitted again"]) {
    if (step === "submitted") await change(reporter, "submitFollowUpReport");
    if (step === "supplement requested")
      await change(reviewer, "requestSupplement", { message: "Vilka områden?", fields: ["allocations"] });
    if (step === "submitted again") {
      await change(reporter, "saveFollowUpReport", { grant: grant.id, ...period, content: content(70_000) });
      await change(reporter, "submitFollowUpReport");
    }
    expect(await reads(reader, one)).toEqual(unpublished(reader, "followUpReport"));
    expect(await reads(reporter, one)).toEqual(unpublished(reporter, "followUpReport"));
    expect(await reads(reader, list)).toEqual(unpublished(reader, "followUpReports"));
    expect(await reads(reporter, ownList)).toEqual(unpublished(reporter, "followUpReports"));
    expect(await reads(reader, followUp)).toEqual(unpublished(reader, "fundingFollowUp"));
    for (const caller of [undefined, reader, reporter]) expect(await reads(caller, published)).toEqual([]);
  }
  await change(reviewer, "approveFollowUpReport");
  expect(await reads(undefined, published)).toEqual([]);
  // Its first version and the request for a supplement are not published.
  expect(await reads(reader, one)).toEqual(unpublished(reader, "followUpReport"));
  expect(await reads(operator, "{ auditLog { totalCount } }")).toMatchObject([
    { municipalityCode: "0000", action: "auditLog" },
  ]);

  expect((await verifyChains(await entries())).broken).toBeNull();
});

describe("a call for what is not published that is shown none of it", () => {
  const NONE = "years: [2009]";
  const calls: Readonly<Record<string, (named: string) => string>> = {
    followUpReports: (named) =>
      `followUpReports(first: 0, filter: { source: "boverket", states: [DRAFT], ${NONE} ${named} }, includeUnpublished: true) { totalCount }`,
    fundingFollowUp: (named) =>
      `fundingFollowUp(source: "boverket", ${NONE} ${named}, includeUnpublished: true) { grants { totalCount nodes { reports { id } } } }`,
    changes: (named) =>
      `changes(first: 0, filter: { source: "boverket", kinds: [FOLLOW_UP_REPORT] ${named.replace("municipalities", "owners")} }, includeUnpublished: true) { hasNextPage }`,
  };

  it.each(Object.entries(calls))("leaves one entry without rows: %s", async (action, call) => {
    const token = await hub.issuer.token(reader);
    for (const [named, chain] of [
      ["", "0000"],
      ['municipalities: ["2281"]', "2281"],
      ['municipalities: ["2281", "2181"]', "0000"],
    ] as const) {
      const { left } = await leaves(() => hub.data(`{ ${call(named)} }`, {}, token));
      expect(left).toEqual([
        {
          ...{ municipalityCode: chain, owner: "boverket", client: reader.client },
          ...{ action, record: null, recordCount: 0 },
        },
      ]);
    }
    const twice = await leaves(() => hub.data(`{ a: ${call("")} b: ${call("")} }`, {}, token));
    expect(twice.left).toHaveLength(2);
  });

  it("leaves one entry when it asks a follow-up for nothing that reports say, or a source that is not there", async () => {
    const token = await hub.issuer.token(reporter);
    for (const source of ["boverket", "no-such-source"]) {
      const query = `{ fundingFollowUp(source: "${source}", municipalities: ["2281"], includeUnpublished: true) { source { id } } }`;
      const { left } = await leaves(() => hub.data(query, {}, token));
      expect(left).toMatchObject([{ municipalityCode: "2281", action: "fundingFollowUp", recordCount: 0 }]);
    }
  });

  it("leaves one entry when there is no report of the id", async () => {
    const query = '{ followUpReport(id: "2281-boverket~000000000000", includeUnpublished: true) { id } }';
    const { left } = await leaves(async () => hub.data(query, {}, await hub.issuer.token(reader)));
    expect(left).toMatchObject([{ municipalityCode: "2281", action: "followUpReport", record: null, recordCount: 0 }]);
  });

  it("leaves none when it is refused", async () => {
    const token = await hub.issuer.token({ ...reader, owner: "tillvaxtverket" });
    for (const call of Object.values(calls)) {
      const { answer, left } = await leaves(() => hub.ask(`{ ${call("")} }`, {}, token));
      expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      expect(left).toEqual([]);
    }
  });
});

describe("a write that is refused", () => {
  const GRANT = "2281-boverket-sundsbruk";

  it("leaves an entry when it is about a report of the caller's own that is not published", async () => {
    const days = { kind: "PROGRESS", periodStart: "2019-01-01", periodEnd: "2019-06-30" };
    const draft = {
      grant: GRANT,
      ...days,
      expectedRevision: 0,
      content: { costs: [{ category: "Löner", amount: 1 }] },
    };
    const { report, mistakes } = await send(reporter, "saveFollowUpReport", draft);
    expect(mistakes).toEqual([]);
    const refused = async (caller: Identity, name: keyof typeof MUTATIONS, input: object) => {
      const { answer, left } = await leaves(() => send(caller, name, { report: report.id, ...input }));
      expect(answer.mistakes).not.toEqual([]);
      return left;
    };
    const entry = (caller: Identity, action: string) => [
      {
        ...{ municipalityCode: "2281", owner: caller.owner, client: caller.client },
        ...{ action, record: report.id, recordCount: 1 },
      },
    ];
    const stale = { expectedRevision: 99 };
    expect(await refused(reviewer, "approveFollowUpReport", stale)).toEqual(
      entry(reviewer, "approveFollowUpReport:refused"),
    );
    expect(await refused(reviewer, "requestSupplement", { ...stale, message: "?" })).toEqual(
      entry(reviewer, "requestSupplement:refused"),
    );
    expect(await refused(reporter, "submitFollowUpReport", stale)).toEqual(
      entry(reporter, "submitFollowUpReport:refused"),
    );
    // That two reports would overlap names the other one.
    expect(await refused(reporter, "saveFollowUpReport", { ...draft, report: null })).toEqual(
      entry(reporter, "saveFollowUpReport:refused"),
    );
    const { id } = report;
    report.id = `${id.slice(0, -12)}000000000000`;
    expect(await refused(reviewer, "approveFollowUpReport", stale)).toEqual([]);
    report.id = id;
  });
});
