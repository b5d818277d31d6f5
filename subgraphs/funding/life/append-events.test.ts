import fc from "fast-check";
import { type Connection, createConnection, type Statements } from "../../../kit/connection";
import { WRITER_ROLE } from "../../../kit/database-roles";
import { sql } from "../../../kit/sql";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../../test/testkit/database";
import { type Mistake, mistake } from "../follow-up/mistake";
import { appendEvents, type NewEvent } from "./append-events";
import { REPORTERS_KINDS } from "./kinds";
import { lockGrant, lockGrants } from "./lock-grants";
import { brokenRules } from "./rules";

jest.mock("./rules", () => {
  const { brokenRules: actual } = jest.requireActual<typeof import("./rules")>("./rules");
  return { brokenRules: jest.fn(actual) };
});

let database: TestDatabase;
let connection: Connection;

const stated = `'[]', '[]', now()`;
beforeAll(async () => {
  database = await createTestDatabase("migrated");
  connection = createConnection({ url: database.url, schema: "funding", role: WRITER_ROLE, logger: silentLogger });
  await database.query(
    `INSERT INTO funding.funding_programme (municipality_code, id, name, source_id, max_share, certainty, sources, quality_notes, changed_at)
     VALUES ('0000', 'halva', 'Halva kostnaden', 'boverket', 0.5, 'STATED', ${stated})`,
  );
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

let grants = 0;
async function newGrant(programme = "halva"): Promise<string> {
  grants += 1;
  const id = `2281-boverket~grant${grants}`;
  await database.query(
    `INSERT INTO funding."grant" (municipality_code, id, name, source_id, programme_id, programme_certainty, recipient_id, origin, sources, quality_notes, changed_at)
     VALUES ('2281', $1, 'Bidrag', 'boverket', $2, 'STATED', '2281-kommun', 'RECORDED', ${stated})`,
    [id, programme],
  );
  return id;
}

const newEvent = (changes: Partial<NewEvent> & Pick<NewEvent, "kind">): NewEvent => ({
  place: "events[0]",
  date: "2025-01-01",
  value: null,
  year: null,
  totalCost: null,
  registrationNumber: null,
  note: null,
  sources: [],
  correctsId: null,
  isRetraction: false,
  reportId: null,
  reportVersion: null,
  ...changes,
});

/** Appends in a transaction that is committed whatever comes of it. */
function append(
  grantId: string,
  by: "2281" | "boverket",
  events: readonly NewEvent[],
  origin: "RECORDED" | "REPORT" = "RECORDED",
) {
  const identity = { owner: by, roles: [by === "2281" ? "reporter" : "reviewer"] as const, client: "test" };
  return connection.transaction(
    (statements) => appendEvents(statements, { grantId, origin, by, expectedRevision: null }, events),
    { identity },
  );
}

interface Entry {
  readonly id: string;
  readonly number: number;
  readonly position: number;
  readonly kind: string;
  readonly day: string;
  readonly value: string | null;
  readonly totalCost: string | null;
  readonly corrects: string | null;
  readonly isRetraction: boolean;
  readonly stands: boolean;
  readonly recordedAt: Date;
}

const readLog = (grantId: string) =>
  database.query<Entry>(
    `SELECT id, number, position, kind, date ->> 'value' AS day, value, total_cost AS "totalCost", corrects_id AS corrects,
          is_retraction AS "isRetraction", corrected_by_id IS NULL AND NOT is_retraction AS stands, recorded_at AS "recordedAt"
        FROM funding.whole_grant_event WHERE municipality_code = '2281' AND grant_id = $1 ORDER BY number`,
    [grantId],
  );

/** What somebody may try: any kind, of any day and amount, perhaps a correction of any entry of the log. */
const attempt = fc.record({
  kind: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom("AWARD", "DISBURSEMENT", "DISBURSEMENT", "REPAYMENT", "FINAL_REPORT", "CLOSURE"),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "APPROVAL",
        "PROGRESS_REPORT",
        "SUPPLEMENT_REQUEST",
        "RECOVERY_DECISION",
        "FINAL_PAYMENT",
        "COSTS_INCURRED",
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "CALL_PUBLISHED",
        "APPLICATION_SUBMITTED",
        "ASSESSMENT",
        "REJECTION",
        "PAYMENT_CLAIM",
        "CHANGE",
        "REVOCATION",
      ),
    },
  ),
  // Few amounts, so that sums come out now and then.
  amount: fc.constantFrom(10, 20, 30, 50, 100),
  totalCost: fc.constantFrom(20, 100, 200, null),
  /** Days that it comes before or after what was tried before; some come late. */
  days: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -1, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: -40, max: 0 }) },
  ),
  corrects: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat() }),
  isRetraction: fc.boolean(),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never;

function eventOf(
  { kind, amount, totalCost, days, corrects, isRetraction }: Attempt,
  log: readonly Entry[],
  step: number,
): NewEvent {
  const corrected = corrects === null ? undefined : log[corrects % log.length];
  const day = new Date(Date.UTC(2025, 0, 3 + 4 * step + days)).toISOString().slice(0, 10);
  return newEvent({
    kind: corrected?.kind ?? kind,
    date: corrected?.day ?? day,
    value: (corrected?.kind ?? kind) === "CLOSURE" ? null : `${amount}.00`,
    totalCost: totalCost === null ? null : `${totalCost}.00`,
    correctsId: corrected?.id ?? null,
    isRetraction: corrected !== undefined && isRetraction,
  });
}

const sum = (log: readonly Entry[], ...kinds: string[]) =>
  log
    .filter(({ kind, stands }) => stands && kinds.includes(kind))
    .reduce((total, { value }) => total + Number(value), 0);

/** What every log must keep, told without the code that keeps it. */
function expectRulesKept(log: readonly Entry[]): void {
  const life = log.filter(({ stands }) => stands).sort((a, b) => a.position - b.position || a.number - b.number);
  const corrected = new Set(log.map(({ corrects }) => corrects));
  expect(log.map(({ number }) => number)).toEqual(log.map((_, index) => index + 1));
  for (const { id, isRetraction, stands } of log) expect(stands).toBe(!isRetraction && !corrected.has(id));
  expect(life.map(({ day }) => day)).toEqual(life.map(({ day }) => day).sort());
  const awarded = sum(log, "AWARD");
  const disbursed = sum(log, "DISBURSEMENT", "FINAL_PAYMENT");
  expect(disbursed).toBeLessThanOrEqual(awarded);
  let cost = Infinity;
  for (const [index, { kind, totalCost }] of life.entries()) {
    const soFar = life.slice(0, index + 1);
    if ((kind === "AWARD" || kind === "APPROVAL") && totalCost !== null) cost = Number(totalCost);
    const back = Math.max(sum(soFar, "RECOVERY_DECISION"), sum(soFar, "REPAYMENT"));
    const paid = sum(soFar, "DISBURSEMENT", "FINAL_PAYMENT");
    if (kind === "REPAYMENT") expect(sum(soFar, "REPAYMENT")).toBeLessThanOrEqual(paid);
    if (kind === "RECOVERY_DECISION") expect(sum(soFar, "RECOVERY_DECISION")).toBeLessThanOrEqual(paid);
    if (/CLAIM|ALLOCATION|COSTS|_REPORT|REPAYMENT/.test(kind)) expect(soFar.map((one) => one.kind)).toContain("AWARD");
    if (kind === "AWARD") expect(sum(soFar, "AWARD") - back).toBeLessThanOrEqual(cost / 2);
  }
  const kinds = life.map(({ kind }) => kind);
  const closing = kinds.indexOf("CLOSURE");
  if (closing >= 0) {
    expect(closing).toBe(kinds.length - 1);
    if (disbursed > 0) expect(sum(log, "FINAL_REPORT", "REPAYMENT")).toBe(disbursed);
  }
  if (kinds.includes("REJECTION")) expect(kinds.indexOf("REJECTION")).toBe(kinds.length - 1);
  expect(kinds.filter((kind) => kind === "FINAL_REPORT").length).toBeLessThanOrEqual(1);
}

const outcomes = { accepted: 0, refused: 0, corrected: 0, closed: 0, late: 0 };

it("whatever is tried, the log keeps every rule, is only added to, and what is refused leaves no trace", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(attempt, { minLength: 1, maxLength: 2 }), { minLength: 10, maxLength: 40 }),
      async (steps) => {
        const grantId = await newGrant();
        // Most lives have an award; without it little can be wrong.
        if (steps.length % 8 > 0) await append(grantId, "boverket", [newEvent({ kind: "AWARD", value: "100.00" })]);
        let before = await readLog(grantId);
        for (const [step, attempts] of steps.entries()) {
          const events = attempts.map((one) => eventOf(one, before, step));
          const by = REPORTERS_KINDS.has(events[0]?.kind ?? "") ? "2281" : "boverket";
          const { ids, mistakes } = await append(grantId, by, events);
          const log = await readLog(grantId);
          const stillThere = log.slice(0, before.length).map(({ stands: _, ...entry }) => entry);
          expect(stillThere).toEqual(before.map(({ stands: _, ...entry }) => entry));
          expect(log.slice(before.length).map(({ id }) => id)).toEqual(ids);
          expect(ids).toHaveLength(mistakes.length > 0 ? 0 : events.length);
          expectRulesKept(log);
          outcomes[mistakes.length > 0 ? "refused" : "accepted"] += 1;
          before = log;
        }
        outcomes.corrected += before.filter(({ corrects }) => corrects !== null).length;
        outcomes.late += before.filter(({ position }) => !Number.isInteger(position)).length;
        outcomes.closed += before.some(({ kind }) => kind === "CLOSURE") ? 1 : 0;
      },
    ),
    { numRuns: 35, seed: 2026, endOnFailure: true },
  );
  // Else the rules were kept because nothing was done.
  expect(outcomes.accepted).toBeGreaterThan(50);
  expect(outcomes.refused).toBeGreaterThan(50);
  expect(outcomes.corrected).toBeGreaterThan(10);
  expect(outcomes.closed).toBeGreaterThan(0);
  expect(outcomes.late).toBeGreaterThan(10);
}, 120_000);

describe("events that come with reports", () => {
  const report = { place: "report", kind: "FINAL_REPORT", reportId: "2281-boverket~rapport" };

  it("stand after the supplement request that they answer, and count once", async () => {
    const id = await newGrant();
    await append(id, "boverket", [
      newEvent({ kind: "AWARD", value: "100" }),
      newEvent({ kind: "DISBURSEMENT", value: "9" }),
    ]);
    const [first = ""] = (await append(id, "2281", [newEvent({ ...report, value: "60", reportVersion: 1 })], "REPORT"))
      .ids;
    await append(id, "boverket", [newEvent({ kind: "SUPPLEMENT_REQUEST", date: "2025-02-01" })], "REPORT");
    // The grant's life goes on while the report is under review.
    await append(id, "boverket", [newEvent({ kind: "RECOVERY_DECISION", date: "2025-02-02", value: "1" })]);
    const anew = newEvent({ ...report, date: "2025-03-01", value: "70", reportVersion: 2, correctsId: first });
    expect((await append(id, "2281", [anew], "REPORT")).mistakes).toEqual([]);
    const life = (await readLog(id)).filter(({ stands }) => stands).sort((a, b) => a.position - b.position);
    expect(life.map(({ kind, value }) => [kind, value])).toEqual([
      ["AWARD", "100.00"],
      ["DISBURSEMENT", "9.00"],
      ["SUPPLEMENT_REQUEST", null],
      ["RECOVERY_DECISION", "1.00"],
      ["FINAL_REPORT", "70.00"],
    ]);
    const byHand = newEvent({ kind: "FINAL_REPORT", date: "2025-03-02", value: "5", correctsId: `${id}~e6` });
    expect((await append(id, "2281", [byHand])).mistakes).toMatchObject([{ code: "CORRECTED_REPORT" }]);
  });

  it("name the report in their mistakes, and no part of an event that nobody wrote", async () => {
    const id = await newGrant();
    await append(id, "boverket", [newEvent({ kind: "ASSESSMENT", date: "2025-02-01" })]);
    const { mistakes } = await append(id, "2281", [newEvent({ ...report, date: "2025-01-31" })], "REPORT");
    // The assessment, which the report would now come before, has no place after it.
    expect(mistakes.map(({ code, field, record }) => [code, field, record])).toEqual([
      ["EVENT_WITHOUT_AWARD", "report", id],
      ["EVENT_NOT_NEXT", "report", `${id}~e1`],
    ]);
  });

  it("have no amount where the kind of event has none", async () => {
    const id = await newGrant();
    await append(id, "boverket", [newEvent({ kind: "AWARD", value: "100" })]);
    await append(id, "2281", [newEvent({ kind: "PROGRESS_REPORT", value: "10" })], "REPORT");
    expect(await readLog(id)).toMatchObject([{ kind: "AWARD" }, { kind: "PROGRESS_REPORT", value: null }]);
  });

  it("are of the year of their period, and of none when that lies in several", async () => {
    const yearOf = async (year: number | null) => {
      const id = await newGrant();
      await append(id, "boverket", [newEvent({ kind: "AWARD", value: "100" })]);
      await append(id, "2281", [newEvent({ ...report, value: "60", year, reportVersion: 1 })], "REPORT");
      return database.query(
        `SELECT year, year_certainty AS certainty FROM funding.grant_event_log WHERE grant_id = $1 AND kind <> 'AWARD'`,
        [id],
      );
    };
    expect(await yearOf(2024)).toEqual([{ year: 2024, certainty: "DERIVED" }]);
    expect(await yearOf(null)).toEqual([{ year: null, certainty: null }]);
  });

  it("hold up the closing of the grant until they are approved", async () => {
    const id = await newGrant();
    const say = (by: "2281" | "boverket", event: NewEvent) => append(id, by, [event], "REPORT");
    const close = () => append(id, "boverket", [newEvent({ kind: "CLOSURE", date: "2025-05-01" })]);
    const refused = [
      { code: "CLOSURE_OVER_REPORT", field: "events[0].kind", values: { reports: report.reportId }, record: id },
    ];
    await append(id, "boverket", [newEvent({ kind: "AWARD", value: "100" })]);
    const [first = ""] = (await say("2281", newEvent({ ...report, value: "60", reportVersion: 1 }))).ids;
    expect((await close()).mistakes).toEqual(refused.map((some) => expect.objectContaining(some)));
    const review = { place: "report", date: "2025-02-01", reportId: report.reportId };
    await say("boverket", newEvent({ ...review, kind: "SUPPLEMENT_REQUEST", reportVersion: 1 }));
    expect((await close()).mistakes).toContainEqual(expect.objectContaining(refused[0]));
    await say("2281", newEvent({ ...report, date: "2025-03-01", value: "60", reportVersion: 2, correctsId: first }));
    expect((await close()).mistakes).toMatchObject(refused);
    await say("boverket", newEvent({ ...review, kind: "APPROVAL", date: "2025-04-01", reportVersion: 2 }));
    expect((await close()).mistakes).toEqual([]);
  });
});

describe("events that are told late", () => {
  it("take their place by their day, and what follows from the life follows it", async () => {
    const id = await newGrant();
    await append(id, "boverket", [newEvent({ kind: "AWARD", value: "100" })]);
    await append(id, "2281", [newEvent({ kind: "COSTS_INCURRED", date: "2025-03-10", value: "5" })]);
    const paid = newEvent({ kind: "DISBURSEMENT", date: "2025-03-09", value: "50" });
    expect((await append(id, "boverket", [paid])).mistakes).toEqual([]);
    const life = (await readLog(id)).sort((a, b) => a.position - b.position);
    expect(life.map(({ kind }) => kind)).toEqual(["AWARD", "DISBURSEMENT", "COSTS_INCURRED"]);
    // A correction keeps its place.
    const less = newEvent({ kind: "DISBURSEMENT", date: "2025-03-08", value: "40", correctsId: `${id}~e3` });
    expect((await append(id, "boverket", [less])).mistakes).toEqual([]);
    const places = (await readLog(id)).map(({ position }) => position);
    expect(places[3]).toBe(places[2]);
    const later = newEvent({ kind: "DISBURSEMENT", date: "2025-03-11", value: "40", correctsId: `${id}~e4` });
    expect((await append(id, "boverket", [later])).mistakes).toMatchObject([
      { code: "DATE_BEFORE_EARLIER", field: "events[0]", record: `${id}~e2` },
    ]);
  });

  it("may come to a report that took the day on which it was handed in", async () => {
    const id = await newGrant();
    await append(id, "boverket", [newEvent({ kind: "AWARD", value: "100" })]);
    const report = { place: "report", kind: "FINAL_REPORT", date: "2025-03-10", reportId: "2281-boverket~sen" };
    await append(id, "2281", [newEvent({ ...report, value: "60", reportVersion: 1 })], "REPORT");
    const paid = { kind: "DISBURSEMENT", value: "50" };
    expect((await append(id, "boverket", [newEvent({ ...paid, date: "2025-03-09" })])).mistakes).toEqual([]);
    expect((await append(id, "boverket", [newEvent({ ...paid, date: "2025-03-11" })])).mistakes).toMatchObject([
      { code: "EVENT_NOT_NEXT", field: "events[0].kind" },
    ]);
  });

  it("are judged by all that comes of them, also later in the life", async () => {
    const id = await newGrant();
    await append(id, "boverket", [
      newEvent({ kind: "AWARD", value: "100" }),
      newEvent({ kind: "DISBURSEMENT", date: "2025-02-01", value: "60" }),
    ]);
    await append(id, "2281", [newEvent({ kind: "FINAL_REPORT", date: "2025-03-01", value: "60" })]);
    await append(id, "boverket", [newEvent({ kind: "CLOSURE", date: "2025-04-01" })]);
    const late = newEvent({ kind: "DISBURSEMENT", date: "2025-01-15", value: "10" });
    expect((await append(id, "boverket", [late])).mistakes).toMatchObject([
      { code: "CLOSURE_UNBALANCED", field: "events[0]", record: `${id}~e4` },
    ]);
    const refused = newEvent({ kind: "REJECTION", date: "2024-12-31" });
    expect((await append(id, "boverket", [refused])).mistakes).toMatchObject([
      { code: "EVENT_NOT_NEXT", field: "events[0].kind" },
      { code: "EVENT_NOT_NEXT", field: "events[0]", record: `${id}~e1` },
    ]);
  });
});

describe("events of one request", () => {
  it("may make up for each other, whichever comes first", async () => {
    const id = await newGrant();
    await append(id, "boverket", [
      newEvent({ kind: "AWARD", value: "100" }),
      newEvent({ kind: "DISBURSEMENT", date: "2025-02-01", value: "60" }),
      newEvent({ kind: "DISBURSEMENT", date: "2025-02-02", value: "40" }),
    ]);
    const fix = (number: number, day: string, value: string) =>
      newEvent({ kind: "DISBURSEMENT", date: day, value, correctsId: `${id}~e${number}` });
    const up = fix(2, "2025-02-01", "70");
    const down = fix(3, "2025-02-02", "30");
    expect((await append(id, "boverket", [up])).mistakes).toMatchObject([
      { code: "DISBURSED_EXCEEDS_AWARDED", field: "events[0]", record: `${id}~e3` },
    ]);
    expect((await append(id, "boverket", [up, down])).mistakes).toEqual([]);
  });

  it("are each told what they break, and not what another broke", async () => {
    const id = await newGrant();
    await append(id, "boverket", [
      newEvent({ kind: "AWARD", value: "100" }),
      newEvent({ kind: "DISBURSEMENT", date: "2025-02-01", value: "60" }),
      newEvent({ kind: "DISBURSEMENT", date: "2025-02-02", value: "40" }),
    ]);
    const { mistakes } = await append(id, "boverket", [
      newEvent({ place: "events[0]", kind: "AWARD", value: "50", correctsId: `${id}~e1` }),
      newEvent({ place: "events[1]", kind: "RECOVERY_DECISION", date: "2025-01-20", value: "1" }),
      newEvent({ place: "events[2]", kind: "CALL_PUBLISHED", date: "2025-02-03" }),
    ]);
    expect(mistakes.map(({ code, field, record }) => [code, field, record])).toEqual([
      ["DISBURSED_EXCEEDS_AWARDED", "events[0]", `${id}~e2`],
      ["DISBURSED_EXCEEDS_AWARDED", "events[0]", `${id}~e3`],
      ["EVENT_NOT_NEXT", "events[1]", `${id}~e2`],
      ["RECLAIMED_EXCEEDS_DISBURSED", "events[1].amount", id],
      ["EVENT_NOT_NEXT", "events[2].kind", id],
    ]);
  });

  it("are judged once together, and twice when something is wrong, however many there are", async () => {
    const id = await newGrant();
    await append(id, "boverket", [newEvent({ kind: "AWARD", value: "100" })]);
    const runsFor = async (events: readonly NewEvent[]) => {
      jest.mocked(brokenRules).mockClear();
      const { mistakes } = await append(id, "2281", events);
      return { runs: jest.mocked(brokenRules).mock.calls.length, mistakes: mistakes.length };
    };
    const costs = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        newEvent({ kind: "COSTS_INCURRED", date: `2025-01-${10 + (index % 9)}`, value: "1" }),
      );
    expect(await runsFor(costs(1))).toEqual({ runs: 1, mistakes: 0 });
    expect(await runsFor(costs(100))).toEqual({ runs: 1, mistakes: 0 });
    const wrong = newEvent({ kind: "APPLICATION_SUBMITTED", date: "2025-02-01" });
    expect(await runsFor([...costs(99), wrong])).toEqual({ runs: 2, mistakes: 1 });
  });
});

describe("who writes at the same time", () => {
  /** The names of the statements that a request comes to. */
  async function namesFor(
    to: { grantId: string; by: string },
    events: readonly NewEvent[],
    own: readonly Mistake[] = [],
  ) {
    const names: string[] = [];
    const codes = await connection.transaction(async ({ rows }) => {
      const noted: Statements = {
        rows(name, statement) {
          names.push(name);
          return rows(name, statement);
        },
      };
      const given = { ...to, origin: "RECORDED", expectedRevision: 7 } as const;
      return (await appendEvents(noted, given, events, own)).mistakes.map(({ code }) => code);
    });
    return { names, codes };
  }

  it("lets nobody wait for a request that is wrong without its log, and reads no log for who has nothing to do with it", async () => {
    const grantId = await newGrant();
    const change = newEvent({ kind: "CHANGE" });
    const found = ["findLoggedGrants"];
    expect(await namesFor({ grantId, by: "2181" }, [change])).toEqual({ names: found, codes: ["NOT_YOUR_GRANT"] });
    expect(await namesFor({ grantId: "2281-boverket~ingen", by: "2281" }, [change])).toEqual({
      names: found,
      codes: ["GRANT_UNKNOWN"],
    });
    const to = { grantId, by: "2281" };
    const unlocked = [...found, ...found, "readGrantLogs"];
    expect(await namesFor(to, [change, newEvent({ kind: "AWARD" })])).toEqual({
      names: unlocked,
      codes: ["NOT_YOUR_EVENT", "STALE_REVISION"],
    });
    expect(await namesFor(to, [change], [mistake("AMOUNT_NOT_OF_KIND", {}, { kind: "CHANGE" })])).toEqual({
      names: unlocked,
      codes: ["AMOUNT_NOT_OF_KIND", "STALE_REVISION"],
    });
    // Whether something has happened since, only the log tells.
    expect(await namesFor(to, [change])).toEqual({
      names: [...found, "lockGrant", ...found, "readGrantLogs"],
      codes: ["STALE_REVISION"],
    });
  });

  it("waits for who writes to the same grant and for deliveries, and not for writers to the municipality's others", async () => {
    const [one, other] = [await newGrant(), await newGrant()];
    const patient = createConnection({
      ...{ url: database.url, schema: "funding", role: WRITER_ROLE, logger: silentLogger },
      lockMilliseconds: 50,
    });
    const identity = { owner: "boverket", roles: ["reviewer"] as const, client: "test" };
    const award = (grantId: string) =>
      patient.transaction(
        (statements) =>
          appendEvents(statements, { grantId, origin: "RECORDED", by: "boverket", expectedRevision: null }, [
            newEvent({ kind: "AWARD", value: "1" }),
          ]),
        { identity },
      );
    const busy = { extensions: { code: "WRITE_BUSY" } };
    await connection.transaction(async (statements) => {
      await statements.rows("lockGrant", lockGrant(one));
      expect((await award(other)).mistakes).toEqual([]);
      await expect(award(one)).rejects.toMatchObject(busy);
    });
    await connection.transaction(async (statements) => {
      await statements.rows("lockGrants", lockGrants("2281"));
      await expect(award(one)).rejects.toMatchObject(busy);
    });
    expect((await award(one)).mistakes).toEqual([]);
    await patient.close();
  });
});

it("a log has an end, as the rules read all of it", async () => {
  const id = await newGrant();
  await database.query(
    `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, sources, quality_notes, origin, recorded_by)
     SELECT '2281', $1 || '~e' || n, $1, n, n, 'CHANGE', '[]', '[]', 'RECORDED', '2281' FROM generate_series(1, 4999) n`,
    [id],
  );
  const change = newEvent({ kind: "CHANGE" });
  expect((await append(id, "2281", [change, change])).mistakes).toMatchObject([
    { code: "LOG_FULL", field: "events", values: { count: 4999, most: 5000 } },
  ]);
  expect((await append(id, "2281", [change])).mistakes).toEqual([]);
  // One party cannot hold up the other.
  expect((await append(id, "boverket", [newEvent({ kind: "AWARD" })])).mistakes).toEqual([]);
});

it("the database lets nobody record what is not theirs, whatever the room lets through", async () => {
  const id = await newGrant();
  const insert = (owner: string, role: "reporter" | "reviewer", kind: string, origin = "RECORDED") =>
    connection.transaction(
      (statements) =>
        statements.rows(
          "recordAnything",
          sql`INSERT INTO grant_event_log
                (municipality_code, id, grant_id, position, number, kind, sources, quality_notes, origin, recorded_by)
              VALUES ('2281', ${`${id}~e1`}, ${id}, 1, 1, ${kind}, '[]', '[]', ${origin}, ${owner})`,
        ),
      { identity: { owner, roles: [role], client: "test" } },
    );
  for (const refused of [
    () => insert("2281", "reporter", "AWARD"),
    () => insert("boverket", "reviewer", "CHANGE"),
    () => insert("tillvaxtverket", "reviewer", "AWARD"),
    () => insert("2181", "reporter", "CHANGE"),
    () => insert("2281", "reporter", "CHANGE", "DATA_PACKAGE"),
  ]) {
    await expect(refused()).rejects.toThrow("row-level security");
  }
  await insert("boverket", "reviewer", "AWARD");
});

it("a programme or source that is withdrawn tells nothing of a grant that names it", async () => {
  await database.query(
    `INSERT INTO funding.funding_programme (municipality_code, id, name, source_id, max_share, certainty, sources, quality_notes, changed_at, withdrawn_at)
     VALUES ('0000', 'slut', 'Program', 'boverket', 0.5, 'STATED', ${stated}, now())`,
  );
  await database.query(
    `INSERT INTO funding.funding_source (municipality_code, id, name, kind, organisation_id, sources, quality_notes, changed_at, withdrawn_at)
     VALUES ('0000', 'boverket', 'Boverket', 'STATE_GRANT', 'boverket', ${stated}, now())`,
  );
  const grant = await newGrant("slut");
  const award = newEvent({ kind: "AWARD", value: "900.00", totalCost: "1000.00" });
  expect((await append(grant, "boverket", [award])).mistakes).toEqual([]);
  const entries = "SELECT actor_id FROM funding.grant_event_log WHERE grant_id = $1";
  expect(await database.query(entries, [grant])).toEqual([{ actor_id: null }]);
  await database.query("DELETE FROM funding.funding_source");
});
