import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../../test/testkit/database";
import { arbitraryHouse, writeHouse } from "../../../test/testkit/random-funding";
import { naiveCells } from "./test-support/naive-cells";
import { type NaiveFact, naiveFacts } from "./test-support/naive-facts";
import { readCells, readFacts } from "./test-support/read-model";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase("migrated");
});
afterAll(() => database.drop());

const keyOf = (fact: NaiveFact) => `${fact.municipality_code} ${fact.subject} ${fact.id}`;
const bySplit = (a: { split: string; source_id: string }, b: { split: string; source_id: string }) =>
  a.split === b.split ? (a.source_id < b.source_id ? -1 : 1) : a.split < b.split ? -1 : 1;

function byKey(facts: readonly NaiveFact[]): Record<string, NaiveFact> {
  const entries = facts.map((fact) => [keyOf(fact), { ...fact, parts: [...fact.parts].sort(bySplit) }] as const);
  expect(new Set(entries.map(([key]) => key)).size).toBe(entries.length);
  return Object.fromEntries(entries);
}

describe("whatever the municipalities deliver", () => {
  it("the facts are those that one finds record by record, and the sums those of the facts one by one", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHouse(), async (house) => {
        await writeHouse(database, house);
        const facts = await readFacts(database);
        expect(byKey(facts as never)).toEqual(byKey(naiveFacts(house)));
        expect(await readCells(database)).toEqual(naiveCells(facts));
      }),
      { numRuns: 20 },
    );
  });

  it("the parts of an amount from its sources add up to it, as stated and as modelled", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHouse(), async (house) => {
        await writeHouse(database, house);
        // Of an amount of 0 whose parts nobody knows there is no rest to tell.
        const wrong = await database.query(
          `SELECT f.subject, f.id, s.split, f.value, sum(s.value) AS parts
           FROM comparisons.fact f JOIN comparisons.fact_source s
             ON (s.municipality_code, s.subject, s.fact_id) = (f.municipality_code, f.subject, f.id)
           GROUP BY f.subject, f.id, s.split, f.value HAVING CASE WHEN f.value = 0 THEN coalesce(sum(s.value), 0) ELSE sum(s.value) END IS DISTINCT FROM f.value`,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});
