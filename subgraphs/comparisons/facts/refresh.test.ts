import fc from "fast-check";
import type { DataSource, QueryRunner } from "typeorm";
import { createWriter } from "../../../kit/database";
import { NATIONAL } from "../../../kit/record";
import { createTestDatabase, type TestDatabase } from "../../../test/testkit/database";
import { arbitraryHouse, type House, writeHouse, writeOwner } from "../../../test/testkit/random-funding";
import { refreshComparisons } from "../import";
import { readModel, rowVersions } from "./test-support/read-model";

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase("migrated");
  dataSource = createWriter(database.url);
  await dataSource.initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Houses that are the same in every run. */
const sample = (count: number) => fc.sample(arbitraryHouse(), { numRuns: count, seed: 2026 });

/** Makes the owners' rows what the house says, and refreshes the read model for those owners alone. */
const deliver = (house: House, owners: readonly string[]) =>
  dataSource.transaction(async (manager) => {
    for (const owner of owners) await writeOwner(manager, house, owner);
    await refreshComparisons(manager, owners);
  });

const refresh = (owners: readonly string[]) => dataSource.transaction((manager) => refreshComparisons(manager, owners));

const everythingAnew = async () => {
  await database.query("DELETE FROM comparisons.read_model");
  await refresh([]);
};

/** The house with the lists of its records the other way round. */
function reversed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed).reverse() as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reversed(inner)])) as Value;
}

/** The house after deliveries of some owners, who have taken over the records of another house. */
const mixed = (before: House, after: House, owners: readonly string[]): House => ({
  ...(owners.includes(NATIONAL) ? after : before),
  municipalities: before.municipalities.map((old, index) => {
    const given = after.municipalities[index];
    return given && owners.includes(old.code) ? { ...given, populations: old.populations } : old;
  }),
});

describe("a refresh of some owners", () => {
  it("leaves the read model as if everything had been computed anew", async () => {
    const owners = fc.uniqueArray(fc.constantFrom("0191", "0480", "2181", "2281"), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(arbitraryHouse(), arbitraryHouse(), owners, async (before, after, some) => {
        await writeHouse(database, before);
        await deliver(mixed(before, after, some), some);
        const refreshed = await readModel(database);
        await everythingAnew();
        expect(refreshed).toEqual(await readModel(database));
      }),
      { numRuns: 8 },
    );
  });

  it("makes everything anew when national rows have changed, which any municipality may refer to", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHouse(), async (house) => {
        await writeHouse(database, house);
        const changed: House = {
          sources: house.sources.map(({ id }) => ({ id, kind: "EU_FUND" })),
          organisations: house.organisations.map(({ id }) => ({ id, kind: "GOVERNMENT" })),
          municipalities: house.municipalities.map((municipality, index) => ({
            ...municipality,
            name: `Nytt namn ${index}`,
            populations: [{ year: 2021, value: 7 }],
          })),
        };
        const before = await readModel(database);
        await deliver(changed, [NATIONAL]);
        const refreshed = await readModel(database);
        expect(refreshed.read_model).not.toEqual(before.read_model);
        expect(refreshed.municipality).not.toEqual(before.municipality);
        await everythingAnew();
        expect(refreshed).toEqual(await readModel(database));
      }),
      { numRuns: 5 },
    );
  });

  it("touches no row of what has not changed", async () => {
    const [house] = sample(1) as [House];
    await writeHouse(database, house);
    const before = await rowVersions(database);
    expect(before.length).toBeGreaterThan(4);
    await refresh(["2181", "0191"]);
    await refresh([]);
    await refresh([NATIONAL]);
    expect(await rowVersions(database)).toEqual(before);
  });

  it("forgets a municipality that is withdrawn, and has nothing of an owner that is none", async () => {
    const [house] = sample(1) as [House];
    await writeHouse(database, house);
    await deliver({ ...house, municipalities: house.municipalities.filter(({ code }) => code !== "2281") }, [NATIONAL]);
    await refresh(["2281", "9999"]);
    const left = await readModel(database);
    expect(left.municipality).toHaveLength(3);
    expect(
      Object.values(left)
        .flat()
        .filter((row) => /\b2281\b/.test(row)),
    ).toEqual([]);
    await everythingAnew();
    expect(left).toEqual(await readModel(database));
  });

  it("is undone with the rows when the transaction fails", async () => {
    const [before, after] = sample(2) as [House, House];
    await writeHouse(database, before);
    const model = await readModel(database);
    const failing = dataSource.transaction(async (manager) => {
      for (const owner of ["2181", "0480"]) await writeOwner(manager, after, owner);
      await refreshComparisons(manager, ["2181", "0480"]);
      throw new Error("the delivery fails after all");
    });
    await expect(failing).rejects.toThrow("after all");
    expect(await readModel(database)).toEqual(model);
  });

  it("lets those who read meanwhile see what was there before, to the end", async () => {
    const [before, after] = sample(2) as [House, House];
    await writeHouse(database, before);
    const reading = dataSource.createQueryRunner();
    await reading.startTransaction("REPEATABLE READ");
    const count = () =>
      reading.query("SELECT count(*)::int AS facts, coalesce(sum(value), 0)::text AS value FROM comparisons.fact");
    const [first] = await count();
    await database.query("UPDATE comparisons.read_model SET edition = edition - 1");
    await deliver(after, ["2181"]);
    expect(await count()).toEqual([first]);
    await reading.rollbackTransaction();
    await reading.release();
  });

  it("lets two at a time take turns, and has the sums of both", async () => {
    const [before, after] = sample(2) as [House, House];
    await writeHouse(database, before);
    const both = ["2181", "0480"];
    await Promise.all(both.map((owner) => deliver(mixed(before, after, both), [owner])));
    const refreshed = await readModel(database);
    await everythingAnew();
    expect(refreshed).toEqual(await readModel(database));
  });

  it("says that it needs a transaction", async () => {
    await expect(refreshComparisons(dataSource.manager, ["2181"])).rejects.toThrow(/inside a transaction/);
  });
});

describe("the hash of a municipality's content", () => {
  let seeded: TestDatabase;
  let seeds: DataSource;
  beforeAll(async () => {
    seeded = await createTestDatabase("seeded");
    seeds = createWriter(seeded.url);
    await seeds.initialize();
  });
  afterAll(async () => {
    await seeds.destroy();
    await seeded.drop();
  });

  it("is the same for the same content, in whatever order it came", async () => {
    const other = await createTestDatabase("migrated");
    const hashes = (of: TestDatabase) =>
      of.query("SELECT municipality_code, content_hash FROM comparisons.municipality ORDER BY 1");
    try {
      await fc.assert(
        fc.asyncProperty(arbitraryHouse(), async (house) => {
          await writeHouse(database, house);
          await writeHouse(other, reversed(house));
          expect(await hashes(other)).toEqual(await hashes(database));
        }),
        { numRuns: 4 },
      );
    } finally {
      await other.drop();
    }
  });

  it.each<[string, string]>([
    [
      "an amount",
      "UPDATE funding.allocation SET value = value + 0.01 WHERE municipality_code = '2181' AND value IS NOT NULL",
    ],
    ["a population", "UPDATE areas.population SET value = value + 1 WHERE municipality_code = '2181'"],
    ["an initiative's name", "UPDATE initiatives.initiative SET name = name || '!' WHERE municipality_code = '2181'"],
    ["a programme's name", "UPDATE initiatives.programme SET name = name || '!' WHERE municipality_code = '2181'"],
    [
      "an organisation's name",
      "UPDATE organisations.organisation SET name = name || '!' WHERE municipality_code = '2181'",
    ],
    [
      "a funding source's name",
      "UPDATE funding.funding_source SET name = name || '!' WHERE municipality_code = '2181'",
    ],
    ["a theme", "UPDATE initiatives.initiative SET themes = '{HOUSING}' WHERE municipality_code = '2181'"],
    ["a stated share", "UPDATE funding.allocation SET stated_shares = '[]' WHERE stated_shares <> '[]'"],
  ])("changes with %s, and only that municipality's", async (_, statement) => {
    const hashes = async (runner: QueryRunner) =>
      Object.fromEntries(
        (
          await runner.query("SELECT municipality_code AS code, content_hash AS hash FROM comparisons.municipality")
        ).map(({ code, hash }: { code: string; hash: string }) => [code, hash]),
      );
    const runner = seeds.createQueryRunner();
    await runner.startTransaction();
    const before = await hashes(runner);
    await runner.query(statement);
    await refreshComparisons(runner.manager, [NATIONAL]);
    const after = await hashes(runner);
    await runner.rollbackTransaction();
    await runner.release();
    expect(Object.keys(before).filter((code) => before[code] !== after[code])).toEqual(["2181"]);
  });
});
