import fc from "fast-check";
import type { Database, Reader } from "../../kit/database";
import { type Sql, sql } from "../../kit/sql";
import { factCells } from "../../subgraphs/comparisons/comparison/fact-cells";
import { planRollup, type RollupPlan } from "../../subgraphs/comparisons/comparison/plan";
import { rollupCells } from "../../subgraphs/comparisons/comparison/rollup-cells";
import { addedUp, mixesKinds } from "../../subgraphs/comparisons/comparison/sums";
import { createComparisonsDatabase } from "../../subgraphs/comparisons/database";
import type { ComparisonInput, Dimension } from "../../subgraphs/comparisons/generated/types";
import { findMistakes } from "../../subgraphs/comparisons/input/find-mistakes";
import { normaliseInput } from "../../subgraphs/comparisons/input/normalise-input";
import type { NormalisedInput } from "../../subgraphs/comparisons/input/normalised-input";
import { createTestDatabase, silentLogger, type TestDatabase } from "../testkit/database";
import { arbitraryQuestion } from "../testkit/random-comparison";
import { arbitraryHouse, writeHouse } from "../testkit/random-funding";

let testDatabase: TestDatabase;
let database: Database;
let reader: Reader;
beforeAll(async () => {
  testDatabase = await createTestDatabase("migrated");
  database = createComparisonsDatabase({ url: testDatabase.url, logger: silentLogger });
  await database.connect();
  reader = database.reader();
});
afterAll(async () => {
  await database?.close();
  await testDatabase?.drop();
});

const COMMON: readonly Dimension[] = ["MUNICIPALITY", "COUNTY", "YEAR", "AMOUNT_KIND"];
const OWN: readonly Dimension[] = [
  "THEME",
  "STRATEGY_AREA",
  "TARGET_GROUP",
  "INSTRUMENT",
  "STATUS",
  "ORGANISATION_KIND",
  "FUNDING_SOURCE",
  "FUNDING_SOURCE_KIND",
];

/** Each set of one dimension of the rollup's own, or none, and of those that all its sums have; three at most. */
const GROUPINGS: readonly (readonly Dimension[])[] = [[], ...OWN.map((own) => [own])].flatMap((own) =>
  subsets(COMMON)
    .map((common) => [...own, ...common])
    .filter(({ length }) => length <= 3),
);

function subsets<Value>(values: readonly Value[]): Value[][] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

const MEASURED: readonly Pick<ComparisonInput, "measure" | "level">[] = [
  { measure: "INITIATIVE_COUNT" },
  { measure: "TARGET_COUNT" },
  { measure: "QUANTIFIED_TARGET_SHARE" },
  { measure: "INITIATIVE_WITH_AMOUNT_SHARE" },
  { measure: "AMOUNT", level: "INITIATIVE" },
  { measure: "AMOUNT", level: "GRANT" },
  { measure: "AMOUNT", level: "POT" },
];

const CHOSEN: readonly Partial<ComparisonInput>[] = [
  {},
  { filter: { years: [2020, 2021] } },
  { filter: { amountKinds: ["ALLOCATED", "AWARDED"] } },
  { filter: { amountKinds: ["SET_ASIDE", "DISBURSED"], years: [2022] }, municipalities: ["0191", "2181"] },
];

/** The state's share is kept beside no other dimension, and is told by everything that its sums have. */
const STATE_SHARES = (["INITIATIVE", "GRANT", "POT"] as const).flatMap((level) =>
  CHOSEN.map((chosen) => ({ measure: "STATE_SHARE" as const, level, ...chosen })),
);

/** Every question by what the rollup has sums in. */
const QUESTIONS: readonly NormalisedInput[] = GROUPINGS.flatMap((groupBy) =>
  [...MEASURED, ...(groupBy.every((dimension) => COMMON.includes(dimension)) ? STATE_SHARES : [])].flatMap((measured) =>
    (["FULL", "FRACTIONAL"] as const).map((multiValued) => ({ ...measured, groupBy, multiValued }) as ComparisonInput),
  ),
)
  .filter((input) => findMistakes(input).length === 0)
  .map(normaliseInput);

/** Sums that the one way of reading has and the other has not, both ways. */
async function differences(input: NormalisedInput, plan: RollupPlan): Promise<unknown[]> {
  const [kept, counted] = [rollupCells(input, input.groupBy, plan), factCells(input, input.groupBy)].map((cells) =>
    addedUp(sql`(${cells})`, input.groupBy, [mixesKinds(input, input.groupBy)]),
  ) as [Sql, Sql];
  return reader.rows(
    "compareRollupWithFacts",
    sql`SELECT 'rollup' AS only_in, a.* FROM (${kept} EXCEPT ALL ${counted}) a
      UNION ALL SELECT 'facts', b.* FROM (${counted} EXCEPT ALL ${kept}) b`,
  );
}

describe("kept sums are what the facts come to", () => {
  it("by every grouping that they serve", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHouse(), async (house) => {
        await writeHouse(testDatabase, house);
        for (const input of QUESTIONS) {
          const plan = planRollup(input, input.groupBy);
          if (!plan) throw new Error(`No kept sums serve ${JSON.stringify(input)}`);
          expect({ input, differences: await differences(input, plan) }).toEqual({ input, differences: [] });
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 300_000);

  it("for any question that they are used for", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryHouse(),
        fc.array(arbitraryQuestion(), { minLength: 60, maxLength: 60 }),
        async (house, questions) => {
          await writeHouse(testDatabase, house);
          for (const input of questions) {
            const plan = planRollup(input, input.groupBy);
            if (!plan) continue;
            expect({ input, differences: await differences(input, plan) }).toEqual({ input, differences: [] });
          }
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  }, 300_000);
});

describe("kept sums are not used", () => {
  it.each<[string, Partial<ComparisonInput>]>([
    ["by two dimensions that they are not kept in together", { groupBy: ["THEME", "TARGET_GROUP"] }],
    ["by what they are not kept in", { groupBy: ["AREA"] }],
    ["for a modelled split", { groupBy: ["FUNDING_SOURCE"], split: "MODELLED" }],
    ["for a modelled share of state money", { measure: "STATE_SHARE", split: "MODELLED" }],
    ["for the state's share by theme", { measure: "STATE_SHARE", groupBy: ["THEME"] }],
    ["for the state's share of one theme", { measure: "STATE_SHARE", filter: { themes: ["A"] } }],
    ["for the state's share of what is no reserve", { measure: "STATE_SHARE", filter: { isReserve: false } }],
    ["with a filter on reserves", { filter: { isReserve: false } }],
    [
      "with a filter on a dimension beside the one that rows are by",
      { groupBy: ["THEME"], filter: { statuses: ["ONGOING"] } },
    ],
    ["for records with any of several themes, which would be counted once in each", { filter: { themes: ["A", "B"] } }],
    ["for initiatives of any of several years", { measure: "INITIATIVE_COUNT", filter: { years: [2021, 2022] } }],
    ["with a filter on programmes", { filter: { programmes: ["x"] } }],
  ])("%s", (_, asked) => {
    const input = normaliseInput({ measure: "AMOUNT", groupBy: [], ...asked });
    expect(planRollup(input, input.groupBy)).toBeUndefined();
  });

  it.each<[string, Partial<ComparisonInput>, RollupPlan]>([
    ["all", {}, { dimension: "NONE", grain: "ALL" }],
    ["a year", { filter: { years: [2022] } }, { dimension: "NONE", grain: "YEAR" }],
    ["counties", { groupBy: ["COUNTY"] }, { dimension: "NONE", grain: "MUNICIPALITY" }],
    ["one theme", { filter: { themes: ["A"] } }, { dimension: "THEME", grain: "ALL" }],
    [
      "some statuses, of which a record has one",
      { filter: { statuses: ["IDEA", "ONGOING"] } },
      { dimension: "STATUS", grain: "ALL" },
    ],
    [
      "themes of a municipality by year",
      { municipalities: ["0191"], groupBy: ["THEME", "YEAR"] },
      { dimension: "THEME", grain: "MUNICIPALITY_YEAR" },
    ],
    ["the state's share", { measure: "STATE_SHARE" }, { dimension: "STATE_SPLIT", grain: "ALL" }],
    [
      "the state's share of pots by municipality",
      { measure: "STATE_SHARE", level: "POT", groupBy: ["MUNICIPALITY"] },
      { dimension: "STATE_SPLIT", grain: "MUNICIPALITY" },
    ],
  ])("more finely than is needed for %s", (_, asked, plan) => {
    const input = normaliseInput({ measure: "AMOUNT", groupBy: [], ...asked });
    expect(planRollup(input, input.groupBy)).toEqual(plan);
  });
});
