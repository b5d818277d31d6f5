import type { Database } from "../../../kit/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../../test/testkit/database";
import { until } from "../../../test/testkit/until";
import { createComparisonsDatabase } from "../database";
import { followRecorded } from "./work";

let testDatabase: TestDatabase;
let database: Database;
const working: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  testDatabase = await createTestDatabase("seeded");
  database = createComparisonsDatabase({ url: testDatabase.url, logger: silentLogger });
  await database.connect();
});
afterEach(async () => {
  await Promise.all(working.splice(0).map((work) => work.stop()));
  await database.close();
  await testDatabase.drop();
});

const start = (logger = silentLogger) => working.push(followRecorded({ database, logger, pollMilliseconds: 20 }));

const GRANT = "2281-boverket~gardar";
const register = () =>
  testDatabase.query(
    `INSERT INTO funding."grant" (municipality_code, id, name, source_id, recipient_id, initiative_id, origin, sources, quality_notes, changed_at)
     VALUES ('2281', $1, 'Gårdar', 'boverket', '2281-sundsvalls-kommun', '2281-omradesutveckling-med-stod-fran-boverket', 'RECORDED', '[]', '[]', now())`,
    [GRANT],
  );
const record = (number: number, kind: string, value: number) =>
  testDatabase.query(
    `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, value, certainty, precision, year, year_certainty, sources, quality_notes, origin, recorded_by)
     VALUES ('2281', $1 || '~e' || $2::int, $1, $2, $2, $3, $4, 'STATED', 'EXACT', 2025, 'STATED', '[]', '[]', 'RECORDED', 'boverket')`,
    [GRANT, number, kind, value],
  );

/** What the read model has of the grant, by kind of amount. */
const facts = async () =>
  Object.fromEntries(
    (
      await testDatabase.query<{ kind: string; value: string }>(
        "SELECT kind, value FROM comparisons.fact WHERE subject = 'MONEY_GRANT' AND grant_id = $1",
        [GRANT],
      )
    ).map(({ kind, value }) => [kind, Number(value)]),
  );

it("brings grants that systems write to into the comparisons, what was written before it began too", async () => {
  await register();
  await record(1, "AWARD", 1000);
  expect(await facts()).toEqual({});
  start();
  await until("the award that was there", async () => (await facts()).AWARDED === 1000);
  await record(2, "DISBURSEMENT", 400);
  await until("the payment since", async () => (await facts()).DISBURSED === 400);
  expect(await facts()).toEqual({ AWARDED: 1000, DISBURSED: 400 });
});

it("goes on after the database has refused it once", async () => {
  await testDatabase.query("ALTER TABLE comparisons.fact RENAME TO lost");
  await register();
  await record(1, "AWARD", 1000);
  const told: unknown[] = [];
  start(Object.create(silentLogger, { error: { value: (_: unknown, message: unknown) => told.push(message) } }));
  await until("a refusal", () => told.length > 0);
  expect(told[0]).toBe("the comparisons could not follow what was recorded");
  await testDatabase.query("ALTER TABLE comparisons.lost RENAME TO fact");
  await until("the award", async () => (await facts()).AWARDED === 1000);
});
