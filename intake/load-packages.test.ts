import { rmSync } from "node:fs";
import type { DataSource } from "typeorm";
import { createWriter } from "../kit/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { type Loaded, loadPackages } from "./load-packages";
import { type PackageDraft, temporaryFolder } from "./test-support/package-draft";
import { municipalityDraft, referenceDraft } from "./test-support/small-packages";

let database: TestDatabase;
let dataSource: DataSource;
let root: string;

beforeEach(async () => {
  database = await createTestDatabase("migrated");
  dataSource = createWriter(database.url);
  await dataSource.initialize();
  root = temporaryFolder();
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
  rmSync(root, { recursive: true, force: true });
});

/** Loads both packages, after a change to the municipality's. */
async function load(change: (draft: PackageDraft) => void = () => {}, force = false) {
  const municipality = municipalityDraft();
  change(municipality);
  const folders = [municipality.write(root), referenceDraft().write(root)];
  return loadPackages({ folders, dataSource, logger: silentLogger, force });
}

/** Tables with changes, by package. */
function changes(outcome: Awaited<ReturnType<typeof load>>) {
  const { packages } = outcome as Loaded;
  return Object.fromEntries(
    packages.map(({ owner, tables }) => [
      owner,
      Object.entries(tables)
        .filter(([, { inserted, updated, withdrawn }]) => inserted + updated + withdrawn > 0)
        .map(([table, { inserted, updated, withdrawn }]) => `${table} +${inserted} ~${updated} -${withdrawn}`),
    ]),
  );
}

const changedAt = () =>
  database.query(`
    SELECT 'initiative ' || id AS key, changed_at FROM initiatives.initiative
    UNION ALL SELECT 'supply ' || name, changed_at FROM areas.data_supply
    UNION ALL SELECT 'allocation ' || id, changed_at FROM funding.allocation
    UNION ALL SELECT 'organisation ' || id, changed_at FROM organisations.organisation
    ORDER BY 1`);

describe("loading packages", () => {
  test("puts each table in its room, the reference data first", async () => {
    const outcome = await load();
    expect(outcome.kind).toBe("loaded");
    expect((outcome as Loaded).packages.map(({ owner, outcome: result, records }) => [owner, result, records])).toEqual(
      [
        ["0000", "written", 16],
        ["2181", "written", 35],
      ],
    );
    expect(changes(outcome)["2181"]).toEqual([
      "areas.area +2 ~0 -0",
      "areas.data_supply +1 ~0 -0",
      "organisations.organisation +2 ~0 -0",
      "initiatives.source_document +1 ~0 -0",
      "initiatives.programme +1 ~0 -0",
      "initiatives.initiative +2 ~0 -0",
      "initiatives.participation +2 ~0 -0",
      "initiatives.target +1 ~0 -0",
      "initiatives.result +1 ~0 -0",
      "initiatives.milestone +1 ~0 -0",
      "initiatives.decision +1 ~0 -0",
      "initiatives.consultation +1 ~0 -0",
      "initiatives.call +1 ~0 -0",
      "funding.funding_source +1 ~0 -0",
      "funding.grant +1 ~0 -0",
      "funding.grant_event +2 ~0 -0",
      "funding.pot +1 ~0 -0",
      "funding.pot_contribution +2 ~0 -0",
      "funding.allocation +2 ~0 -0",
      "funding.initiative_amount +1 ~0 -0",
    ]);
  });

  test("keeps amounts exact, dates fuzzy and sources with what they support", async () => {
    await load((draft) => {
      draft.drop("allocation-shares", () => true);
      draft.set("allocations", 0, { value: "699999.99" });
      draft.set("allocations", 1, { value: "100000.01" });
    });
    const [allocation] = await database.query(
      "SELECT value, year, year_certainty, sources FROM funding.allocation ORDER BY id",
    );
    expect(allocation).toEqual({
      value: "699999.99",
      year: 2020,
      year_certainty: "INFERRED",
      sources: [{ documentId: "2181-nyheten", locator: "L1", quote: "så står det", field: null }],
    });
    const [initiative] = await database.query(
      "SELECT status_history, actual_period, first_year, last_year, has_amount, quality_notes FROM initiatives.initiative ORDER BY id DESC",
    );
    expect(initiative).toMatchObject({
      status_history: [
        {
          status: "DECIDED",
          date: { value: "2020", precision: "YEAR", certainty: "INFERRED" },
          sources: [{ documentId: "2181-nyheten" }],
        },
      ],
      actual_period: null,
      first_year: null,
      last_year: null,
      has_amount: true,
      quality_notes: [{ code: "DQ-SAN-1", field: "status_history", message: { sv: "Oklart", en: "Unclear" } }],
    });
  });

  test("gives Habo and Håbo a slug each", async () => {
    await load();
    expect(await database.query("SELECT code, slug FROM areas.municipality ORDER BY code")).toEqual([
      { code: "0305", slug: "habo-0305" },
      { code: "0643", slug: "habo" },
      { code: "2181", slug: "sandviken" },
    ]);
  });

  test("changes nothing the second time, and looks into nothing", async () => {
    await load();
    const before = await changedAt();
    const again = (await load()) as Loaded;
    expect(again.packages.map(({ outcome, records }) => [outcome, records])).toEqual([
      ["unchanged", null],
      ["unchanged", null],
    ]);
    expect(await changedAt()).toEqual(before);
  });

  test("changes nothing the second time when it is forced to write either", async () => {
    await load();
    const before = await changedAt();
    const again = await load(() => {}, true);
    expect((again as Loaded).packages.map(({ outcome }) => outcome)).toEqual(["written", "written"]);
    expect(changes(again)).toEqual({ "0000": [], "2181": [] });
    expect(await changedAt()).toEqual(before);
  });

  test("updates the record that has changed, and no other", async () => {
    await load();
    const before = await changedAt();
    const again = await load((draft) => draft.set("initiatives", 0, { name: "Familjepedagogen" }));
    expect(changes(again)).toEqual({
      "0000": [],
      "2181": ["areas.data_supply +0 ~1 -0", "initiatives.initiative +0 ~1 -0"],
    });
    const moved = (await changedAt()).filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
    expect(moved.map(({ key }) => key)).toEqual(["initiative 2181-familjepedagog", "supply kommungraf-2181-sandviken"]);
  });

  test("marks a record that is gone as withdrawn, and takes it back when it comes again", async () => {
    const withoutTarget = (draft: PackageDraft) => draft.drop("targets", () => true);
    const withdrawn = () => database.query("SELECT withdrawn_at IS NOT NULL AS gone FROM initiatives.target");
    await load();
    expect(changes(await load(withoutTarget))["2181"]).toContain("initiatives.target +0 ~0 -1");
    expect(await withdrawn()).toEqual([{ gone: true }]);
    expect(changes(await load())["2181"]).toContain("initiatives.target +0 ~1 -0");
    expect(await withdrawn()).toEqual([{ gone: false }]);
  });

  test("leaves an owner alone whose package is not among the folders", async () => {
    await load();
    const outcome = await loadPackages({
      folders: [referenceDraft().write(root)],
      dataSource,
      logger: silentLogger,
      force: true,
    });
    expect(outcome.kind).toBe("loaded");
    expect(
      await database.query("SELECT count(*)::int AS living FROM initiatives.initiative WHERE withdrawn_at IS NULL"),
    ).toEqual([{ living: 2 }]);
  });

  test("writes nothing at all when one package has a mistake", async () => {
    const outcome = await load((draft) => draft.set("initiatives", 0, { is_pilot: "kanske" }));
    expect(outcome).toMatchObject({ kind: "refused", mistakes: [{ code: "BOOLEAN", row: 2, column: "is_pilot" }] });
    expect(
      await database.query(
        "SELECT (SELECT count(*) FROM areas.municipality) + (SELECT count(*) FROM areas.data_supply) AS n",
      ),
    ).toEqual([{ n: "0" }]);
  });

  test("writes nothing at all when the database fails half-way", async () => {
    await database.query("ALTER TABLE funding.pot ADD CONSTRAINT no_pots CHECK (false)");
    await expect(load()).rejects.toThrow(/no_pots/);
    expect(
      await database.query(
        "SELECT (SELECT count(*) FROM areas.municipality) + (SELECT count(*) FROM areas.data_supply) AS n",
      ),
    ).toEqual([{ n: "0" }]);
  });

  test("may be done twice at once: the one waits for the other and finds nothing to do", async () => {
    const folders = [municipalityDraft().write(root), referenceDraft().write(root)];
    const both = await Promise.all([1, 2].map(() => loadPackages({ folders, dataSource, logger: silentLogger })));
    const results = both.flatMap((outcome) => (outcome as Loaded).packages.map((one) => one.outcome)).sort();
    expect(results).toEqual(["unchanged", "unchanged", "written", "written"]);
  });
});

describe("the read model of the comparisons", () => {
  const facts = () =>
    database.query<{ subject: string; facts: number }>(
      "SELECT subject, count(*)::int AS facts FROM comparisons.fact GROUP BY 1 ORDER BY 1",
    );
  const edition = () => database.query("SELECT edition FROM comparisons.read_model");

  test("is there when the packages are", async () => {
    await load();
    expect(await facts()).toEqual([
      { subject: "INITIATIVE", facts: 2 },
      { subject: "MONEY_GRANT", facts: 2 },
      { subject: "MONEY_INITIATIVE", facts: 3 },
      { subject: "MONEY_POT", facts: 1 },
      { subject: "TARGET", facts: 1 },
    ]);
  });

  test("follows what a municipality delivers, withdrawn records too", async () => {
    await load();
    await load((draft) => draft.drop("targets", () => true));
    expect((await facts()).map(({ subject }) => subject)).not.toContain("TARGET");
  });

  test.each([
    [
      "is empty",
      "DELETE FROM comparisons.fact_source; DELETE FROM comparisons.fact; DELETE FROM comparisons.rollup; DELETE FROM comparisons.municipality; DELETE FROM comparisons.read_model",
    ],
    [
      "is of another edition",
      "UPDATE comparisons.read_model SET edition = 0; UPDATE comparisons.fact SET kind = 'SOMETHING_ELSE'",
    ],
  ])("is made anew where it %s, even when no package is new", async (_, statements) => {
    await load();
    const [before, editionBefore] = [await facts(), await edition()];
    await database.query(statements);
    const again = (await load()) as Loaded;
    expect(again.packages.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
    expect(await facts()).toEqual(before);
    expect(await edition()).toEqual(editionBefore);
    expect(await database.query("SELECT FROM comparisons.fact WHERE kind = 'SOMETHING_ELSE'")).toEqual([]);
  });

  test("is left as it was when the packages are refused or the database fails", async () => {
    await load();
    const rows = () => database.query("SELECT f::text FROM comparisons.fact f ORDER BY 1");
    const before = await rows();
    await load((draft) => draft.set("initiatives", 0, { is_pilot: "kanske", name: "Annat namn" }));
    await database.query("ALTER TABLE comparisons.rollup ADD CONSTRAINT no_more CHECK (false) NOT VALID");
    await expect(load((draft) => draft.drop("targets", () => true))).rejects.toThrow(/no_more/);
    expect(await rows()).toEqual(before);
    expect(
      await database.query("SELECT count(*)::int AS targets FROM initiatives.target WHERE withdrawn_at IS NULL"),
    ).toEqual([{ targets: 1 }]);
  });
});
