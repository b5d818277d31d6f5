import { randomUUID } from "node:crypto";
import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
let municipality: string;
let agency: string;

beforeAll(async () => {
  hub = await startTestHub("seeded");
  municipality = await hub.issuer.token({ owner: "2281", roles: ["reporter"] });
  agency = await hub.issuer.token({ owner: "boverket", roles: ["reviewer"] });
});
afterAll(() => hub.stop());

const MISTAKES = "mistakes { code field record message remedy(language: EN) } isReplay";
const REGISTER = `mutation ($input: RegisterGrantInput!) { registerGrant(input: $input) {
  grant { id name state revision source { id } programme { id } programmeCertainty recipient { id } initiative { id } } ${MISTAKES}
} }`;
const RECORD = `mutation ($input: RecordGrantEventsInput!) { recordGrantEvents(input: $input) {
  grant { id state revision } events { id kind } ${MISTAKES}
} }`;
const AMOUNT = "{ value kind year yearCertainty certainty precision }";

const grantInput = (changes: object = {}) => ({
  municipality: "2281",
  source: "boverket",
  programme: "sfs-2020-1202",
  name: "Stöd till gröna gårdar",
  recipient: "2281-sundsvalls-kommun",
  idempotencyKey: randomUUID(),
  ...changes,
});

async function register(changes: object = {}, token = agency) {
  const { registerGrant } = await hub.data(REGISTER, { input: grantInput(changes) }, token);
  return registerGrant;
}

async function record(token: string, grant: string, events: readonly object[], changes: object = {}) {
  const expectedRevision = await revisionOf(grant);
  const input = { grant, source: "boverket", expectedRevision, events, idempotencyKey: randomUUID(), ...changes };
  const { recordGrantEvents } = await hub.data(RECORD, { input }, token);
  return recordGrantEvents;
}

async function revisionOf(id: string): Promise<number> {
  const { grant } = await hub.data("query ($id: ID!) { grant(id: $id) { revision } }", { id });
  return grant?.revision ?? 0;
}

const codesOf = ({ mistakes }: { mistakes: { code: string; field: string | null }[] }) =>
  mistakes.map(({ code, field }) => `${code} ${field}`);

/** A grant that was awarded 100 000 kronor of a cost of 200 000. */
async function awarded(): Promise<string> {
  const { grant } = await register();
  const done = await record(agency, grant.id, [
    { kind: "AWARD", date: "2025-01-10", amount: 100000, totalCost: 200000 },
  ]);
  expect(done.mistakes).toEqual([]);
  return grant.id;
}

describe("a grant that is registered", () => {
  it("is there for everybody, with an id that both owners can be read from and without a life", async () => {
    const { grant, mistakes, isReplay } = await register({
      initiative: "2281-omradesutveckling-med-stod-fran-boverket",
    });
    expect({ mistakes, isReplay }).toEqual({ mistakes: [], isReplay: false });
    expect(grant).toEqual({
      id: expect.stringMatching(/^2281-boverket~[a-z2-9]{12}$/),
      name: "Stöd till gröna gårdar",
      state: "UNKNOWN",
      revision: 0,
      source: { id: "boverket" },
      programme: { id: "sfs-2020-1202" },
      programmeCertainty: "STATED",
      recipient: { id: "2281-sundsvalls-kommun" },
      initiative: { id: "2281-omradesutveckling-med-stod-fran-boverket" },
    });
    const { listed, ofSource, ofInitiative, of } = await hub.data(
      `query ($id: ID!) {
        of: grant(id: $id) { id withdrawnAt events { id } sums { awarded ${AMOUNT} unspent ${AMOUNT} } }
        listed: grants(first: 500, filter: { municipalities: ["2281"], states: [UNKNOWN], programmes: ["sfs-2020-1202"], text: "gårdar" }) { nodes { id } }
        ofSource: fundingSource(id: "boverket") { grants(first: 500) { nodes { id } } }
        ofInitiative: initiative(id: "2281-omradesutveckling-med-stod-fran-boverket") { grants { id } }
      }`,
      { id: grant.id },
    );
    expect(of).toEqual({ id: grant.id, withdrawnAt: null, events: [], sums: { awarded: null, unspent: null } });
    expect(listed.nodes).toContainEqual({ id: grant.id });
    expect(ofSource.grants.nodes).toContainEqual({ id: grant.id });
    expect(ofInitiative.grants).toContainEqual({ id: grant.id });
  });

  it("may be registered by the municipality that applies, and by nobody else", async () => {
    expect((await register({}, municipality)).mistakes).toEqual([]);
    const strangers = [
      await hub.issuer.token({ owner: "2181", roles: ["reporter"] }),
      await hub.issuer.token({ owner: "tillvaxtverket", roles: ["reviewer"] }),
      await hub.issuer.token({ owner: "boverket", roles: ["reader"] }),
      await hub.issuer.token({ owner: "hub", roles: ["operator"] }),
    ];
    for (const token of strangers) {
      const { data, errors } = await hub.ask(REGISTER, { input: grantInput() }, token);
      expect(data?.registerGrant ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
    }
  });

  it("is refused with every mistake at once, in both languages", async () => {
    const before = await hub.database.query(`SELECT count(*) FROM funding."grant"`);
    const answer = await register(
      {
        source: "no-such",
        programme: "sfs-2018-151",
        name: " a ",
        recipient: "2181-sandvikens-kommun",
        initiative: "2181-x",
      },
      municipality,
    );
    expect(answer.grant).toBeNull();
    expect(codesOf(answer)).toEqual([
      "SOURCE_UNKNOWN source",
      "NAME_TOO_SHORT name",
      "RECORD_FOREIGN recipient",
      "RECORD_FOREIGN initiative",
    ]);
    expect(answer.mistakes[2]).toMatchObject({
      record: "2181-sandvikens-kommun",
      message: "2181-sandvikens-kommun är inte kommunens: id börjar inte med 2281-.",
      remedy: "Name an organisation or initiative of the same municipality.",
    });
    expect(codesOf(await register({ programme: "sfs-2018-151", name: "Rad\nbrytning" }))).toEqual([
      "PROGRAMME_NOT_OF_SOURCE programme",
      "TEXT_CONTROL_CHARACTER name",
    ]);
    expect(codesOf(await register({ municipality: "0000", recipient: "0000-x" }))).toEqual([
      "MUNICIPALITY_INVALID municipality",
    ]);
    expect(codesOf(await register({ source: "2181-kommunala-medel", programme: null }, municipality))).toEqual([
      "SOURCE_UNKNOWN source",
    ]);
    expect(await hub.database.query(`SELECT count(*) FROM funding."grant"`)).toEqual(before);
  });
});

describe("events that are recorded", () => {
  it("make a whole life from call to closing, told by both parties", async () => {
    const { grant } = await register();
    const tell = async (token: string, ...events: object[]) => {
      const done = await record(token, grant.id, events);
      expect(done.mistakes).toEqual([]);
      return done;
    };
    await tell(agency, { kind: "CALL_PUBLISHED", date: "2025-01-01" });
    await tell(municipality, { kind: "APPLICATION_SUBMITTED", date: "2025-02-01", amount: 150000, totalCost: 300000 });
    await tell(
      agency,
      { kind: "ASSESSMENT", date: "2025-02-02" },
      { kind: "AWARD", date: "2025-03-01", amount: 100000.5, totalCost: 200001 },
    );
    await tell(municipality, { kind: "PAYMENT_CLAIM", date: "2025-03-02", amount: 100000.5 });
    await tell(
      agency,
      { kind: "DISBURSEMENT", date: "2025-03-10", amount: 60000.25 },
      { kind: "DISBURSEMENT", date: "2025-03-11", amount: 40000.25, year: 2024 },
    );
    await tell(
      municipality,
      { kind: "ALLOCATION", date: "2025-04-01", amount: 90000 },
      { kind: "COSTS_INCURRED", date: "2025-05-01", amount: 150000 },
    );
    await tell(municipality, { kind: "FINAL_REPORT", date: "2025-09-01", amount: 90000, totalCost: 190000 });
    await tell(
      agency,
      { kind: "RECOVERY_DECISION", date: "2025-10-01", amount: 10000.5 },
      { kind: "APPROVAL", date: "2025-10-01", totalCost: 190000 },
    );
    await tell(municipality, { kind: "REPAYMENT", date: "2025-11-01", amount: 10000.5 });
    const closed = await tell(agency, {
      kind: "CLOSURE",
      date: "2025-12-01",
      registrationNumber: "2025/123",
      note: "Klart.",
    });
    expect(closed.grant).toEqual({ id: grant.id, state: "CLOSED", revision: 14 });
    expect(closed.events).toEqual([{ id: `${grant.id}~e14`, kind: "CLOSURE" }]);

    const { of } = await hub.data(
      `query ($id: ID!) { of: grant(id: $id) {
        state revision disbursed ${AMOUNT} sums { applied { value } awarded ${AMOUNT} requested { value } disbursed ${AMOUNT} allocated { value }
          incurred { value } accounted { value } reclaimed { value } repaid { value } unspent ${AMOUNT} }
        events { kind date { value precision certainty } amount ${AMOUNT} totalCost ${AMOUNT} actor { id } registrationNumber note { sv }
          origin recordedBy recordedAt corrects { id } correctedBy { id } isRetraction sources { locator } }
      } }`,
      { id: grant.id },
    );
    const sure = { certainty: "STATED", precision: "EXACT" };
    const disbursed = {
      value: 100000.5,
      kind: "DISBURSED",
      year: null,
      yearCertainty: null,
      certainty: "DERIVED",
      precision: "EXACT",
    };
    expect(of).toMatchObject({ state: "CLOSED", revision: 14, disbursed });
    expect(of.sums).toEqual({
      applied: { value: 150000 },
      awarded: { value: 100000.5, kind: "AWARDED", year: 2025, yearCertainty: "DERIVED", ...sure },
      requested: { value: 100000.5 },
      disbursed,
      allocated: { value: 90000 },
      incurred: { value: 150000 },
      accounted: { value: 90000 },
      reclaimed: { value: 10000.5 },
      repaid: { value: 10000.5 },
      unspent: { value: 0, kind: "DERIVED", year: null, yearCertainty: null, certainty: "DERIVED", precision: "EXACT" },
    });
    const [, application, , award, , , second] = of.events;
    expect(application).toMatchObject({
      totalCost: { value: 300000, kind: "ESTIMATED_TOTAL", year: null, yearCertainty: null, ...sure },
      actor: { id: "2281-sundsvalls-kommun" },
      origin: "RECORDED",
      recordedBy: "2281",
      recordedAt: expect.any(String),
      corrects: null,
      correctedBy: null,
      isRetraction: false,
      sources: [],
    });
    expect(award).toMatchObject({
      date: { value: "2025-03-01", precision: "DAY", certainty: "STATED" },
      actor: { id: "boverket" },
      recordedBy: "boverket",
    });
    expect(second.amount).toMatchObject({ year: 2024, yearCertainty: "STATED" });
    expect(of.events.at(-1)).toMatchObject({
      registrationNumber: "2025/123",
      note: { sv: "Klart." },
      amount: null,
      totalCost: null,
    });
    expect(of.events.find(({ kind }: { kind: string }) => kind === "APPROVAL").totalCost).toMatchObject({
      kind: "ACCOUNTED",
    });
  });

  it("go on from what a data package tells, and change how the grant is found", async () => {
    const id = "2281-boverket-sundsbruk";
    const filter = (states: string[]) => ({ states, municipalities: ["2281"], sources: ["boverket"] });
    const find = async (states: string[], changedSince?: string) => {
      const { grants } = await hub.data("query ($f: GrantFilter) { grants(first: 500, filter: $f) { nodes { id } } }", {
        f: { ...filter(states), ...(changedSince && { changedSince }) },
      });
      return grants.nodes.map((node: { id: string }) => node.id);
    };
    expect(await find(["AWARDED"])).toContain(id);
    const since = new Date().toISOString();
    expect(await find(["AWARDED"], since)).not.toContain(id);
    const done = await record(agency, id, [
      {
        kind: "DISBURSEMENT",
        date: "2022-01-10",
        amount: 1400000,
        document: "2281-wikipedia-sundsvalls-kommun",
        locator: "s. 3",
      },
    ]);
    expect(done).toMatchObject({
      mistakes: [],
      grant: { state: "DISBURSED", revision: 2 },
      events: [{ id: `${id}~e2` }],
    });
    expect(await find(["AWARDED"])).not.toContain(id);
    expect(await find(["DISBURSED"], since)).toContain(id);
    const over = await record(agency, id, [{ kind: "DISBURSEMENT", date: "2022-02-10", amount: 1400000.01 }]);
    expect(over.mistakes).toMatchObject([
      {
        code: "DISBURSED_EXCEEDS_AWARDED",
        field: "events[0].amount",
        record: id,
        message: "2800000.01 kronor är utbetalda av 2800000.00 beviljade.",
      },
    ]);
  });

  it("are corrected and taken back by new events, and only what stands counts", async () => {
    const id = await awarded();
    await record(agency, id, [{ kind: "DISBURSEMENT", date: "2025-02-01", amount: 90000 }]);
    const corrected = await record(agency, id, [
      { kind: "DISBURSEMENT", date: "2025-02-02", amount: 80000, corrects: `${id}~e2` },
    ]);
    expect(corrected).toMatchObject({ mistakes: [], events: [{ id: `${id}~e3` }], grant: { revision: 3 } });
    const LIFE = `query ($id: ID!) { grant(id: $id) { state sums { disbursed { value } }
      events { id } all: events(includeCorrected: true) { id isRetraction corrects { id } correctedBy { id } amount { value } } } }`;
    const life = async () => (await hub.data(LIFE, { id })).grant;
    expect(await life()).toMatchObject({
      state: "DISBURSED",
      sums: { disbursed: { value: 80000 } },
      events: [{ id: `${id}~e1` }, { id: `${id}~e3` }],
      all: [
        { id: `${id}~e1`, correctedBy: null },
        { id: `${id}~e2`, correctedBy: { id: `${id}~e3` }, amount: { value: 90000 } },
        { id: `${id}~e3`, corrects: { id: `${id}~e2` }, correctedBy: null },
      ],
    });
    await record(agency, id, [{ kind: "DISBURSEMENT", date: "2025-02-03", corrects: `${id}~e3`, isRetraction: true }]);
    expect(await life()).toMatchObject({ state: "AWARDED", sums: { disbursed: null }, events: [{ id: `${id}~e1` }] });
    expect((await life()).all.at(-1)).toMatchObject({
      id: `${id}~e4`,
      isRetraction: true,
      corrects: { id: `${id}~e3` },
    });
  });

  it("correct nothing that is not the caller's, not there, of another kind or corrected before", async () => {
    const id = await awarded();
    await record(municipality, id, [{ kind: "PAYMENT_CLAIM", date: "2025-02-01", amount: 10 }]);
    const day = "2025-02-02";
    const fix = (kind: string, corrects: string, changes = {}) => ({ kind, date: day, corrects, ...changes });
    expect(
      codesOf(
        await record(municipality, id, [
          fix("PAYMENT_CLAIM", `${id}~e9`),
          fix("CHANGE", `${id}~e2`),
          fix("PAYMENT_CLAIM", `${id}~e2`, { amount: 20 }),
          fix("PAYMENT_CLAIM", `${id}~e2`, { amount: 30 }),
          fix("PAYMENT_CLAIM", `${id}~e1`),
          { kind: "CHANGE", date: day, isRetraction: true },
          fix("PAYMENT_CLAIM", `${id}~e2`, { amount: 30, isRetraction: true }),
        ]),
      ),
    ).toEqual([
      "RETRACTION_WITH_AMOUNT events[6].amount",
      "CORRECTED_UNKNOWN events[0].corrects",
      "CORRECTED_OTHER_KIND events[1].corrects",
      "CORRECTED_BEFORE events[3].corrects",
      "CORRECTED_NOT_YOURS events[4].corrects",
      "CORRECTED_OTHER_KIND events[4].corrects",
      "RETRACTION_WITHOUT_EVENT events[5].isRetraction",
      "CORRECTED_BEFORE events[6].corrects",
    ]);
    const delivered = await record(agency, "2281-boverket-sundsbruk", [
      fix("AWARD", "2281-boverket-sundsbruk-beviljat", { amount: 1 }),
    ]);
    expect(codesOf(delivered)).toEqual(["CORRECTED_DELIVERED events[0].corrects"]);
    expect(await revisionOf(id)).toBe(2);
  });

  it("check the whole life again after a correction", async () => {
    const id = await awarded();
    await record(agency, id, [{ kind: "DISBURSEMENT", date: "2025-02-01", amount: 90000 }]);
    const less = await record(agency, id, [
      { kind: "AWARD", date: "2025-01-10", amount: 80000, totalCost: 200000, corrects: `${id}~e1` },
      { kind: "AWARD", date: "2025-01-10", corrects: `${id}~e1`, isRetraction: true },
    ]);
    expect(less.mistakes).toMatchObject([
      { code: "DISBURSED_EXCEEDS_AWARDED", field: "events[0]", record: `${id}~e2` },
      { code: "CORRECTED_BEFORE", field: "events[1].corrects" },
    ]);
  });

  it("are refused whole, with every mistake of every event at its place", async () => {
    const id = await awarded();
    const tomorrow = new Date(Date.now() + 48 * 3600_000).toISOString().slice(0, 10);
    const answer = await record(agency, id, [
      { kind: "DISBURSEMENT", date: "2025-01-09", amount: 60000 },
      { kind: "DISBURSEMENT", date: "2025-02-01", amount: 60000 },
      { kind: "PAYMENT_CLAIM", date: "2025-02-02", amount: 1 },
      { kind: "DISBURSEMENT", date: tomorrow },
      { kind: "CHANGE", date: "2025-02-02", amount: 5, totalCost: 5, year: 2025 },
      { kind: "DISBURSEMENT", date: "2025-02-02", amount: -5, year: 1989 },
      { kind: "DISBURSEMENT", date: "2025-02-02", amount: 100000000000.01 },
      {
        kind: "CALL_PUBLISHED",
        date: "2025-02-02",
        note: "x".repeat(2001),
        document: "2181-x",
        registrationNumber: "a\u0000b",
      },
      { kind: "CLOSURE", date: "1989-12-31", note: `Ring ${["070", "174 06 05"].join("-")}`, locator: "s. 1" },
    ]);
    expect(codesOf(answer)).toEqual([
      "AMOUNT_MISSING events[3].amount",
      "AMOUNT_NOT_OF_KIND events[4].amount",
      "AMOUNT_NOT_OF_KIND events[4].year",
      "TOTAL_COST_NOT_OF_KIND events[4].totalCost",
      "AMOUNT_NOT_POSITIVE events[5].amount",
      "YEAR_OUTSIDE events[5].year",
      "AMOUNT_TOO_LARGE events[6].amount",
      "TEXT_CONTROL_CHARACTER events[7].registrationNumber",
      "TEXT_TOO_LONG events[7].note",
      "DOCUMENT_FOREIGN events[7].document",
      "TEXT_PERSONAL_DATA events[8].note",
      "LOCATOR_WITHOUT_DOCUMENT events[8].locator",
      "NOT_YOUR_EVENT events[2].kind",
      "DATE_IN_FUTURE events[3].date",
      "NOT_YOUR_EVENT events[4].kind",
      "DATE_TOO_EARLY events[8].date",
      // The first is a day before the award.
      "DISBURSED_EXCEEDS_AWARDED events[0].amount",
      "DISBURSED_EXCEEDS_AWARDED events[1].amount",
      "EVENT_NOT_NEXT events[7].kind",
    ]);
    expect(await revisionOf(id)).toBe(1);
    for (const events of [[], Array(101).fill({ kind: "CHANGE", date: "2025-02-02" })]) {
      expect(codesOf(await record(agency, id, events))).toEqual(["EVENTS_COUNT events"]);
    }
  });

  it("take their place by their day when they come late, for state and sums and how the grant is found", async () => {
    const id = await awarded();
    await record(municipality, id, [{ kind: "COSTS_INCURRED", date: "2025-03-10", amount: 500 }]);
    const late = await record(agency, id, [{ kind: "DISBURSEMENT", date: "2025-03-09", amount: 60000 }]);
    expect(late).toMatchObject({ mistakes: [], grant: { state: "UNDER_WAY", revision: 3 } });
    const { grant, found } = await hub.data(
      `query ($id: ID!) { grant(id: $id) { events { id } sums { disbursed { value } } }
        found: grants(first: 500, filter: { states: [UNDER_WAY], municipalities: ["2281"] }) { nodes { id } } }`,
      { id },
    );
    expect(grant).toEqual({
      events: [{ id: `${id}~e1` }, { id: `${id}~e3` }, { id: `${id}~e2` }],
      sums: { disbursed: { value: 60000 } },
    });
    expect(found.nodes).toContainEqual({ id });
    const [open] = await hub.database.query(
      "SELECT state FROM funding.published_open_grant WHERE municipality_code = '2281' AND id = $1",
      [id],
    );
    expect(open).toEqual({ state: "UNDER_WAY" });
  });

  it("award together no more than the programme's share of the whole", async () => {
    const id = await awarded();
    const more = { kind: "AWARD", date: "2025-02-01", amount: 20000 };
    const over = await record(agency, id, [more]);
    expect(codesOf(over)).toEqual(["AWARD_EXCEEDS_SHARE events[0].amount"]);
    expect((await record(agency, id, [{ ...more, totalCost: 240000 }])).mistakes).toEqual([]);
  });

  it("are of a grant that is there and of the source named", async () => {
    const id = await awarded();
    const event = { kind: "CHANGE", date: "2025-02-01" };
    expect(codesOf(await record(municipality, "2281-no-such", [event]))).toEqual(["GRANT_UNKNOWN grant"]);
    const other = await hub.issuer.token({ owner: "tillvaxtverket", roles: ["reviewer"] });
    const stranger = await record(other, id, [{ kind: "APPROVAL", date: "2025-02-01" }], { source: "tillvaxtverket" });
    expect(codesOf(stranger)).toEqual(["NOT_YOUR_GRANT grant", "SOURCE_NOT_OF_GRANT source"]);
    const wrong = await record(municipality, id, [event], { source: "tillvaxtverket" });
    expect(codesOf(wrong)).toEqual(["SOURCE_NOT_OF_GRANT source"]);
    const { errors } = await hub.ask(
      RECORD,
      { input: { grant: id, source: "boverket", expectedRevision: 1, events: [event], idempotencyKey: randomUUID() } },
      other,
    );
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("a request that is sent again", () => {
  const claim = { kind: "PAYMENT_CLAIM", date: "2025-02-01", amount: 10 };

  it("is done once, and answered as it was then", async () => {
    const id = await awarded();
    const changes = { expectedRevision: 1, idempotencyKey: randomUUID() };
    const first = await record(municipality, id, [claim], changes);
    expect(first).toMatchObject({ isReplay: false, mistakes: [], events: [{ id: `${id}~e2` }] });
    const again = await record(municipality, id, [claim], changes);
    expect(again).toEqual({ ...first, isReplay: true });
    const other = await record(municipality, id, [{ ...claim, amount: 11 }], changes);
    expect(codesOf(other)).toEqual(["IDEMPOTENCY_KEY_REUSED idempotencyKey"]);
    expect(await revisionOf(id)).toBe(2);
    const key = randomUUID();
    const [one, two] = [await register({ idempotencyKey: key }), await register({ idempotencyKey: key })];
    expect(two).toEqual({ ...one, isReplay: true });
  });

  it("is another one in another municipality, whose key it is there", async () => {
    const key = randomUUID();
    await register({ idempotencyKey: key });
    const elsewhere = {
      municipality: "2181",
      recipient: "2181-sandvikens-kommun",
      programme: null,
      idempotencyKey: key,
    };
    expect(await register(elsewhere)).toMatchObject({
      isReplay: false,
      mistakes: [],
      grant: { id: expect.any(String) },
    });
    expect(await register(elsewhere)).toMatchObject({ isReplay: true, mistakes: [] });
  });

  it("is done once when it comes several times at once", async () => {
    const id = await awarded();
    const changes = { expectedRevision: 1, idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => record(municipality, id, [claim], changes)));
    expect(answers.map(({ isReplay }) => isReplay).sort()).toEqual([false, true, true, true, true]);
    for (const { events, mistakes } of answers)
      expect({ events, mistakes }).toEqual({ events: [{ id: `${id}~e2`, kind: "PAYMENT_CLAIM" }], mistakes: [] });
    expect(await revisionOf(id)).toBe(2);
  });

  it("is judged anew after it was refused", async () => {
    const id = await awarded();
    const changes = { idempotencyKey: randomUUID(), expectedRevision: 2 };
    expect(codesOf(await record(municipality, id, [claim], changes))).toEqual(["STALE_REVISION expectedRevision"]);
    await record(municipality, id, [claim]);
    expect((await record(municipality, id, [claim], changes)).mistakes).toEqual([]);
  });
});

describe("writers at the same time", () => {
  it("do not overwrite each other: exactly one wins, and the others are told what has happened", async () => {
    const id = await awarded();
    const all = Array.from({ length: 6 }, (_, index) =>
      record(agency, id, [{ kind: "DISBURSEMENT", date: "2025-02-01", amount: 20000 + index }], {
        expectedRevision: 1,
      }),
    );
    const answers = await Promise.all(all);
    const won = answers.filter(({ mistakes }) => mistakes.length === 0);
    expect(won).toHaveLength(1);
    for (const lost of answers.filter(({ mistakes }) => mistakes.length > 0)) {
      expect(lost).toMatchObject({ grant: null, events: [] });
      expect(lost.mistakes[0]).toMatchObject({
        code: "STALE_REVISION",
        field: "expectedRevision",
        remedy: expect.stringContaining("expectedRevision 2"),
      });
    }
    expect(await revisionOf(id)).toBe(2);
  });

  it("write to the log alone: nothing in it can be changed or taken away", async () => {
    const id = await awarded();
    for (const statement of [
      "UPDATE funding.grant_event_log SET value = 1 WHERE grant_id = $1",
      "DELETE FROM funding.grant_event_log WHERE grant_id = $1",
    ]) {
      await expect(hub.database.query(statement, [id])).rejects.toThrow("grant_event_log is only added to");
    }
    await expect(hub.database.query("TRUNCATE funding.grant_event_log")).rejects.toThrow("is only added to");
    const [entry] = await hub.database.query(
      "SELECT owner, action, record FROM funding.audit_entry WHERE record = $1 ORDER BY position DESC LIMIT 1",
      [id],
    );
    expect(entry).toEqual({ owner: "boverket", action: "recordGrantEvents", record: id });
  });
});

describe("a report that is recorded as an event", () => {
  it("is corrected in answer to a supplement, and then the supplement is answered", async () => {
    const id = await awarded();
    await record(municipality, id, [{ kind: "FINAL_REPORT", date: "2025-05-01", amount: 90000 }]);
    await record(agency, id, [{ kind: "SUPPLEMENT_REQUEST", date: "2025-05-10" }]);
    const anew = await record(municipality, id, [
      { kind: "FINAL_REPORT", date: "2025-05-20", amount: 95000, corrects: `${id}~e2` },
    ]);
    expect(anew).toMatchObject({ mistakes: [], grant: { state: "FINAL_REPORTED" } });
    const { grant, filtered } = await hub.data(
      `query ($id: ID!) { grant(id: $id) { events { id } sums { accounted { value } } }
        filtered: grants(first: 500, filter: { states: [FINAL_REPORTED] }) { nodes { id } } }`,
      { id },
    );
    expect(grant).toEqual({
      events: [{ id: `${id}~e1` }, { id: `${id}~e3` }, { id: `${id}~e4` }],
      sums: { accounted: { value: 95000 } },
    });
    expect(filtered.nodes).toContainEqual({ id });
    const approved = await record(agency, id, [{ kind: "APPROVAL", date: "2025-06-01", totalCost: 190000 }]);
    expect(codesOf(approved)).toEqual(["AWARD_EXCEEDS_APPROVED_SHARE events[0].totalCost"]);
  });
});
