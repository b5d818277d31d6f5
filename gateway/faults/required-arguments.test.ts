import { startHub, type TestHub } from "../test-support/hub";
import { askStock } from "../test-support/stock";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";

const rates: Record<string, number> = { SEK: 10, EUR: 1 };

let subgraphs: TestSubgraph[];
let hub: TestHub;

beforeAll(async () => {
  const catalogue = await startSubgraph(
    "catalogue",
    `type Query { things: [Thing!]! }
     type Thing @key(fields: "id") { id: ID! price(currency: String!): Int weight: Int box: Box }
     type Box { volume(unit: String!): Int }`,
    {
      Query: { things: () => [{ id: "1" }, { id: "2" }] },
      Thing: {
        price: ({ id }: { id: string }, { currency }: { currency: string }) => Number(id) * (rates[currency] ?? NaN),
        weight: ({ id }: { id: string }) => Number(id) * 3,
        box: () => ({}),
      },
      Box: { volume: (_: unknown, { unit }: { unit: string }) => (unit === "litre" ? 7 : 7000) },
    },
  );
  const shipping = await startSubgraph(
    "shipping",
    `type Thing @key(fields: "id") {
       id: ID!
       price(currency: String!): Int @external
       weight: Int @external
       box: Box @external
       seen: String @requires(fields: "price(currency: \\"SEK\\") weight")
       seenInEuro(note: String): String @requires(fields: "price(currency: \\"EUR\\")")
       seenVolume: String @requires(fields: "box { volume(unit: \\"litre\\") }")
       plain: String
     }
     type Box @external { volume(unit: String!): Int }`,
    {
      Thing: {
        seen: ({ price, weight }: { price: number; weight: number }) => `${price} SEK, ${weight} kg`,
        seenInEuro: ({ price }: { price: number }, { note }: { note?: string }) => `${price} EUR${note ?? ""}`,
        seenVolume: ({ box }: { box: { volume: number } }) => `${box.volume} l`,
        plain: () => "plain",
      },
    },
  );
  subgraphs = [catalogue, shipping];
  hub = await startHub(subgraphs);
});
afterAll(async () => {
  await hub?.stop();
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
});

describe("a required argument beside the client's own on the same field", () => {
  const query = '{ things { price(currency: "EUR") seen } }';

  it("gives the subgraph a wrong value in the stock gateway", async () => {
    expect((await askStock(subgraphs, query)).data).not.toEqual(
      expect.objectContaining({
        things: [
          { price: 1, seen: "10 SEK, 3 kg" },
          { price: 2, seen: "20 SEK, 6 kg" },
        ],
      }),
    );
  });

  it("gives both their own value here", async () => {
    expect(await hub.ask(query)).toMatchObject({
      data: {
        things: [
          { price: 1, seen: "10 SEK, 3 kg" },
          { price: 2, seen: "20 SEK, 6 kg" },
        ],
      },
    });
  });

  it("holds for aliases and variables too", async () => {
    const answer = await hub.ask(
      'query ($c: String!) { things { price: price(currency: $c) other: price(currency: "SEK") seen weight: id } }',
      { c: "EUR" },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.things[1]).toEqual({ price: 2, other: 20, seen: "20 SEK, 6 kg", weight: "2" });
  });
});

describe("two fields that require one field with different arguments", () => {
  const query =
    'query ($n: String) { things { plain seen seenInEuro(note: $n) seenVolume box { volume(unit: "ml") } } }';
  const first = {
    plain: "plain",
    seen: "10 SEK, 3 kg",
    seenInEuro: "1 EUR!",
    seenVolume: "7 l",
    box: { volume: 7000 },
  };

  it("gives one of them the other's value in the stock gateway", async () => {
    const { data } = await askStock(subgraphs, "{ things { seen seenInEuro } }");
    expect(data?.things[0]).not.toEqual({ seen: first.seen, seenInEuro: "1 EUR" });
  });

  it("gives each its own value here", async () => {
    const answer = await hub.ask(query, { n: "!" });
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.things[0]).toEqual(first);
  });
});

it("hides the stand-ins from clients", async () => {
  const { data } = await hub.ask('{ __type(name: "Thing") { fields { name } } }');
  expect(data?.__type.fields.map((field: { name: string }) => field.name).sort()).toEqual([
    "box",
    "id",
    "plain",
    "price",
    "seen",
    "seenInEuro",
    "seenVolume",
    "weight",
  ]);
});

describe("requirements through interfaces, lists and hidden fields", () => {
  let others: TestSubgraph[];
  let other: TestHub;
  beforeAll(async () => {
    others = await Promise.all([
      startSubgraph(
        "media",
        `type Query { shelf: [Item!]! shelfById(id: ID!): Item }
         interface Item @key(fields: "id") { id: ID! title(language: String = "sv"): String }
         type Book implements Item @key(fields: "id") {
           id: ID! title(language: String = "sv"): String secret: String @inaccessible authors(first: Int): [Author!]!
         }
         type Film implements Item @key(fields: "id") { id: ID! title(language: String = "sv"): String length(unit: Unit!): Int }
         type Author { name(form: String): String }
         enum Unit { MINUTES SECONDS }`,
        {
          Query: {
            shelf: () => [
              { __typename: "Book", id: "b" },
              { __typename: "Film", id: "f" },
            ],
          },
          Item: { __resolveType: ({ id }: { id: string }) => (id === "b" ? "Book" : "Film") },
          Book: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            title: (_: unknown, { language }: { language: string }) => `bok ${language}`,
            authors: (_: unknown, { first }: { first?: number }) => [{ n: 1 }, { n: 2 }, { n: 3 }].slice(0, first ?? 3),
          },
          Film: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            title: (_: unknown, { language }: { language: string }) => `film ${language}`,
            length: (_: unknown, { unit }: { unit: string }) => (unit === "MINUTES" ? 90 : 5400),
          },
          Author: { name: ({ n }: { n: number }, { form }: { form?: string }) => `author ${n} ${form ?? "plain"}` },
        },
      ),
      startSubgraph(
        "labels",
        `type Book @key(fields: "id") {
           id: ID!
           title(language: String = "sv"): String @external
           authors(first: Int): [Author!]! @external
           label: String @requires(fields: "title(language: \\"en\\") authors(first: 2) { name(form: \\"short\\") }")
           plainLabel: String @requires(fields: "title authors { name }")
         }
         type Author @external { name(form: String): String }
         type Film @key(fields: "id") {
           id: ID! length(unit: Unit!): Int @external label: String @requires(fields: "length(unit: MINUTES)")
         }
         enum Unit { MINUTES SECONDS }`,
        {
          Book: {
            label: ({ title, authors }: { title: string; authors: { name: string }[] }) =>
              `${title}: ${authors.map(({ name }) => name).join(", ")}`,
            plainLabel: ({ title, authors }: { title: string; authors: { name: string }[] }) =>
              `${title}: ${authors.map(({ name }) => name).join(", ")}`,
          },
          Film: { label: ({ length }: { length: number }) => `${length} minutes` },
        },
      ),
    ]);
    other = await startHub(others);
  });
  afterAll(async () => {
    await other?.stop();
    await Promise.all(others.map((subgraph) => subgraph.stop()));
  });

  it("each get what they require, beside what the client asks for", async () => {
    const answer = await other.ask(
      `query ($language: String) { shelf {
         title(language: $language)
         ... on Book { label plainLabel authors(first: 1) { name } }
         ... on Film { label length(unit: SECONDS) }
       } }`,
      { language: "fi" },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.shelf).toEqual([
      {
        title: "bok fi",
        label: "bok en: author 1 short, author 2 short",
        plainLabel: "bok sv: author 1 plain, author 2 plain, author 3 plain",
        authors: [{ name: "author 1 plain" }],
      },
      { title: "film fi", label: "90 minutes", length: 5400 },
    ]);
  });

  it("leave the public schema as it was", async () => {
    const { data } = await other.ask(
      '{ __type(name: "Book") { fields { name } } item: __type(name: "Item") { fields { name } } }',
    );
    const names = (type: { fields: { name: string }[] }) => type.fields.map(({ name }) => name).sort();
    expect(names(data?.__type)).toEqual(["authors", "id", "label", "plainLabel", "title"]);
    expect(names(data?.item)).toEqual(["id", "title"]);
  });
});
