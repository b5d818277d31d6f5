import fc from "fast-check";
import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { createDatabase, type Database, type Reader } from "./database";
import { isPublicError } from "./errors";
import { sql } from "./sql";
import { addTextSearchSql, createTextSearchSql, matchesText } from "./text-search";

const NAMES = {
  mothers: ["Stadsdelsmammor", [], null],
  language: ["Förberedande språkutbildning", ["Yrkesspråk"], "Vuxna läser svenska och engelska."],
  followUp: [
    "Ledning/uppföljning av fältverksamheten",
    [],
    "Barn 0-6 år; se sandviken.se/start eller info@sandviken.se",
  ],
  cafe: ["Café Übermut & Ñandú", ["Œuvre"], "<b>Fet</b> 100% rabatt_nu c:\\temp"],
  project: ["Ungt projekt", [], "Föreningarnas bidrag"],
} as const;

let server: TestDatabase;
let database: Database;
let reader: Reader;

beforeAll(async () => {
  server = await createTestDatabase("migrated");
  await server.query(`
    CREATE SCHEMA kit_test;
    CREATE TABLE kit_test.item (id text PRIMARY KEY, name text NOT NULL, aliases text[] NOT NULL, description text);
    CREATE TABLE kit_test.bare (id text PRIMARY KEY, name text NOT NULL);
    ${createTextSearchSql("kit_test")}
    ${addTextSearchSql("kit_test", "item", { rest: "coalesce(description, '')" })}
    ${addTextSearchSql("kit_test", "bare", { aliases: false })}
    INSERT INTO kit_test.bare VALUES ('one', 'Bidrag till Läxhjälpen')`);
  for (const [id, [name, aliases, description]] of Object.entries(NAMES)) {
    await server.query("INSERT INTO kit_test.item VALUES ($1, $2, $3, $4)", [id, name, aliases, description]);
  }
  database = createDatabase({
    url: server.url,
    schema: "kit_test",
    entities: [],
    migrations: [],
    logger: silentLogger,
  });
  // Lets rooms' roles read what the test has made.
  await database.migrate();
  await database.connect();
  reader = database.reader();
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

async function found(text: string): Promise<string[]> {
  const condition = matchesText("i", text);
  if (!condition) throw new Error("The text filters nothing");
  const rows = await reader.rows<{ id: string }>("find", sql`SELECT id FROM item i WHERE ${condition} ORDER BY id`);
  return rows.map(({ id }) => id);
}

it.each<[string, (keyof typeof NAMES)[]]>([
  ["stadsdelsmammor", ["mothers"]],
  ["mammor", ["mothers"]],
  ["delsmam", ["mothers"]],
  ["språkutbildning", ["language"]],
  ["sprakutbildning", ["language"]],
  ["SPRÅKUTBILDNINGEN", ["language"]],
  ["forberedande språk", ["language"]],
  ["engelsk", ["language"]],
  ["yrkesspråket", ["language"]],
  ["uppföljning fältverksamhet", ["followUp"]],
  ["faltverksamheten ledningen", ["followUp"]],
  ["0-6 år", ["followUp"]],
  ["6", ["followUp"]],
  ["sandviken", ["followUp"]],
  ["info", ["followUp"]],
  ["start", ["followUp"]],
  ["cafe", ["cafe"]],
  ["café", ["cafe"]],
  ["ubermut nandu", ["cafe"]],
  ["fet", ["cafe"]],
  ["rabatt", ["cafe"]],
  ["temp", ["cafe"]],
  ["100%", ["cafe"]],
  ["projektet", ["project"]],
  ["projekten", ["project"]],
  ["bidraget föreningar", ["project"]],
  ["mammor språkutbildning", []],
  ["100_", ["cafe"]],
  ["nomatch", []],
])("finds by %j what it should", async (text, expected) => {
  expect(await found(text)).toEqual([...expected].sort());
});

it("searches a table without aliases too", async () => {
  const rows = await reader.rows(
    "find",
    sql`SELECT id FROM bare b WHERE ${matchesText("b", "laxhjälp bidraget") ?? sql`FALSE`}`,
  );
  expect(rows).toEqual([{ id: "one" }]);
});

it.each(["", "  ", "\n", null, undefined])("filters nothing by %j", (text) => {
  expect(matchesText("i", text)).toBeUndefined();
});

it("reads 200 characters and refuses more, counted without the blanks around", () => {
  expect(matchesText("i", ` ${"å".repeat(200)} `)).toBeDefined();
  expect.assertions(4);
  try {
    matchesText("i", "å".repeat(201));
  } catch (error) {
    expect(isPublicError(error)).toBe(true);
    expect(error).toMatchObject({ extensions: { code: "BAD_USER_INPUT", argument: "filter.text" } });
    expect(String(error)).toContain("201 characters");
  }
});

it("takes any text at all as text: no query fails, and no text is part of the SQL", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
      const condition = matchesText("i", text);
      if (!condition) return;
      expect(condition.text).not.toMatch(/[^\x20-\x7e]/);
      await found(text);
    }),
    { numRuns: 300 },
  );
});

it("takes signs of the query language as text, in any order", async () => {
  const sign = fc.constantFrom(
    "'",
    '"',
    ":",
    "*",
    "&",
    "|",
    "!",
    "(",
    ")",
    "<",
    ">",
    "-",
    "\\",
    "%",
    "_",
    "$",
    "a",
    " ",
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: sign, minLength: 1, maxLength: 20 }), async (text) => {
      if (text.trim() !== "") await found(text);
    }),
    { numRuns: 300 },
  );
});

it("finds every row by each word of its name, by its beginning, and without its marks", async () => {
  const rows = Object.entries(NAMES) as [keyof typeof NAMES, (typeof NAMES)[keyof typeof NAMES]][];
  for (const [id, [name, aliases]] of rows) {
    for (const word of [name, ...aliases].flatMap((text) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [])) {
      for (const form of [word, word.slice(0, 4), word.toUpperCase(), word.normalize("NFD"), unmarked(word)]) {
        expect({ form, ids: await found(form) }).toEqual({ form, ids: expect.arrayContaining([id]) });
      }
    }
  }
});

const unmarked = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "");
