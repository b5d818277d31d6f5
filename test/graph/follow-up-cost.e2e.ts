import { startTestHub, type TestHub } from "../testkit/hub";
import { copyRows } from "./copy-rows";
import { PULL } from "./follow-up-query";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
});
afterAll(() => hub?.stop());

it("costs the same number of statements for ten times as many grants, pots and allocations", async () => {
  const costOf = async () => {
    const before = hub.statements();
    const answer = (await hub.data(PULL, { source: "tillvaxtverket" })).fundingFollowUp;
    const cost = Object.entries(hub.statements()).map(([room, count]) => [room, count - (before[room] ?? 0)]);
    return { answer, cost: Object.fromEntries(cost) as Record<string, number> };
  };
  const small = await costOf();
  const copy = (column: string) => `r.${column} || '-kopia-' || copy.n`;
  const tables: [table: string, columns: string[], where: string][] = [
    ['funding."grant"', ["id"], "r.id = '2181-tillvaxtverket-2020'"],
    ["funding.grant_event_log", ["id", "grant_id", "stated_id"], "r.grant_id = '2181-tillvaxtverket-2020'"],
    ["funding.pot", ["id"], "r.id = '2181-potten-2020'"],
    ["funding.pot_contribution", ["pot_id", "grant_id"], "r.pot_id = '2181-potten-2020'"],
    ["funding.allocation", ["id", "pot_id"], "r.pot_id = '2181-potten-2020'"],
  ];
  for (const [table, columns, where] of tables) {
    const changes = Object.fromEntries(columns.map((column) => [column, copy(column)]));
    await copyRows(hub.database, table, changes, "generate_series(1, 9) AS copy(n)", where);
  }
  const large = await costOf();
  expect(large.answer.grants.nodes).toHaveLength(10 * small.answer.grants.nodes.length);
  expect(
    large.answer.grants.nodes.every(({ initiatives }: { initiatives: object[] }) => initiatives.length === 15),
  ).toBe(true);
  expect(large.answer.totals[0]).toMatchObject({
    kind: "AWARDED",
    value: 80_000_000,
    recordCount: 10,
    certainty: "DERIVED",
  });
  expect(large.cost).toEqual(small.cost);
});
