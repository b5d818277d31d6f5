import { createHash, randomUUID } from "node:crypto";
import { startTestHub, type TestHub } from "../testkit/hub";
import { createReportDesk, GRANT, INITIATIVE, placesOf, type ReportDesk } from "./report-requests";

let hub: TestHub;
let desk: ReportDesk;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
  desk = await createReportDesk(hub);
});
afterAll(() => hub?.stop());

const CONTENT = {
  allocations: [
    {
      initiative: INITIATIVE,
      amount: 1_000_000.01,
      areas: [
        { area: "2281-ljustadalen", share: 0.333333 },
        { area: "2281-bredsand", share: 0.5 },
      ],
    },
  ],
  costs: [
    { category: "Löner", initiative: INITIATIVE, amount: 400_000 },
    { category: "Återbetald hyra", amount: -1500.5 },
  ],
  indicators: [{ indicator: "antal-deltagare", value: 12 }],
  deviations: [{ kind: "TIME", description: "Upphandlingen drog ut på tiden.", effect: "Tre månader senare." }],
  forecast: { total: 2_800_000, willBeUsed: true },
  coFinancing: [{ amount: 398_499.5 }, { organisation: "2281-mitthem", amount: 100 }],
};

describe("a report from draft to approval", () => {
  let id: string;
  let firstVersion: unknown;
  const own = () => desk.find(id, true, desk.reporter);

  it("begins as a draft that only its municipality and its source see", async () => {
    const report = await desk.begin({ content: CONTENT, periodStart: "2025-01-01", periodEnd: "2025-12-31" });
    id = report.id;
    expect(id).toMatch(/^2281-boverket~[0-9a-z]{12}$/);
    expect(report).toMatchObject({
      ...{ state: "DRAFT", revision: 1, isPublished: false, dueOn: null, versions: [], reviews: [], template: null },
      ...{ grant: { id: GRANT }, source: { id: "boverket" }, municipality: { code: "2281" } },
    });
    const reader = await hub.issuer.token({ owner: "boverket", roles: ["reader"] });
    for (const token of [desk.reporter, desk.reviewer, reader]) {
      expect(await desk.find(id, true, token)).toEqual(report);
      expect(await desk.find(id, false, token)).toBeNull();
    }
    expect(await desk.find(id, false)).toBeNull();
    expect(await desk.list({ filter: { municipalities: ["2281"] } }, desk.reporter)).toEqual([]);
    expect(await desk.list({ filter: { municipalities: ["2281"] }, includeUnpublished: true }, desk.reporter)).toEqual([
      id,
    ]);
    expect(await desk.list({ filter: { source: "boverket" }, includeUnpublished: true }, reader)).toEqual([id]);
  });

  it("shows every amount with its kind, year and certainty, and areas' parts to the öre", async () => {
    const { content } = await own();
    const stated = { year: 2025, yearCertainty: "DERIVED", certainty: "STATED", precision: "EXACT" };
    expect(content.allocations).toEqual([
      {
        initiative: { id: INITIATIVE },
        amount: { ...stated, value: 1_000_000.01, kind: "ALLOCATED" },
        areas: [
          {
            area: { id: "2281-ljustadalen" },
            share: 0.333333,
            amount: { ...stated, value: 333_333, kind: "ALLOCATED", certainty: "DERIVED" },
          },
          {
            area: { id: "2281-bredsand" },
            share: 0.5,
            amount: { ...stated, value: 500_000.01, kind: "ALLOCATED", certainty: "DERIVED" },
          },
        ],
      },
    ]);
    expect(content.costs.map(({ amount }: { amount: unknown }) => amount)).toEqual([
      { ...stated, value: 400_000, kind: "INCURRED" },
      { ...stated, value: -1500.5, kind: "INCURRED" },
    ]);
    expect(content.coFinancing).toEqual([
      { organisation: null, amount: { ...stated, value: 398_499.5, kind: "CO_FINANCING" } },
      { organisation: { id: "2281-mitthem" }, amount: { ...stated, value: 100, kind: "CO_FINANCING" } },
    ]);
    expect(content.forecast).toEqual({
      total: { ...stated, value: 2_800_000, kind: "ESTIMATED_TOTAL" },
      willBeUsed: true,
      note: null,
    });
    expect(content.indicators).toEqual([
      { indicator: "antal-deltagare", series: "1", initiative: null, value: 12, correction: null },
    ]);
    expect(content.finalAccount).toBeNull();
  });

  it("is handed in once however often the request is sent, and frozen under a hash", async () => {
    const request = { report: id, expectedRevision: 1, idempotencyKey: randomUUID() };
    const answers = await Promise.all([desk.submit(request), desk.submit(request)]);
    expect(answers.map(({ isReplay }) => isReplay).sort()).toEqual([false, true]);
    const [{ report } = { report: null }] = answers;
    expect(report).toMatchObject({ state: "SUBMITTED", revision: 2, grant: { state: "INTERIM_REPORTED" } });
    expect(report.versions).toHaveLength(1);
    [firstVersion] = report.versions;
    expect(firstVersion).toMatchObject({ number: 1, submittedBy: "2281" });
    const [kept] = await hub.database.query<{ content: object; hash: string }>(
      "SELECT content, hash FROM funding.follow_up_version WHERE report_id = $1",
      [id],
    );
    expect(kept?.hash).toBe(report.versions[0].hash);
    expect(createHash("sha256").update(sorted(kept?.content)).digest("hex")).toBe(kept?.hash);
    // Whoever sees the version can prove it.
    expect(createHash("sha256").update(report.versions[0].canonicalContent).digest("hex")).toBe(kept?.hash);
  });

  it("cannot be changed while it waits for an answer", async () => {
    const change = { report: id, periodStart: "2025-01-01", periodEnd: "2025-12-31", expectedRevision: 2 };
    expect(placesOf(await desk.save(change))).toEqual([["REPORT_FROZEN", "report"]]);
    expect(placesOf(await desk.submit({ report: id, expectedRevision: 2 }))).toEqual([["REPORT_FROZEN", "report"]]);
  });

  it("comes back with what is lacking", async () => {
    const { report } = await desk.requestSupplement({
      ...{ report: id, expectedRevision: 2, message: "Vad är hyran?", fields: ["costs[1]", "allocations[0].areas"] },
      dueOn: "2099-01-31",
    });
    expect(report).toMatchObject({
      ...{ state: "SUPPLEMENT_REQUESTED", revision: 3, grant: { state: "SUPPLEMENT_REQUESTED" } },
      reviews: [
        {
          ...{
            kind: "SUPPLEMENT_REQUESTED",
            version: 1,
            message: "Vad är hyran?",
            by: "boverket",
            dueOn: "2099-01-31",
          },
          ...{ fields: ["costs[1]", "allocations[0].areas"], approvedCost: null },
        },
      ],
    });
    expect(placesOf(await desk.approve({ report: id, expectedRevision: 3 }))).toEqual([
      ["REPORT_NOT_SUBMITTED", "report"],
    ]);
    expect(placesOf(await desk.submit({ report: id, expectedRevision: 3 }))).toEqual([
      ["REPORT_WITHOUT_DRAFT", "report"],
    ]);
    const { grant } = await hub.data(`{ grant(id: "${GRANT}") { reports { id } events { kind report { id } } } }`);
    expect(grant.reports).toEqual([]);
    expect(grant.events).toContainEqual({ kind: "SUPPLEMENT_REQUEST", report: null });
  });

  it("is supplemented and handed in anew, while the first version stays whole", async () => {
    const content = { ...CONTENT, costs: [{ category: "Löner", amount: 398_499.5 }] };
    const moved = await desk.save({ report: id, expectedRevision: 3, content });
    expect(placesOf(moved)).toEqual([["REPORT_PERIOD_FIXED", "periodStart"]]);
    const period = { periodStart: "2025-01-01", periodEnd: "2025-12-31" };
    const saved = await desk.save({ report: id, expectedRevision: 3, content, ...period });
    expect(saved.report).toMatchObject({ state: "SUPPLEMENT_REQUESTED", revision: 4 });
    const { report } = await desk.submit({ report: id, expectedRevision: 4 });
    expect(report).toMatchObject({ state: "SUBMITTED", revision: 5, grant: { state: "INTERIM_REPORTED" } });
    expect(report.versions.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(report.versions[0]).toEqual(firstVersion);
    expect(report.versions[1].content.costs).toHaveLength(1);
    expect(report.versions[1].hash).not.toBe(report.versions[0].hash);
  });

  it("is published by its approval, and of it the approved version alone", async () => {
    expect(await desk.find(id, false, desk.reporter)).toBeNull();
    const { report } = await desk.approve({ report: id, expectedRevision: 5, message: "Tack." });
    expect(report).toMatchObject({ state: "APPROVED", revision: 6, isPublished: true, grant: { state: "APPROVED" } });
    expect(report.reviews).toHaveLength(2);
    const published = await desk.find(id, false);
    expect(published).toEqual({ ...report, versions: [report.versions[1]], reviews: [report.reviews[1]] });
    // The owner too sees no more without asking for it.
    expect(await desk.find(id, false, desk.reporter)).toEqual(published);
    expect(await desk.find(id, true, desk.reviewer)).toEqual(report);
    expect(await desk.list({})).toEqual([id]);
    const changes = await hub.database.query(
      "SELECT is_published, operation FROM funding.change WHERE kind = 'FOLLOW_UP_REPORT' AND record_id = $1 ORDER BY position",
      [id],
    );
    const unpublished = Array.from({ length: 4 }, () => ({ is_published: false, operation: "UPDATED" }));
    expect(changes).toEqual([
      { is_published: false, operation: "CREATED" },
      ...unpublished,
      { is_published: true, operation: "UPDATED" },
    ]);
    const { grant } = await hub.data(`{ grant(id: "${GRANT}") { reports { id versions { number } } } }`);
    expect(grant.reports).toEqual([{ id, versions: [{ number: 2 }] }]);
  });

  it("has told the grant's life as it went", async () => {
    const { grant } = await hub.data(
      `{ grant(id: "${GRANT}") { events(includeCorrected: true) { kind origin recordedBy report { id } corrects { kind } correctedBy { kind } } } }`,
    );
    const ofReport = { origin: "REPORT", report: { id }, corrects: null, correctedBy: null };
    expect(grant.events.slice(1)).toEqual([
      { ...ofReport, kind: "PROGRESS_REPORT", recordedBy: "2281", correctedBy: { kind: "PROGRESS_REPORT" } },
      { ...ofReport, kind: "SUPPLEMENT_REQUEST", recordedBy: "boverket" },
      { ...ofReport, kind: "PROGRESS_REPORT", recordedBy: "2281", corrects: { kind: "PROGRESS_REPORT" } },
      { ...ofReport, kind: "APPROVAL", recordedBy: "boverket" },
    ]);
  });

  it("has left every write and every read of what was not published in the log", async () => {
    const entries = await hub.database.query<{ action: string; owner: string; count: number }>(
      "SELECT action, owner, count(*)::int AS count FROM funding.audit_entry WHERE record = $1 GROUP BY 1, 2 ORDER BY 1, 2",
      [id],
    );
    const of = (action: string, owner: string) => entries.find((one) => one.action === action && one.owner === owner);
    expect(of("saveFollowUpReport", "2281")?.count).toBe(2);
    expect(of("submitFollowUpReport", "2281")?.count).toBe(2);
    expect(of("requestSupplement", "boverket")?.count).toBe(1);
    expect(of("approveFollowUpReport", "boverket")?.count).toBe(1);
    // The reader and the reviewer each saw the draft, and the reviewer the first version after the approval.
    expect(of("followUpReport", "boverket")?.count).toBe(3);
    expect(of("followUpReports", "boverket")?.count).toBe(1);
    expect(of("followUpReports", "2281")?.count).toBe(1);
    expect(entries.every(({ owner }) => owner === "2281" || owner === "boverket")).toBe(true);
  });
});

/** JSON with every object's names in order, made another way than the hub makes it. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${sorted((value as Record<string, unknown>)[name])}`).join()}}`;
}

describe("who does not own a report", () => {
  it("is let at no unpublished report, by whatever way", async () => {
    const { id } = await desk.begin({ periodStart: "2024-01-01", periodEnd: "2024-06-30" });
    for (const identity of [
      { owner: "2181", roles: ["reporter"] as const },
      { owner: "tillvaxtverket", roles: ["reviewer"] as const },
      { owner: "hub", roles: ["operator"] as const },
    ]) {
      const token = await hub.issuer.token({ ...identity });
      const ask = (query: string) => hub.ask(query, {}, token);
      const answer = await ask(`{ followUpReport(id: "${id}", includeUnpublished: true) { id } }`);
      expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      const list = await ask(`{ followUpReports(includeUnpublished: true) { nodes { id } } }`);
      expect(list.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      expect(await desk.find(id, false, token)).toBeNull();
      expect(await desk.list({ filter: { grants: [GRANT], states: ["DRAFT"] } }, token)).toEqual([]);
    }
  });

  it("changes none: another municipality, another source, and each party in the other's part", async () => {
    const { id } = await desk.begin({ periodStart: "2023-01-01", periodEnd: "2023-06-30" });
    const other = await createReportDesk(hub, { municipality: "2181", source: "tillvaxtverket" });
    const swapped = {
      submit: other.submit,
      requestSupplement: other.requestSupplement,
      approve: other.approve,
    };
    for (const change of Object.values(swapped)) {
      await expect(
        change({ report: id, expectedRevision: 1, ...(change === swapped.requestSupplement && { message: "x" }) }),
      ).rejects.toThrow(/FORBIDDEN/);
    }
    await expect(other.save({})).rejects.toThrow(/FORBIDDEN/);
    // A municipality's own grant, and a report of another's.
    const mixed = { grant: "2181-tillvaxtverket-2020", report: id };
    expect(placesOf(await other.save(mixed))).toEqual([["REPORT_NOT_FOUND", "report"]]);
    expect(await desk.find(id, true, desk.reporter)).toMatchObject({ revision: 1, state: "DRAFT" });
  });
});

describe("a request that is sent again", () => {
  it("is the same whether what is null is left out or not, and however its fields stand", async () => {
    const request = { periodStart: "2018-01-01", periodEnd: "2018-06-30", idempotencyKey: randomUUID() };
    const cost = { category: "Löner", amount: 1 };
    const { report } = await desk.save({ ...request, content: { costs: [cost] } });
    const again = await desk.save({
      content: { forecast: null, costs: [{ amount: 1, initiative: null, category: "Löner" }] },
      report: null,
      ...request,
    });
    expect(again).toMatchObject({ isReplay: true, mistakes: [], report: { id: report.id } });
    const other = await desk.save({ ...request, content: { costs: [{ ...cost, amount: 2 }] } });
    expect(placesOf(other)).toEqual([["IDEMPOTENCY_KEY_REUSED", "idempotencyKey"]]);
  });

  it("may hold what is no text at all: it is a mistake, or done, but never a fault", async () => {
    const answer = await desk.save({
      ...{ periodStart: "2017-01-01", periodEnd: "2017-06-30" },
      content: { costs: [{ category: "\ud800", amount: 1 }] },
    });
    expect(answer.mistakes.length > 0 || answer.report !== null).toBe(true);
  });
});

describe("two who change the same report at once", () => {
  it("are told apart by the revision: exactly one hands it in", async () => {
    const { id } = await desk.begin({ periodStart: "2022-01-01", periodEnd: "2022-06-30" });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => desk.submit({ report: id, expectedRevision: 1 })),
    );
    const done = answers.filter(({ report }) => report !== null);
    expect(done).toHaveLength(1);
    for (const answer of answers.filter(({ report }) => report === null)) {
      expect(placesOf(answer)).toEqual([
        ["REPORT_FROZEN", "report"],
        ["STALE_REVISION", "expectedRevision"],
      ]);
    }
    expect((await desk.find(id, true, desk.reporter)).versions).toHaveLength(1);
  });

  it("cannot both begin one for the same days", async () => {
    const period = { periodStart: "2021-01-01", periodEnd: "2021-06-30" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.save(period)));
    expect(answers.filter(({ report }) => report !== null)).toHaveLength(1);
    for (const answer of answers.filter(({ report }) => report === null)) {
      expect(placesOf(answer)).toEqual([["PERIOD_OVERLAPS", "periodStart"]]);
    }
  });

  it("do not write over each other's drafts", async () => {
    const period = { periodStart: "2020-01-01", periodEnd: "2020-06-30" };
    const { id } = await desk.begin(period);
    const draft = (amount: number) =>
      desk.save({ ...period, report: id, expectedRevision: 1, content: { costs: [{ category: "Löner", amount }] } });
    const answers = await Promise.all([draft(1), draft(2), draft(3)]);
    const [kept, ...more] = answers.filter(({ report }) => report !== null);
    expect(more).toEqual([]);
    expect(answers.filter(({ report }) => report === null).map(placesOf)).toEqual([
      [["STALE_REVISION", "expectedRevision"]],
      [["STALE_REVISION", "expectedRevision"]],
    ]);
    expect((await desk.find(id, true, desk.reporter)).content).toEqual(kept?.report.content);
  });
});

describe("a final report", () => {
  it("tells what was spent, and is approved for what everything cost", async () => {
    const final = await createReportDesk(hub, { municipality: "2181", source: "tillvaxtverket" });
    const input = {
      grant: "2181-tillvaxtverket-2020",
      kind: "FINAL",
      periodStart: "2019-01-01",
      periodEnd: "2020-12-31",
    };
    const account = { spent: 7_900_000.5, totalCost: 9_000_000 };
    const { id } = await final.begin({ ...input, content: {} });
    expect(placesOf(await final.submit({ report: id, expectedRevision: 1 }))).toEqual([
      ["REPORT_EMPTY", "content"],
      ["FINAL_ACCOUNT_MISSING", "content.finalAccount"],
    ]);
    await final.begin({ ...input, report: id, expectedRevision: 1, content: { finalAccount: account } });
    const { report } = await final.submit({ report: id, expectedRevision: 2 });
    expect(report).toMatchObject({
      ...{ state: "SUBMITTED", grant: { state: "FINAL_REPORTED" } },
      content: {
        finalAccount: {
          spent: { value: 7_900_000.5, kind: "ACCOUNTED", year: null, yearCertainty: null },
          totalCost: { value: 9_000_000, kind: "ACCOUNTED" },
        },
      },
    });
    const above = await final.approve({ report: id, expectedRevision: 3, approvedCost: 9_000_000.01 });
    expect(placesOf(above)).toEqual([["APPROVED_COST_ABOVE_REPORTED", "approvedCost"]]);
    const approved = await final.approve({ report: id, expectedRevision: 3, approvedCost: 8_900_000 });
    expect(approved.report).toMatchObject({
      state: "APPROVED",
      reviews: [{ kind: "APPROVED", approvedCost: 8_900_000 }],
    });
    const second = { ...input, periodStart: "2021-01-01", periodEnd: "2021-12-31" };
    const more = await final.save({ ...second, content: { finalAccount: { spent: 99_999.51, totalCost: 99_999.51 } } });
    expect(placesOf(more)).toEqual([["SPENT_ABOVE_AWARD", "content.finalAccount.spent"]]);
    const { grant } = await hub.data(
      `{ grant(id: "2181-tillvaxtverket-2020") { sums { accounted { value } } events { kind amount { value } totalCost { value } } } }`,
    );
    expect(grant.sums.accounted).toEqual({ value: 7_900_000.5 });
    expect(grant.events.slice(1)).toEqual([
      { kind: "FINAL_REPORT", amount: { value: 7_900_000.5 }, totalCost: { value: 9_000_000 } },
      { kind: "APPROVAL", amount: null, totalCost: { value: 8_900_000 } },
    ]);
  });
});
