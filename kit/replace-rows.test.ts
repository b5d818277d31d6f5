import { type DataSource, EntitySchema } from "typeorm";
import { createTestDatabase, type TestDatabase } from "../test/testkit/database";
import { createWriter } from "./database";
import { column, type ImportRow, nullable, type OwnedRecord, ownedColumns, primary, text, texts } from "./record";
import { replaceRows } from "./replace-rows";

interface ThingRow extends OwnedRecord {
  readonly name: string;
  readonly amount: string | null;
  readonly tags: readonly string[];
  readonly detail: object | null;
  readonly isNew: boolean;
}

const thing = new EntitySchema<ThingRow>({
  name: "Thing",
  tableName: "the thing",
  schema: "kit_test",
  columns: {
    ...ownedColumns,
    name: text("name"),
    amount: { ...nullable("amount", "numeric"), precision: 16, scale: 2 },
    tags: texts("tags"),
    detail: nullable("detail", "jsonb"),
    isNew: column("is_new", "bool"),
  },
});

interface LinkRow {
  readonly owner: string;
  readonly id: string;
  readonly withdrawnAt: Date | null;
  readonly changedAt: Date;
}

const link = new EntitySchema<LinkRow>({
  name: "Link",
  tableName: "link",
  schema: "kit_test",
  columns: {
    owner: primary("owner"),
    id: primary("id"),
    withdrawnAt: nullable("withdrawn_at", "timestamptz"),
    changedAt: column("changed_at", "timestamptz"),
  },
});

let database: TestDatabase;
let writer: DataSource;

beforeEach(async () => {
  database = await createTestDatabase("migrated");
  await database.query(`
    CREATE SCHEMA kit_test;
    CREATE TABLE kit_test."the thing" (
      municipality_code text, id text, name text NOT NULL, amount numeric(16,2), tags text[] NOT NULL, detail jsonb, is_new bool NOT NULL,
      sources jsonb NOT NULL, quality_notes jsonb NOT NULL, withdrawn_at timestamptz, changed_at timestamptz NOT NULL,
      length int GENERATED ALWAYS AS (length(name)) STORED, PRIMARY KEY (municipality_code, id)
    );
    CREATE TABLE kit_test.link (owner text, id text, withdrawn_at timestamptz, changed_at timestamptz NOT NULL, PRIMARY KEY (owner, id))`);
  writer = createWriter(database.url);
  await writer.initialize();
});
afterEach(async () => {
  await writer.destroy();
  await database.drop();
});

const row = (id: string, changes: Partial<ThingRow> = {}): ImportRow<ThingRow> => ({
  municipalityCode: id.slice(0, 4),
  id,
  name: id,
  amount: "1400000.50",
  tags: ["a", "b"],
  detail: { sv: "hej", en: null },
  isNew: false,
  sources: [],
  qualityNotes: [],
  ...changes,
});

const replace = (owner: string, ...rows: ImportRow<ThingRow>[]) =>
  replaceRows(writer.manager, thing, { municipality_code: owner }, rows);

interface Stored {
  id: string;
  name: string;
  withdrawn: boolean;
  changed_at: Date;
}

const stored = () =>
  database.query<Stored & object>(
    `SELECT id, name, withdrawn_at IS NOT NULL AS withdrawn, changed_at FROM kit_test."the thing" ORDER BY municipality_code, id`,
  );

it("inserts new rows with every value as given", async () => {
  const odd = row("0191-odd", {
    name: `"Citat", 'apostrof' \\ ; -- Å\n`,
    amount: null,
    tags: [],
    detail: null,
    isNew: true,
  });
  expect(await replace("0191", row("0191-a"), odd)).toEqual({ inserted: 2, updated: 0, withdrawn: 0 });
  const rows = await database.query(
    `SELECT municipality_code, id, name, amount, tags, detail, is_new, sources, withdrawn_at FROM kit_test."the thing" ORDER BY id`,
  );
  expect(rows).toEqual([
    {
      municipality_code: "0191",
      id: "0191-a",
      name: "0191-a",
      amount: "1400000.50",
      tags: ["a", "b"],
      detail: { sv: "hej", en: null },
      is_new: false,
      sources: [],
      withdrawn_at: null,
    },
    expect.objectContaining({ id: "0191-odd", name: odd.name, amount: null, tags: [], detail: null, is_new: true }),
  ]);
});

it("leaves rows alone that are the same, also when they are written otherwise: not even changed_at moves", async () => {
  await replace("0191", row("0191-a"), row("0191-b", { amount: null, detail: null }));
  const before = await stored();
  const same = row("0191-a", { amount: "1400000.5", detail: { en: null, sv: "hej" } });
  expect(await replace("0191", row("0191-b", { amount: null, detail: null }), same)).toEqual({
    inserted: 0,
    updated: 0,
    withdrawn: 0,
  });
  expect(await stored()).toEqual(before);
});

it.each<[string, Partial<ThingRow>]>([
  ["text", { name: "ny" }],
  ["an amount", { amount: "1400000.51" }],
  ["an amount that is no longer known", { amount: null }],
  ["the order of a list", { tags: ["b", "a"] }],
  ["a part of JSON", { detail: { sv: "hej", en: "hello" } }],
  ["a truth value", { isNew: true }],
  ["a source", { sources: [{ documentId: "d", locator: "L1", quote: null, field: null }] }],
])("updates a row when %s has changed, and that row alone", async (_, changes) => {
  await replace("0191", row("0191-a"), row("0191-b"));
  const [a, b] = await stored();
  expect(await replace("0191", row("0191-a", changes), row("0191-b"))).toEqual({
    inserted: 0,
    updated: 1,
    withdrawn: 0,
  });
  const [newA, newB] = await stored();
  expect(newA?.changed_at.getTime()).toBeGreaterThan(a?.changed_at.getTime() ?? 0);
  expect(newB).toEqual(b);
});

it("withdraws rows that are gone, once, and loses nothing of them", async () => {
  await replace("0191", row("0191-a"), row("0191-b"));
  expect(await replace("0191", row("0191-a"))).toEqual({ inserted: 0, updated: 0, withdrawn: 1 });
  const after = await stored();
  expect(after).toMatchObject([
    { id: "0191-a", withdrawn: false },
    { id: "0191-b", name: "0191-b", withdrawn: true },
  ]);
  expect(await replace("0191", row("0191-a"))).toEqual({ inserted: 0, updated: 0, withdrawn: 0 });
  expect(await stored()).toEqual(after);
});

it("takes back a row that returns, the same or changed", async () => {
  await replace("0191", row("0191-a"), row("0191-b"));
  await replace("0191");
  const gone = await stored();
  expect(await replace("0191", row("0191-a"), row("0191-b", { name: "ny" }))).toEqual({
    inserted: 0,
    updated: 2,
    withdrawn: 0,
  });
  const back = await stored();
  expect(back).toMatchObject([
    { id: "0191-a", name: "0191-a", withdrawn: false },
    { id: "0191-b", name: "ny", withdrawn: false },
  ]);
  expect(back[0]?.changed_at.getTime()).toBeGreaterThan(gone[0]?.changed_at.getTime() ?? 0);
});

it("does all of it at once", async () => {
  await replace("0191", row("0191-same"), row("0191-changed"), row("0191-gone"), row("0191-returning"));
  await replace("0191", row("0191-same"), row("0191-changed"), row("0191-gone"));
  expect(
    await replace(
      "0191",
      row("0191-same"),
      row("0191-changed", { name: "ny" }),
      row("0191-returning"),
      row("0191-new"),
    ),
  ).toEqual({ inserted: 1, updated: 2, withdrawn: 1 });
});

it("leaves the rows of other owners alone", async () => {
  await replace("0191", row("0191-a"));
  await replace("2281", row("2281-a"));
  const [, other] = await stored();
  expect(await replace("0191")).toEqual({ inserted: 0, updated: 0, withdrawn: 1 });
  expect((await stored())[1]).toEqual(other);
});

it("replaces every row of a table that has one owner only", async () => {
  await replaceRows(writer.manager, thing, {}, [row("0191-a"), row("2281-a")]);
  expect(await replaceRows(writer.manager, thing, {}, [row("2281-a")])).toEqual({
    inserted: 0,
    updated: 0,
    withdrawn: 1,
  });
});

it("replaces rows that are nothing but their key", async () => {
  const links = (...ids: string[]) =>
    replaceRows(
      writer.manager,
      link,
      { owner: "0191" },
      ids.map((id) => ({ owner: "0191", id })),
    );
  expect(await links("a", "b")).toEqual({ inserted: 2, updated: 0, withdrawn: 0 });
  expect(await links("a")).toEqual({ inserted: 0, updated: 0, withdrawn: 1 });
  expect(await links("a", "b")).toEqual({ inserted: 0, updated: 1, withdrawn: 0 });
});

it("is undone with the transaction that it is part of", async () => {
  await replace("0191", row("0191-a"));
  const before = await stored();
  await expect(
    writer.transaction(async (manager) => {
      await replaceRows(manager, thing, { municipality_code: "0191" }, [row("0191-b")]);
      throw new Error("a later row is wrong");
    }),
  ).rejects.toThrow("a later row is wrong");
  expect(await stored()).toEqual(before);
});

it("refuses two rows of the same key, a missing value and a value of the wrong kind, and changes nothing", async () => {
  await replace("0191", row("0191-a"));
  const before = await stored();
  await expect(replace("0191", row("0191-b"), row("0191-b", { name: "annat" }))).rejects.toThrow();
  await expect(replace("0191", row("0191-b", { name: null as never }))).rejects.toThrow("null value");
  await expect(replace("0191", row("0191-b", { amount: "mycket" }))).rejects.toThrow("numeric");
  expect(await stored()).toEqual(before);
});
