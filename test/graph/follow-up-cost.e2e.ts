import { startTestHub, type TestHub } from "../testkit/hub";
import { addReport } from "./add-report";
import { copyRows } from "./copy-rows";
import { PULL } from "./follow-up-query";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
});
afterAll(() => hub?.stop());

it("costs the same number of statements for ten times as many grants, pots, allocations and reports", async () => {
  const costOf = async () => {
    const before = hub.statements();
    const answer = (await hub.data(PULL, { source: "tillvaxtverket" })).fundingFollowUp;
    const cost = Object.entries(hub.statements()).map(([room, count]) => [room, count - (before[room] ?? 0)]);
    return { answer, cost: Object.fromEntries(cost) as Record<string, number> };
  };
  const familjepedagog = { initiativeId: "2181-familjepedagog", amount: "350000.00" };
  await addReport(hub.database, {
    ...{ id: "2181-tillvaxtverket~aaaaaaaaaaaa", grant: "2181-tillvaxtverket-2020", kind: "PROGRESS" },
    period: ["2020-01-01", "2020-12-31"],
    versions: [[{ ...familjepedagog, areas: [{ areaId: "2281-sundsbruk", share: "1", amount: "350000.00" }] }]],
    isApproved: true,
  });
  const small = await costOf();
  const copy = (column: string) => `r.${column} || '-kopia-' || copy.n`;
  const tables: [table: string, columns: string[], where: string][] = [
    ['funding."grant"', ["id"], "r.id = '2181-tillvaxtverket-2020'"],
    ["funding.grant_event_log", ["id", "grant_id", "stated_id"], "r.grant_id = '2181-tillvaxtverket-2020'"],
    ["funding.pot", ["id"], "r.id = '2181-potten-2020'"],
    ["funding.pot_contribution", ["pot_id", "grant_id"], "r.pot_id = '2181-potten-2020'"],
    ["funding.allocation", ["id", "pot_id"], "r.pot_id = '2181-potten-2020'"],
    ["funding.follow_up_report", ["id", "grant_id"], "TRUE"],
    ["funding.follow_up_version", ["report_id"], "TRUE"],
    ["funding.follow_up_review", ["report_id"], "TRUE"],
  ];
  for (const [table, columns, where] of tables) {
    const changes = Object.fromEntries(columns.map((column) => [column, copy(column)]));
    await copyRows(hub.database, table, changes, "generate_series(1, 9) AS copy(n)", where);
  }
  const large = await costOf();
  expect(large.answer.grants.nodes).toHaveLength(10 * small.answer.grants.nodes.length);
  expect(
    large.answer.grants.nodes.every(({ initiatives }: { initiatives: object[] }) => initiatives.length === 16),
  ).toBe(true);
  expect(large.answer.totals[0]).toMatchObject({
    kind: "AWARDED",
    value: 80_000_000,
    recordCount: 10,
    certainty: "DERIVED",
  });
  expect(
    large.answer.grants.nodes.every(
      ({ areas, reports }: Record<string, object[]>) => areas?.length === 1 && reports?.length === 1,
    ),
  ).toBe(true);
  expect(large.cost).toEqual(small.cost);
  expect(large.cost.funding).toBeLessThanOrEqual(16);
});
