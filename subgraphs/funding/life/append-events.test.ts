import fc from "fast-check";
import { type Connection, createConnection } from "../../../kit/connection";
import { WRITER_ROLE } from "../../../kit/database-roles";
import { sql } from "../../../kit/sql";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../../test/testkit/database";
import { appendEvents, type NewEvent } from "./append-events";
import { REPORTERS_KINDS } from "./kinds";

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
async function newGrant(): Promise<string> {
  grants += 1;
  const id = `2281-boverket~grant${grants}`;
  await database.query(
    `INSERT INTO funding."grant" (municipality_code, id, name, source_id, programme_id, programme_certainty, recipient_id, origin, sources, quality_notes, changed_at)
     VALUES ('2281', $1, 'Bidrag', 'boverket', 'halva', 'STATED', '2281-kommun', 'RECORDED', ${stated})`,
    [id],
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
  /** Days that it comes before or after what was tried before. */
  days: fc.integer({ min: -1, max: 6 }),
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
  if (life.some(({ kind }) => kind === "AWARD")) expect(disbursed).toBeLessThanOrEqual(awarded);
  if (disbursed > 0) expect(sum(log, "REPAYMENT")).toBeLessThanOrEqual(disbursed);
  for (const { kind, value, totalCost } of life) {
    if (kind === "AWARD" && totalCost !== null) expect(Number(value)).toBeLessThanOrEqual(Number(totalCost) / 2);
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

const outcomes = { accepted: 0, refused: 0, corrected: 0, closed: 0 };

it("whatever is tried, the log keeps every rule, is only added to, and what is refused leaves no trace", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(attempt, { minLength: 1, maxLength: 2 }), { minLength: 10, maxLength: 40 }),
      async (steps) => {
        const grantId = await newGrant();
        // Most lives have an award; without it little can be wrong.
        if (steps.length % 4 > 0) await append(grantId, "boverket", [newEvent({ kind: "AWARD", value: "100.00" })]);
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
        outcomes.closed += before.some(({ kind }) => kind === "CLOSURE") ? 1 : 0;
      },
    ),
    { numRuns: 20, seed: 2026, endOnFailure: true },
  );
  // Else the rules were kept because nothing was done.
  expect(outcomes.accepted).toBeGreaterThan(50);
  expect(outcomes.refused).toBeGreaterThan(50);
  expect(outcomes.corrected).toBeGreaterThan(10);
  expect(outcomes.closed).toBeGreaterThan(0);
}, 120_000);

describe("events that come with reports", () => {
  const report = { place: "report", kind: "FINAL_REPORT", reportId: "2281-boverket~rapport" };

  it("stand after the supplement request that they answer, and count once", async () => {
    const id = await newGrant();
    await append(id, "boverket", [newEvent({ kind: "AWARD", value: "100" })]);
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
      ["SUPPLEMENT_REQUEST", null],
      ["RECOVERY_DECISION", "1.00"],
      ["FINAL_REPORT", "70.00"],
    ]);
    const byHand = newEvent({ kind: "FINAL_REPORT", date: "2025-03-02", value: "5", correctsId: `${id}~e5` });
    expect((await append(id, "2281", [byHand])).mistakes).toMatchObject([{ code: "CORRECTED_REPORT" }]);
  });

  it("name the report in their mistakes, and no part of an event that nobody wrote", async () => {
    const id = await newGrant();
    await append(id, "boverket", [newEvent({ kind: "ASSESSMENT", date: "2025-02-01" })]);
    const { mistakes } = await append(id, "2281", [newEvent({ ...report, date: "2025-01-31" })], "REPORT");
    expect(mistakes.map(({ code, field }) => [code, field])).toEqual([
      ["EVENT_NOT_NEXT", "report"],
      ["DATE_BEFORE_EARLIER", "report"],
    ]);
  });

  it("have no amount where the kind of event has none", async () => {
    const id = await newGrant();
    await append(id, "2281", [newEvent({ kind: "PROGRESS_REPORT", value: "10" })], "REPORT");
    expect(await readLog(id)).toMatchObject([{ kind: "PROGRESS_REPORT", value: null }]);
  });
});

it("a log has an end, as every event is judged by all before it", async () => {
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
