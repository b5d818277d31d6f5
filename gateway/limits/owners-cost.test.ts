import { prepareSupergraph } from "../supergraph/prepare";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { costOfQuery } from "../test-support/cost";

const prepared = prepareSupergraph(
  composeWithOwners(
    [
      {
        name: "places",
        url: "http://places/",
        typeDefs: `type Query { rows(first: Int = 20): [Area!] some(ids: [ID!]): [Area!] }
          type Area @key(fields: "id") { id: ID! name: String children: [Area] }`,
      },
    ],
    [
      {
        name: "mark",
        url: "http://mark/",
        prefix: "mark",
        municipality: "1463",
        typeDefs: `
          extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize", "@cost"])
          type Query {
            markRows(first: Int = 0): [MarkRow] markByIds(ids: [ID!]): [MarkRow] markArea(first: Int): Area
            markPage(first: Int): MarkPage markFew: [MarkRow] @listSize(assumedSize: 1) markFree: MarkRow @cost(weight: 0)
            markLimited(limit: Int, first: Int): [MarkRow] @listSize(slicingArguments: ["limit"])
            markMany: [MarkRow] @listSize(assumedSize: 70) markThings: [MarkThing]
          }
          interface MarkThing { name: String rows(first: Int): [MarkRow] }
          type MarkRow implements MarkThing { name: String rows(first: Int): [MarkRow] area: Area areas: [Area] any: MarkAny }
          type MarkPage { nodes: [MarkRow] }
          union MarkAny = Area | MarkRow
          type Area @key(fields: "id") { id: ID! markRows(first: Int): [MarkRow] }`,
      },
    ],
  ),
);
const graph = { schema: prepared.ownersSchema?.schema as never, sizes: prepared.listSizes };
const costOf = (query: string, variables?: Record<string, unknown>) => costOfQuery(query, graph, variables);

describe("an owner's list", () => {
  it.each<[string, number]>([
    ["{ markRows { name } }", 11],
    ["{ markRows(first: 0) { name } }", 11],
    ["{ markRows(first: 30) { name } }", 31],
    ["{ markByIds(ids: []) { name } }", 11],
    ['{ markByIds(ids: ["1"]) { name } }', 11],
    ["{ markPage(first: 0) { nodes { name } } }", 1 + 1 + 10],
    ["{ markPage(first: 30) { nodes { name } } }", 1 + 1 + 30],
    ["{ markArea(first: 0) { children { name } } }", 1 + 1 + 10],
    ["{ markFew { name } }", 11],
    ["{ markMany { name } }", 71],
    ["{ markLimited(limit: 1, first: 50) { name } }", 51],
    ["{ markFree { name } }", 2],
    ["{ markThings { rows(first: 0) { name } } }", 1 + 10 * 11],
    ["{ rows(first: 2) { markRows(first: 0) { name } } }", 1 + 2 * 11],
  ])("is assumed to have ten rows at least: %s", (query, cost) => {
    expect(costOf(query).cost).toBe(cost);
  });

  it("has them whatever a variable says", () => {
    expect(costOf("query ($n: Int = 0) { markRows(first: $n) { name } }").cost).toBe(11);
    expect(costOf("query ($n: Int) { markRows(first: $n) { name } }", { n: 1 }).cost).toBe(11);
  });
});

it("leaves the lists of the hub's rooms as they are", () => {
  expect(costOf("{ rows(first: 0) { name } some(ids: []) { name } }").cost).toBe(1 + 0 + 1 + 1);
});

describe("what a row of the hub costs that an owner names", () => {
  it.each<[string, number | undefined]>([
    ["{ markRows { name rows { name } } rows { children { name } } }", undefined],
    ["{ markRows { area { name children { name } } } }", 12],
    ["{ markRows { areas { id } any { ... on Area { id name } ... on MarkRow { name } } } }", 3],
    ["{ rows { markRows { area { markRows(first: 5) { area { id name } } } } } }", 1 + 10 * (1 + 2)],
    ["{ markArea { ...F } } fragment F on Area { id name }", 2],
  ])("is told, the dearest of several: %s", (query, rowCost) => {
    expect(costOf(query).rowCost).toBe(rowCost);
  });
});
