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
