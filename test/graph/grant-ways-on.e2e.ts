import { randomUUID } from "node:crypto";
import { startTestHub, type TestHub } from "../testkit/hub";
import { createReportDesk, INITIATIVE, type ReportDesk } from "./report-requests";

let hub: TestHub;
let grant: string;
let desk: ReportDesk;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub?.stop());
beforeEach(async () => {
  const reviewer = await hub.issuer.token({ owner: "boverket", roles: ["reviewer"] });
  const { answer } = await hub.data(
    `mutation ($input: RegisterGrantInput!) { answer: registerGrant(input: $input) { grant { id } } }`,
    {
      input: {
        ...{ idempotencyKey: randomUUID(), municipality: "2281", source: "boverket" },
        ...{ name: "Trygga gårdar", recipient: "2281-sundsvalls-kommun" },
      },
    },
    reviewer,
  );
  grant = answer.grant.id;
  desk = await createReportDesk(hub, { grant });
});

/** @returns ids of the events, and codes of the mistakes with their places */
async function record(by: "reporter" | "reviewer", event: Record<string, unknown>) {
  const { found } = await hub.data("query ($grant: ID!) { found: grant(id: $grant) { revision } }", { grant });
  const input = {
    ...{ grant, source: "boverket", expectedRevision: found.revision, idempotencyKey: randomUUID() },
    events: [{ date: "2025-01-10", ...event }],
  };
  const { answer } = await hub.data(
    `mutation ($input: RecordGrantEventsInput!) {
      answer: recordGrantEvents(input: $input) { events { id } mistakes { code field } }
    }`,
    { input },
    desk[by],
  );
  const { events, mistakes } = answer as { events: { id: string }[]; mistakes: { code: string; field: string }[] };
  return { id: events[0]?.id ?? "", codes: mistakes.map(({ code, field }) => `${code} ${field}`) };
}

const codesOf = ({ mistakes }: { mistakes: readonly { code: string }[] }) => mistakes.map(({ code }) => code);
const award = (amount: number) => record("reviewer", { kind: "AWARD", amount });

it("an award and a reclaim say how much", async () => {
  for (const kind of ["AWARD", "RECOVERY_DECISION"]) {
    expect((await record("reviewer", { kind })).codes).toEqual(["AMOUNT_MISSING events[0].amount"]);
  }
});

it("a municipality's final report keeps no source from awarding and paying", async () => {
  const final = { kind: "FINAL_REPORT", date: "2025-03-01", amount: 1 };
  expect((await record("reporter", final)).codes).toEqual(["EVENT_WITHOUT_AWARD events[0].kind"]);
  await award(100);
  expect((await record("reporter", final)).codes).toEqual([]);
  const paid = { kind: "DISBURSEMENT", date: "2025-03-02", amount: 150 };
  expect((await record("reviewer", { ...paid, amount: 100 })).codes).toEqual(["EVENT_NOT_NEXT events[0].kind"]);
  for (const event of [
    { kind: "SUPPLEMENT_REQUEST", date: "2025-03-02" },
    { kind: "AWARD", date: "2025-03-02", amount: 50 },
    paid,
  ]) {
    expect((await record("reviewer", event)).codes).toEqual([]);
  }
});

it("an award is not taken back from under what was paid", async () => {
  const { id: corrects } = await award(100);
  await record("reviewer", { kind: "DISBURSEMENT", amount: 80 });
  expect((await record("reviewer", { kind: "AWARD", corrects, isRetraction: true })).codes).toEqual([
    "DISBURSED_EXCEEDS_AWARDED events[0]",
  ]);
});

it("a report is not approved that shares out more than an award that was corrected to less", async () => {
  const { id: corrects } = await award(100);
  const allocations = [{ initiative: INITIATIVE, amount: 80, areas: [] }];
  const report = await desk.begin({ content: { allocations } });
  await desk.submit({ report: report.id, expectedRevision: report.revision });
  const approve = () => desk.approve({ report: report.id, expectedRevision: report.revision + 1 });
  expect((await record("reviewer", { kind: "AWARD", amount: 70, corrects })).codes).toEqual([]);
  expect((await approve()).mistakes).toMatchObject([
    { code: "ALLOCATIONS_ABOVE_AWARD", field: "report", record: report.id },
  ]);
  expect((await record("reviewer", { kind: "AWARD", amount: 80, corrects: `${grant}~e3` })).codes).toEqual([]);
  expect(codesOf(await approve())).toEqual([]);
});

it("a grant is revoked once the reports that were handed in are answered", async () => {
  await award(100);
  const report = await desk.begin();
  await desk.submit({ report: report.id, expectedRevision: report.revision });
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format();
  const revoke = () => record("reviewer", { kind: "REVOCATION", date: today });
  expect((await revoke()).codes).toEqual(["REVOCATION_OVER_REPORT events[0].kind"]);
  const asked = { report: report.id, expectedRevision: report.revision + 1, message: "Mer behövs." };
  expect(codesOf(await desk.requestSupplement(asked))).toEqual([]);
  expect((await revoke()).codes).toEqual([]);
});
