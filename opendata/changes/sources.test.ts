import type { Database } from "../../kit/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { until } from "../../test/testkit/until";
import { createOpendataDatabase } from "../database";
import { createChangeRepository } from "./change.repository";

const GRANT = "2281-boverket-sundsbruk";
const EVENT = "2281-boverket-sundsbruk-beviljat";
const POT = "2181-potten-2020";
const PAYERS = ["2181-kommunala-medel", "tillvaxtverket"];

let testDatabase: TestDatabase;
let database: Database;
beforeEach(async () => {
  testDatabase = await createTestDatabase("seeded");
  database = createOpendataDatabase({ url: testDatabase.url, logger: silentLogger });
  await database.connect();
});
afterEach(async () => {
  await database.close();
  await testDatabase.drop();
});

/** What sources are told of a write, by source; of one without a row of its own, as null. */
async function toldOf(...writes: readonly string[]): Promise<Record<string, string[]>> {
  const horizon = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS at";
  const [before] = await testDatabase.query<{ at: string }>("SELECT pg_current_xact_id()::text::bigint AS at");
  // Transactions of other tests hold the feed back as long as they last.
  const passed = (mark: string | undefined) =>
    until("all that was written before", async () => {
      const [now] = await testDatabase.query<{ at: string }>(horizon);
      return BigInt(now?.at ?? 0) > BigInt(mark ?? 0);
    });
  await passed(before?.at);
  const after = await createChangeRepository(database.reader()).findEnd();
  for (const write of writes) await testDatabase.query(write);
  const [written] = await testDatabase.query<{ at: string }>("SELECT pg_current_xact_id()::text::bigint AS at");
  await passed(written?.at);
  const { nodes } = await createChangeRepository(database.reader()).listChanges({ first: 500, after });
  const told: Record<string, string[]> = {};
  for (const { sourceId, kind, recordId, operation } of nodes) {
    told[`${sourceId}`] = [...(told[`${sourceId}`] ?? []), `${kind} ${recordId} ${operation}`];
  }
  return Object.fromEntries(Object.entries(told).map(([source, changes]) => [source, changes.sort()]));
}

const allocationsOfPot = async () =>
  (await testDatabase.query<{ id: string }>("SELECT id FROM funding.allocation WHERE pot_id = $1", [POT])).map(
    ({ id }) => id,
  );

it("tells the source that a grant has left, and the one that it has come to, of it, its events and its allocations", async () => {
  await testDatabase.query(
    `UPDATE funding.allocation SET pot_id = NULL, grant_id = '${GRANT}', municipality_code = '2281', id = '2281-a'
     WHERE id = (SELECT min(id) FROM funding.allocation WHERE pot_id = '${POT}')`,
  );
  const told = await toldOf(
    `UPDATE funding."grant" SET source_id = 'tillvaxtverket', programme_id = NULL, programme_certainty = NULL WHERE id = '${GRANT}'`,
  );
  const changes = ["ALLOCATION 2281-a UPDATED", `GRANT ${GRANT} UPDATED`, `GRANT_EVENT ${EVENT} UPDATED`];
  expect(told).toEqual({ boverket: changes, tillvaxtverket: changes });
});

it("tells of a grant that stays with its source once, and nothing of its events", async () => {
  expect(await toldOf(`UPDATE funding."grant" SET name = 'Another' WHERE id = '${GRANT}'`)).toEqual({
    boverket: [`GRANT ${GRANT} UPDATED`],
  });
  expect(await toldOf(`UPDATE funding."grant" SET withdrawn_at = now() WHERE id = '${GRANT}'`)).toEqual({
    boverket: [`GRANT ${GRANT} WITHDRAWN`],
  });
});

it("tells the source that a programme has left", async () => {
  const told = await toldOf("UPDATE funding.funding_programme SET source_id = 'skolverket' WHERE id = 'sfs-2020-1202'");
  const change = ["FUNDING_PROGRAMME sfs-2020-1202 UPDATED"];
  expect(told).toEqual({ boverket: change, skolverket: change });
});

it("tells of an event that is corrected, and of the one that corrects it", async () => {
  const told =
    await toldOf(`INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, date, actor_id, note, kind, sources,
      quality_notes, number, stated_id, recorded_by, corrects_id, is_retraction)
    SELECT municipality_code, id || '~2', grant_id, position, date, actor_id, note, kind, '[]', '[]', 2, stated_id, recorded_by, id, true
    FROM funding.grant_event_log WHERE id = '${EVENT}'`);
  expect(told).toEqual({
    boverket: [`GRANT ${GRANT} UPDATED`, `GRANT_EVENT ${EVENT} UPDATED`, `GRANT_EVENT ${EVENT}~2 CREATED`],
  });
});

it("tells every source that pays into a pot of the pot and of what is shared out of it", async () => {
  const [allocation = ""] = await allocationsOfPot();
  expect(await toldOf(`UPDATE funding.pot SET name = 'Another' WHERE id = '${POT}'`)).toEqual(
    Object.fromEntries(PAYERS.map((payer) => [payer, [`POT ${POT} UPDATED`]])),
  );
  expect(await toldOf(`UPDATE funding.allocation SET withdrawn_at = now() WHERE id = '${allocation}'`)).toEqual(
    Object.fromEntries(PAYERS.map((payer) => [payer, [`ALLOCATION ${allocation} WITHDRAWN`]])),
  );
});

it("tells all who pay into a pot when one of them pays another sum, and whoever comes to pay of all of it", async () => {
  const allocations = (await allocationsOfPot()).map((id) => `ALLOCATION ${id} UPDATED`).sort();
  const all = [...allocations, `POT ${POT} UPDATED`];
  expect(
    await toldOf(
      `UPDATE funding.pot_contribution SET value = value - 1 WHERE pot_id = '${POT}' AND source_id = 'tillvaxtverket'`,
    ),
  ).toEqual(Object.fromEntries(PAYERS.map((payer) => [payer, all])));
  const told = await toldOf(`INSERT INTO funding.pot_contribution
    SELECT (jsonb_populate_record(c, '{"source_id": "boverket", "grant_id": null}')).* FROM funding.pot_contribution c
    WHERE pot_id = '${POT}' AND source_id = 'tillvaxtverket'`);
  expect(told).toEqual(Object.fromEntries([...PAYERS, "boverket"].map((payer) => [payer, all])));
});

it("tells the source of a grant, or the one that is stated, of what is allocated of it, and the one before when it is another", async () => {
  const [allocation = ""] = await allocationsOfPot();
  const updated = [`ALLOCATION ${allocation} UPDATED`];
  const set = (assignments: string) =>
    toldOf(`UPDATE funding.allocation SET ${assignments} WHERE id = '${allocation}'`);
  expect(await set("pot_id = NULL, source_id = 'boverket'")).toEqual({
    "2181-kommunala-medel": updated,
    boverket: updated,
    tillvaxtverket: updated,
  });
  expect(await set("grant_id = '2181-tillvaxtverket-2020', source_id = NULL")).toEqual({
    boverket: updated,
    tillvaxtverket: updated,
  });
  expect(await set("grant_id = NULL")).toEqual({ null: updated, tillvaxtverket: updated });
});
