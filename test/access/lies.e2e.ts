import { randomUUID } from "node:crypto";
import { startTestHub, type TestHub } from "../testkit/hub";
import { fingerprint } from "./ask-as";
import { callers } from "./callers";
import { createRecords, type Records, SECRET, SECRET_AMOUNT } from "./records";

// A rule goes by arguments alone, and a caller may say anything in them. The database lets the rooms do everything here.
let hub: TestHub;
let records: Records;
beforeAll(async () => {
  hub = await startTestHub("seeded", { rowSecurity: false });
  records = createRecords(hub.database);
});
afterAll(() => hub.stop());

const as = (caller: "reporter 2281" | "reporter 2181" | "reviewer boverket" | "reviewer other") =>
  hub.issuer.token(callers[caller]);

/** Sends it, and checks that mistakes came of it and nothing was written. */
async function refused(query: string, input: object, token: string): Promise<string[]> {
  const before = await fingerprint(hub.database);
  const answer = await hub.ask(query, { input: { ...input, idempotencyKey: randomUUID() } }, token);
  expect(await fingerprint(hub.database)).toBe(before);
  expect(JSON.stringify(answer)).not.toContain(SECRET);
  const [field] = Object.values(answer.data ?? {}) as { mistakes: { code: string }[] }[];
  const codes = field?.mistakes.map(({ code }) => code) ?? [];
  expect(codes).not.toEqual([]);
  return codes;
}

const RECORD =
  "mutation ($input: RecordGrantEventsInput!) { recordGrantEvents(input: $input) { events { id } mistakes { code } } }";
const SAVE = `mutation ($input: SaveFollowUpReportInput!) { saveFollowUpReport(input: $input) {
  report { id content { deviations { description } } } mistakes { code } } }`;

it("a reviewer who says that a grant of another source is of their own records nothing", async () => {
  const grant = await records.grant();
  await refused(
    RECORD,
    {
      grant: grant.id,
      source: "tillvaxtverket",
      expectedRevision: grant.events,
      events: [{ kind: "DISBURSEMENT", date: "2024-05-01", amount: 1 }],
    },
    await as("reviewer other"),
  );
});

it("nor does one whose grant is a data package's, whose id names no source", async () => {
  await refused(
    RECORD,
    {
      grant: "2281-boverket-sundsbruk",
      source: "tillvaxtverket",
      expectedRevision: 1,
      events: [{ kind: "DISBURSEMENT", date: "2024-05-01", amount: 1 }],
    },
    await as("reviewer other"),
  );
});

it("a reporter who says that a report of another municipality is of their own grant changes nothing", async () => {
  const { id, revision } = await records.report("DRAFT");
  await refused(
    SAVE,
    {
      report: id,
      grant: "2181-tillvaxtverket-2020",
      kind: "PROGRESS",
      periodStart: "2024-01-01",
      periodEnd: "2024-06-30",
      expectedRevision: revision,
      content: {},
    },
    await as("reporter 2181"),
  );
});

it("a reporter cannot say what the source has to say, nor the source what the municipality has", async () => {
  const grant = await records.grant();
  const event = (kind: string) => ({
    grant: grant.id,
    source: "boverket",
    expectedRevision: grant.events,
    events: [{ kind, date: "2024-05-01", amount: 1 }],
  });
  await refused(RECORD, event("DISBURSEMENT"), await as("reporter 2281"));
  await refused(RECORD, event("COSTS_INCURRED"), await as("reviewer boverket"));
});

it("who names their own municipality or source is shown nothing of what others have", async () => {
  const { id, grant } = await records.report("DRAFT");
  const list = `query ($filter: FollowUpReportFilter!) { followUpReports(filter: $filter, includeUnpublished: true) {
    totalCount nodes { id content { deviations { description } } } } }`;
  for (const [caller, filter] of [
    ["reporter 2181", { municipalities: ["2181"], grants: [grant.id] }],
    ["reviewer other", { source: "tillvaxtverket", grants: [grant.id] }],
    ["reviewer other", { source: "tillvaxtverket", municipalities: ["2281"] }],
  ] as const) {
    const answer = await hub.ask(list, { filter }, await as(caller));
    expect(answer).toMatchObject({ data: { followUpReports: { totalCount: 0, nodes: [] } } });
  }
  const changes = await hub.ask(
    `query ($filter: ChangeFilter!) { changes(filter: $filter, includeUnpublished: true, first: 500) { nodes { recordId } } }`,
    { filter: { source: "tillvaxtverket", kinds: ["FOLLOW_UP_REPORT"] } },
    await as("reviewer other"),
  );
  expect(changes.errors).toBeUndefined();
  expect(JSON.stringify(changes)).not.toContain(id);
});

it("a reference to a report shows it to nobody else, asked of the room itself too", async () => {
  const { id } = await records.report("SUPPLEMENT_REQUESTED");
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on FollowUpReport { id state content { deviations { description } } versions { hash } reviews { message } } } }`;
  const ask = async (token?: string, isWhole = true) => {
    const response = await fetch(hub.subgraphUrls.funding ?? "", {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables: { representations: [{ __typename: "FollowUpReport", id, isWhole }] } }),
    });
    return response.text();
  };
  for (const token of [undefined, await as("reporter 2181"), await as("reviewer other")]) {
    const text = await ask(token);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain("SUPPLEMENT_REQUESTED");
  }
  expect(await ask(await as("reporter 2281"))).toContain(SECRET);
  // Who is not said to have asked for more is shown what everybody sees.
  expect(await ask(await as("reporter 2281"), false)).not.toContain(SECRET);
});

it("the grant of a report that is not published does not lead to it", async () => {
  const { id, grant } = await records.report("SUBMITTED");
  const answer = await hub.ask(
    `query ($id: ID!) { grant(id: $id) { reports { id content { deviations { description } } } events { kind report { id state } } } }`,
    { id: grant.id },
    await as("reporter 2181"),
  );
  expect(answer.errors).toBeUndefined();
  expect(JSON.stringify(answer)).not.toContain(SECRET);
  expect(JSON.stringify(answer)).not.toContain(id);
});

it("the event of a report says what the report says when the report is approved, and not before", async () => {
  const { id, report } = await records.reportEvent();
  const texts = async (token?: string) => {
    const graph = await hub.ask(
      `query ($id: ID!) { grant(id: $id) { events { id amount { value } totalCost { value } report { id } } sums { accounted { value } } } }`,
      { id },
      token,
    );
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const file = await fetch(`${hub.url}/bulk/v1/grant-events.ndjson?municipality=2281&source=boverket`, { headers });
    return [JSON.stringify(graph), await file.text()];
  };
  for (const token of [undefined, await as("reporter 2281"), await as("reviewer boverket")]) {
    for (const text of await texts(token)) {
      expect(text).toContain(`${id}~e4`);
      expect(text).not.toContain(`${SECRET_AMOUNT}`);
    }
  }
  await hub.database.query(
    `INSERT INTO funding.follow_up_review (municipality_code, report_id, number, kind, version, reviewed_by)
     VALUES ('2281', $1, 1, 'APPROVED', 1, 'boverket')`,
    [report],
  );
  for (const text of await texts()) {
    expect(text).toContain(`${SECRET_AMOUNT}`);
    expect(text).toContain(report);
  }
});
