import { Client } from "pg";
import { createTestDatabase, type TestDatabase } from "../test/testkit/database";
import { inlineValues } from "./inline-values";
import { join, raw, sql } from "./sql";

let server: TestDatabase;
let client: Client;

beforeAll(async () => {
  server = await createTestDatabase("migrated");
  client = new Client({ connectionString: server.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.drop();
});

const hostile = [
  "'",
  "''; DROP TABLE funding.pot; --",
  "\\",
  "\\'; SELECT 1; --",
  "E'\\x27'",
  "\n\r\t\v\b\u0001\u001f",
  "$1",
  "$$; SELECT 1; $$",
  "/* */ --",
  "å😀\u2028\ufeff",
  "%s {0} :name",
  "a".repeat(5000),
  "",
  " '",
];

it.each(["on", "off"])("text comes back as it was, with standard_conforming_strings %s", async (setting) => {
  await client.query(`SET standard_conforming_strings = ${setting}; SET escape_string_warning = off`);
  for (const value of hostile) {
    const { rows } = await client.query(inlineValues(sql`SELECT ${value}::text AS value`));
    expect(rows).toEqual([{ value }]);
  }
  const { rows } = await client.query(inlineValues(sql`SELECT ${hostile} AS list`));
  expect(rows).toEqual([{ list: hostile }]);
});

it("is one statement, whatever is in it: the extended protocol takes no other", async () => {
  for (const value of hostile)
    await client.query(inlineValues(sql`SELECT ${value}::text`), []).catch((error) => {
      throw new Error(`${JSON.stringify(value)}: ${error}`);
    });
});

it("has the replacement character in the place of NUL", () => {
  expect(inlineValues(sql`SELECT ${"a\0b"}`)).toBe("SELECT 'a\uFFFDb'");
});

it("writes numbers, yes and no, nothing and lists of these", async () => {
  const { rows } = await client.query(
    inlineValues(sql`SELECT 5 - ${-3} AS minus, ${true}::boolean AS yes, ${null}::text AS nothing,
      2020 = ANY(${[2019, 2020]}) AS listed, 'a' = ANY(${[]}) AS empty, ${raw("1 + 1")} AS raw, ARRAY[${join([1, 2])}] AS joined`),
  );
  expect(rows).toEqual([{ minus: 8, yes: true, nothing: null, listed: true, empty: false, raw: 2, joined: [1, 2] }]);
});

it.each([
  [{}],
  [undefined],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [new Date(0)],
  [() => "x"],
  [["a", ["b"]]],
  [1n],
])("refuses %p", (value) => {
  expect(() => inlineValues(sql`SELECT ${value as never}`)).toThrow("COPY cannot be given");
});
