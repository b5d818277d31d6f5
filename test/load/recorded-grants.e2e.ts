import { loadSeeds } from "../../cli/load";
import type { LoadOutcome, Refused } from "../../intake";
import type { PackageDraft } from "../../intake/test-support/package-draft";
import { silentLogger } from "../testkit/database";
import { type HubData, openHubData } from "./hub-data";

const GRANT = "2181-bidrag";

let hub: HubData;
beforeEach(async () => {
  hub = await openHubData();
  await hub.load([hub.municipality(), hub.reference()]);
});
afterEach(() => hub.close());

const deliver = (change: (draft: PackageDraft) => void) => hub.load([hub.municipality(change)]);

/** A system records an event of the grant; what is not said is unknown. */
const record = (kind: string, date: string, value: string | null, position = 3) =>
  hub.database.query(
    `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, date, value, year,
       year_certainty, certainty, precision, sources, quality_notes, origin, recorded_by)
     VALUES ('2181', $1 || '~e' || $2::int, $1, $2::int, $2::int, $3, $4::jsonb, $5::numeric, left($6, 4)::int, 'DERIVED',
       CASE WHEN $5::numeric IS NOT NULL THEN 'STATED' END, CASE WHEN $5::numeric IS NOT NULL THEN 'EXACT' END, '[]', '[]',
       'RECORDED', 'tillvaxtverket')`,
    [GRANT, position, kind, JSON.stringify({ value: date, precision: "DAY", certainty: "STATED" }), value, date],
  );

/** The municipality begins a report of the grant. */
const beginReport = () =>
  hub.database.query(
    `INSERT INTO funding.follow_up_report (municipality_code, id, source_id, grant_id, kind, period_start, period_end, revision)
     VALUES ('2181', '2181-tillvaxtverket~rapport', 'tillvaxtverket', $1, 'PROGRESS', '2020-01-01', '2020-06-30', 1)`,
    [GRANT],
  );

/** The package tells of a payment. */
const tellPayment = (value: string, date: string) => (draft: PackageDraft) =>
  draft.add("grant-events", {
    ...{ id: "2181-bidrag-utbetalt", grant: GRANT, position: "3", kind: "DISBURSEMENT", date, value, year: "2020" },
    ...{ year_certainty: "STATED", certainty: "STATED", precision: "EXACT", as_printed: `${value} kr` },
  });

const note = (resource: string, recordId: string, field: string) => (draft: PackageDraft) =>
  draft.add("quality-notes", {
    ...{ code: "DQ-SAN-2", resource, record: recordId, field, severity: "WARNING" },
    ...{ message_sv: "Dokumenten säger olika", message_en: "The documents disagree" },
  });

const both =
  (...changes: readonly ((draft: PackageDraft) => void)[]) =>
  (draft: PackageDraft) => {
    for (const change of changes) change(draft);
  };

/** The package no longer has the grant, nor anything that names it. */
const withoutGrant = (draft: PackageDraft) => {
  draft.drop("grants", () => true);
  draft.drop("grant-events", () => true);
  draft.set("pot-contributions", 0, { grant: "" });
};
const withoutEvents = (draft: PackageDraft) => draft.drop("grant-events", () => true);

const mistakesOf = (outcome: LoadOutcome) => {
  expect(outcome.kind).toBe("refused");
  return (outcome as Refused).mistakes.map(({ code, file, row, column, value }) => ({
    code,
    file,
    row,
    column,
    value,
  }));
};

const log = () => hub.database.query("SELECT l::text FROM funding.grant_event_log l ORDER BY 1");
const grants = () => hub.database.query(`SELECT g::text FROM funding."grant" g ORDER BY 1`);
const disbursed = async () => {
  const [row] = await hub.database.query<{ sum: string | null }>(
    "SELECT sum(value)::text AS sum FROM funding.published_grant_amount WHERE kind = 'DISBURSED'",
  );
  return row?.sum;
};

describe("a package that tells of a grant of which systems have recorded events", () => {
  it.each([
    ["the same day", "2020-03-01"],
    ["an earlier day", "2020-02-01"],
    ["a later day", "2020-04-01"],
  ])("is refused when it tells a payment anew, of %s, so that nothing is counted twice", async (_, date) => {
    await record("DISBURSEMENT", "2020-03-01", "800000");
    const before = await log();
    const outcome = await deliver(tellPayment("800000", date));
    expect(mistakesOf(outcome)).toEqual([
      { code: "GRANT_LIFE", file: "2181-sandviken/grant-events.csv", row: 4, column: "value", value: "800000" },
    ]);
    const [mistake] = (outcome as Refused).mistakes;
    expect(mistake?.message).toContain("1600000");
    expect(mistake?.message).toContain("recorded");
    expect(mistake?.remedy).toContain("quality-notes.csv");
    expect(await log()).toEqual(before);
    expect(await disbursed()).toBe("800000.00");
    expect((await hub.supply())["2181"]).toMatchObject({ result: "REFUSED" });
  });

  it("is taken when what it tells goes together with them, also when it happened before", async () => {
    await record("DISBURSEMENT", "2020-03-01", "300000");
    await record("FINAL_REPORT", "2021-03-01", "300000", 4);
    expect((await deliver(tellPayment("500000", "2020-02-01"))).kind).toBe("loaded");
    expect(await disbursed()).toBe("800000.00");
  });

  it("is taken with the doubt when a quality note says that the documents disagree", async () => {
    await record("DISBURSEMENT", "2020-03-01", "800000");
    const noted = both(tellPayment("800000", "2020-03-01"), note("grant-events", "2181-bidrag-utbetalt", "value"));
    expect((await deliver(noted)).kind).toBe("loaded");
    expect(mistakesOf(await deliver(tellPayment("800000", "2020-03-01")))).toHaveLength(1);
  });

  it("is refused at the award when it lowers that below what was paid out", async () => {
    await record("DISBURSEMENT", "2020-03-01", "800000");
    const lower = (draft: PackageDraft) => {
      draft.set("grant-events", 1, { value: "700000", as_printed: "700 000 kr" });
      draft.drop("pot-contributions", () => true);
      draft.drop("pots", () => true);
      draft.drop("allocations", () => true);
      draft.drop("allocation-shares", () => true);
    };
    expect(mistakesOf(await deliver(lower))).toEqual([
      { code: "GRANT_LIFE", file: "2181-sandviken/grant-events.csv", row: 3, column: "value", value: "700000" },
    ]);
  });

  it("is refused at the grant when it takes back all events that others follow from, unless a note says so", async () => {
    await record("CLOSURE", "2022-03-01", null);
    expect(mistakesOf(await deliver(withoutEvents))).toEqual([
      { code: "GRANT_LIFE", file: "2181-sandviken/grants.csv", row: 2, column: "id", value: GRANT },
    ]);
    expect((await deliver(both(withoutEvents, note("grants", GRANT, "id")))).kind).toBe("loaded");
  });

  it("is not judged anew when it says nothing new of the grant", async () => {
    await record("DISBURSEMENT", "2020-03-01", "900000");
    const named = (draft: PackageDraft) => draft.set("initiatives", 0, { name: "Familjepedagogen" });
    expect((await deliver(named)).kind).toBe("loaded");
  });
});

describe("a package that leaves out a grant", () => {
  it("is refused when systems have recorded events of it", async () => {
    await record("DISBURSEMENT", "2020-03-01", "800000");
    const before = [await grants(), await log()];
    const outcome = await deliver(withoutGrant);
    expect(mistakesOf(outcome)).toEqual([
      { code: "GRANT_RECORDED", file: "2181-sandviken/grants.csv", row: null, column: "id", value: GRANT },
    ]);
    expect((outcome as Refused).mistakes[0]?.remedy).toMatch(/Keep the row/);
    expect([await grants(), await log()]).toEqual(before);
  });

  it("is refused when there is a report of it", async () => {
    await beginReport();
    expect(mistakesOf(await deliver(withoutGrant))).toMatchObject([{ code: "GRANT_RECORDED", value: GRANT }]);
  });

  it("is taken when nobody else has told of it", async () => {
    expect((await deliver(withoutGrant)).kind).toBe("loaded");
    expect(await hub.database.query(`SELECT FROM funding."grant" WHERE withdrawn_at IS NULL`)).toEqual([]);
  });
});

it("a package that says another source of a grant with recorded events or reports is refused", async () => {
  await beginReport();
  const other = (draft: PackageDraft) => {
    draft.set("grants", 0, { source: "2181-kommunala-medel", programme: "", programme_certainty: "" });
    draft.set("pot-contributions", 0, { grant: "" });
  };
  expect(mistakesOf(await deliver(other))).toEqual([
    {
      ...{ code: "GRANT_RECORDED", file: "2181-sandviken/grants.csv", row: 2, column: "source" },
      value: "2181-kommunala-medel",
    },
  ]);
});

it("what is wrong with two packages beside what was recorded is told at once, and neither is written", async () => {
  await record("DISBURSEMENT", "2020-03-01", "800000");
  const changed = hub.reference((draft) => draft.set("organisations", 0, { name: "Verket" }));
  const outcome = await hub.load([hub.municipality(tellPayment("800000", "2020-03-01")), changed]);
  expect(outcome.kind).toBe("refused");
  expect(await hub.database.query("SELECT FROM organisations.organisation WHERE name = 'Verket'")).toEqual([]);
  expect((await hub.supply())["0000"]).toMatchObject({ result: "REFUSED" });
});

it("an import waits for who writes to the municipality's grants before it changes any of them", async () => {
  const holder = hub.dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query("SELECT pg_advisory_xact_lock(hashtextextended('kommungraf grants ' || '2181', 0))");
  const load = deliver((draft) => draft.set("grants", 0, { name: "Bidraget med nytt namn" }));
  const waiting = async () =>
    hub.database.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'",
    );
  while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  // Who is waited for could not write the grant if the import had changed it already.
  await holder.query("SET LOCAL lock_timeout = 1000");
  await holder.query(`SELECT FROM funding."grant" WHERE id = $1 FOR UPDATE`, [GRANT]);
  await holder.commitTransaction();
  await holder.release();
  expect((await load).kind).toBe("loaded");
});

it("newer seeds that contradict what is recorded are left out, and the hub starts all the same", async () => {
  const seeds = [hub.municipality(), hub.reference()];
  await hub.load(seeds, { seeds, force: true });
  await record("DISBURSEMENT", "2020-03-01", "800000");
  const before = await log();
  await loadSeeds(hub.database.url, silentLogger, [
    hub.municipality(tellPayment("800000", "2020-03-01")),
    hub.reference(),
  ]);
  expect(await log()).toEqual(before);
  expect((await hub.supply())["2181"]).toMatchObject({ result: "REFUSED" });
});

describe("the audit log", () => {
  const entries = () =>
    hub.database.query(
      `SELECT municipality_code AS chain, owner, client, action, record, record_count AS count
       FROM funding.audit_entry ORDER BY at, municipality_code`,
    );
  const of = (chain: string, owner: string, count: number) => ({
    ...{ chain, owner, client: "data-package", action: "importDataPackage", record: null, count },
  });

  it("holds one entry of each delivery that changed the money, in its municipality's chain", async () => {
    const first = [of("0000", "hub", 2), of("2181", "2181", 10)];
    expect(await entries()).toEqual(first);
    await deliver((draft) => draft.set("grants", 0, { name: "Bidraget med nytt namn" }));
    expect(await entries()).toEqual([...first, of("2181", "2181", 1)]);
  });

  it("holds none of a delivery that changed none of it, or was refused", async () => {
    const before = await entries();
    await hub.load([hub.municipality(), hub.reference()], { force: true });
    await deliver((draft) => draft.set("initiatives", 0, { name: "Familjepedagogen" }));
    await record("DISBURSEMENT", "2020-03-01", "800000");
    expect((await deliver(tellPayment("800000", "2020-03-01"))).kind).toBe("refused");
    expect(await entries()).toEqual(before);
  });
});
