import type { DataSource } from "typeorm";
import { createWriter } from "../../../kit/database";
import { createTestDatabase, type TestDatabase } from "../../../test/testkit/database";
import { refreshComparisons } from "../import";

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase("seeded");
  dataSource = createWriter(database.url);
  await dataSource.initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Familjepedagog has 700 000 kronor allocated for 2020; its municipality says so of the initiative itself, too. */
async function allocatedBesides(year: number | null): Promise<string[]> {
  await database.query(
    `INSERT INTO funding.initiative_amount (municipality_code, id, initiative_id, value, kind, year, year_certainty, certainty,
       precision, sources, quality_notes, changed_at)
     VALUES ('2181', '2181-familjepedagog-sagt', '2181-familjepedagog', 700000, 'ALLOCATED', $1, $2, 'STATED', 'EXACT', '[]', '[]', now())`,
    [year, year === null ? null : "STATED"],
  );
  await dataSource.transaction((manager) => refreshComparisons(manager, ["2181"]));
  const rows = await database.query<{ id: string }>(
    "SELECT id FROM comparisons.fact WHERE subject = 'MONEY_INITIATIVE' AND initiative_id = '2181-familjepedagog' ORDER BY id",
  );
  return rows.map(({ id }) => id);
}

it.each([
  ["the same year", 2020],
  ["a year that is not said", null],
])("counts a krona once that is said of an allocation and of its initiative for %s", async (_, year) => {
  expect(await allocatedBesides(year)).toEqual(["2181-familjepedagog-2020"]);
});

it("counts what is said of the initiative for another year: that is another krona", async () => {
  expect(await allocatedBesides(2024)).toEqual([
    "2181-familjepedagog-2020",
    "initiative_amount/2181-familjepedagog-sagt",
  ]);
});
