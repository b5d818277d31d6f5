import type { DataSource } from "typeorm";
import { createWriter } from "../../../kit/database";
import { createTestDatabase, type TestDatabase } from "../../../test/testkit/database";
import { type DeliveredEvent, recordDelivered } from "./record-delivered";

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase("migrated");
  dataSource = createWriter(database.url);
  await dataSource.initialize();
  for (const [id, origin] of [
    ["2281-bidrag", "DATA_PACKAGE"],
    ["2281-annat-bidrag", "DATA_PACKAGE"],
    ["2281-boverket~abc", "RECORDED"],
  ]) {
    await database.query(
      `INSERT INTO funding."grant" (municipality_code, id, name, source_id, recipient_id, sources, quality_notes, changed_at, origin)
       VALUES ('2281', $1, 'Bidrag', 'boverket', '2281-kommun', '[]', '[]', now(), $2)`,
      [id, origin],
    );
  }
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const event = (changes: Partial<DeliveredEvent> = {}): DeliveredEvent => ({
  municipalityCode: "2281",
  id: "2281-beviljat",
  grantId: "2281-bidrag",
  position: 1,
  kind: "AWARD",
  date: { value: "2021", precision: "YEAR", certainty: "STATED" },
  value: "100.50",
  year: 2021,
  yearCertainty: "STATED",
  certainty: "STATED",
  precision: "EXACT",
  asPrinted: "100,50",
  actorId: "boverket",
  note: { sv: "Beviljat", en: null },
  sources: [{ documentId: "2281-dokument", locator: "s. 1", quote: null, field: null }],
  qualityNotes: [],
  ...changes,
});
const paid = event({ id: "2281-utbetalt", position: 2, kind: "DISBURSEMENT", value: "50.00" });

const deliver = (...events: DeliveredEvent[]) =>
  dataSource.transaction((manager) => recordDelivered(manager, "2281", events));

/** The log: id, what it corrects or takes back, kronor. */
const log = (grant = "2281-bidrag") =>
  database.query<{ id: string; corrects: string | null; value: string | null; stands: boolean }>(
    `SELECT id, number, corrects_id AS corrects, is_retraction AS "isRetraction", value, withdrawn_at IS NULL AS stands
     FROM funding.grant_event WHERE grant_id = $1 ORDER BY number`,
    [grant],
  );
const ids = async (grant?: string) => (await log(grant)).map(({ id }) => id);
const standing = async () => (await log()).filter(({ stands }) => stands).map(({ id, value }) => [id, value]);
const counts = (inserted: number, updated: number, withdrawn: number) => ({ inserted, updated, withdrawn });

it("appends what is new, in the order of the life and numbered without gaps for each grant", async () => {
  const other = event({ id: "2281-annat", grantId: "2281-annat-bidrag" });
  expect(await deliver(paid, event(), other)).toEqual(counts(3, 0, 0));
  expect(await log()).toMatchObject([
    { id: "2281-beviljat", number: 1, corrects: null, value: "100.50", stands: true },
    { id: "2281-utbetalt", number: 2, corrects: null, value: "50.00", stands: true },
  ]);
  expect(await log("2281-annat-bidrag")).toMatchObject([{ id: "2281-annat", number: 1 }]);
});

it("writes nothing when nothing has changed", async () => {
  await deliver(event(), paid);
  expect(await deliver(paid, event({ value: "100.5" }))).toEqual(counts(0, 0, 0));
  expect(await ids()).toEqual(["2281-beviljat", "2281-utbetalt"]);
});

it("corrects what has changed, and corrects the correction when it changes again", async () => {
  await deliver(event(), paid);
  expect(await deliver(event({ value: "90.00" }), paid)).toEqual(counts(0, 1, 0));
  expect(await deliver(event({ value: "90.00", note: null }), paid)).toEqual(counts(0, 1, 0));
  expect(await log()).toMatchObject([
    { id: "2281-beviljat", stands: false },
    { id: "2281-utbetalt", stands: true },
    { id: "2281-beviljat~2", corrects: "2281-beviljat", isRetraction: false, stands: false },
    { id: "2281-beviljat~3", corrects: "2281-beviljat~2", isRetraction: false, stands: true },
  ]);
  expect(await standing()).toEqual([
    ["2281-utbetalt", "50.00"],
    ["2281-beviljat~3", "90.00"],
  ]);
});

it("takes back what is gone, and lets it stand again when it is back", async () => {
  await deliver(event(), paid);
  expect(await deliver(event())).toEqual(counts(0, 0, 1));
  expect(await standing()).toEqual([["2281-beviljat", "100.50"]]);
  expect(await deliver(event())).toEqual(counts(0, 0, 0));
  expect(await deliver(event(), paid)).toEqual(counts(1, 0, 0));
  expect(await standing()).toEqual([
    ["2281-beviljat", "100.50"],
    ["2281-utbetalt~3", "50.00"],
  ]);
  expect(await ids()).toEqual(["2281-beviljat", "2281-utbetalt", "2281-utbetalt~2", "2281-utbetalt~3"]);
});

it("leaves alone what systems and reports have told, of registered grants and of its own", async () => {
  await deliver(event(), paid);
  for (const [grant, id, number] of [
    ["2281-boverket~abc", "2281-boverket~abc~e1", 1],
    ["2281-bidrag", "2281-bidrag~e3", 3],
  ]) {
    await database.query(
      `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, sources, quality_notes, origin, recorded_by)
       VALUES ('2281', $2, $1, 3, $3, 'CHANGE', '[]', '[]', 'RECORDED', '2281')`,
      [grant, id, number],
    );
  }
  expect(await deliver(event({ value: "70.00" }))).toEqual(counts(0, 1, 1));
  expect(await ids("2281-boverket~abc")).toEqual(["2281-boverket~abc~e1"]);
  expect(await log()).toMatchObject([
    { id: "2281-beviljat" },
    { id: "2281-utbetalt" },
    { id: "2281-bidrag~e3", stands: true },
    { id: "2281-beviljat~2", number: 4 },
    { id: "2281-utbetalt~2", number: 5, isRetraction: true },
  ]);
});

it("takes an event that has moved to another grant back from the log of the first", async () => {
  await deliver(event(), paid);
  expect(await deliver(event(), { ...paid, grantId: "2281-annat-bidrag" })).toEqual(counts(1, 0, 1));
  expect(await log()).toMatchObject([
    { id: "2281-beviljat", stands: true },
    { id: "2281-utbetalt", stands: false },
    { id: "2281-utbetalt~2", number: 3, corrects: "2281-utbetalt", isRetraction: true },
  ]);
  expect(await log("2281-annat-bidrag")).toMatchObject([
    { id: "2281-utbetalt~3", number: 1, corrects: null, value: "50.00", stands: true },
  ]);
});
