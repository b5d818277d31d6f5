import { buildSchema, getIntrospectionQuery, parse } from "graphql";
import { readExamples } from "../landing/landing-page";
import { listSizes } from "../supergraph/list-sizes";
import { costOfQuery } from "../test-support/cost";
import { createAdmission } from "./admission";
import { defaultLimits } from "./limits";
import { measureShape } from "./measure-shape";

const shapeOf = (query: string) => measureShape(parse(query));

describe("shape", () => {
  it("counts levels of fields, and spreads as the fields that they stand for", () => {
    expect(shapeOf("{ a { b { c } } d }").depth).toBe(3);
    expect(shapeOf("{ a { ...F } } fragment F on T { b { ... on U { c } } }").depth).toBe(3);
  });

  it("measures introspection by itself", () => {
    expect(shapeOf("{ __schema { types { name } } a }")).toMatchObject({ depth: 1, introspectionDepth: 3 });
  });

  it("counts aliases and repetitions wherever a fragment is spread", () => {
    expect(shapeOf("{ x: a y: a { ...F } z: a { ...F } } fragment F on T { p: b q: b b b }").aliases).toBe(9);
  });

  it("takes the largest of several operations", () => {
    expect(shapeOf("query A { a } query B { a b c }").rootFields).toBe(3);
  });

  it("measures fragments that double each other in one pass", () => {
    const levels = 1000;
    const bomb = Array.from({ length: levels }, (_, i) => `fragment F${i} on T { a: x { ...F${i + 1} ...F${i + 1} } }`);
    expect(shapeOf(`{ ...F0 } ${bomb.join(" ")} fragment F${levels} on T { x }`).aliases).toBe(1_000_000_000);
  });

  it("survives a fragment that spreads itself", () => {
    expect(shapeOf("{ ...F } fragment F on T { a ...F }").depth).toBe(1);
  });
});

const sdl = `
  schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize"]) { query: Query }
  directive @link(url: String!, import: [String!]) repeatable on SCHEMA
  directive @listSize(assumedSize: Int, slicingArguments: [String!]) on FIELD_DEFINITION
  type Query {
    rows(first: Int = 20, after: String, where: [String!]): RowConnection
    list: [Row!]!
    some(ids: [ID!]!): [Row!]!
    all(ids: [ID!]): [Row!]! @listSize(assumedSize: 300)
    few: [Row!]! @listSize(assumedSize: 2)
    page(first: Int): [Row!]
    limited(limit: Int): [Row!] @listSize(assumedSize: 50, slicingArguments: ["limit"])
    grid: [[Row!]!]!
    one: Row
    both: Either
    named: Named
  }
  type RowConnection { totalCount: Int nodes: [Row!]! edges: [RowEdge!]! facets: [Row!]! @listSize(assumedSize: 30) }
  type RowEdge { node: Row! }
  interface Named { name: String children: [Row!]! }
  type Row implements Named {
    name: String
    tags: [String!]!
    row: Row
    children: [Row!]! @listSize(assumedSize: 40)
    rows(first: Int): RowConnection
    parent: Either
  }
  type Other { name: String }
  union Either = Row | Other
`;
const schema = buildSchema(sdl);
const sizes = listSizes(parse(sdl));
const costOf = (query: string, variables?: Record<string, unknown>) => costOfQuery(query, { schema, sizes }, variables);

describe("cost", () => {
  it.each<[string, number]>([
    ["{ one { name } }", 2],
    ["{ list { name } }", 11],
    ['{ some(ids: ["1", "2"]) { name row { name } } }', 7],
    ["{ rows(first: 5) { totalCount nodes { name } } }", 8],
    ["{ rows { nodes { name } } }", 22],
    ["{ rows(first: 5) { edges { node { name } } } }", 12],
    ["{ rows(first: 3) { nodes { rows(first: 4) { nodes { name } } } } }", 20],
    ["{ page(first: 7) { name } }", 8],
    ["{ one { tags } }", 12],
    ["{ all { name } }", 301],
    ["{ few { name } }", 3],
    ['{ all(ids: ["1", "2"]) { name } }', 3],
    ["{ all(ids: null) { name } }", 301],
    ["{ limited { name } }", 51],
    ["{ limited(limit: 5) { name } }", 6],
    ["{ rows(first: 2) { nodes { name } facets { name } } }", 35],
    ["{ grid { name } }", 101],
    ["{ named { children { name } } }", 42],
    ["{ one { children { row { children { name } } } } }", 1 + 1 + 40 * (1 + 1 + 40)],
    ["{ both { ... on Row { name } ... on Other { name } } }", 3],
    ["{ __schema { types { name } } __typename }", 0],
    [
      "{ rows(first: 5) { ...Page } list { ...Name } } fragment Page on RowConnection { nodes { ...Name } } fragment Name on Row { name }",
      18,
    ],
  ])("of %s is %i", (query, cost) => {
    expect(costOf(query).cost).toBe(cost);
  });

  it("takes page sizes and list lengths from variables and their defaults", () => {
    const query = "query ($n: Int = 3, $ids: [ID!]!) { rows(first: $n) { nodes { name } } some(ids: $ids) { name } }";
    expect(costOf(query, { ids: ["1"] })).toEqual({ cost: 7, pageSize: 3 });
    expect(costOf(query, { ids: ["1"], n: 600 })).toEqual({ cost: 604, pageSize: 600 });
  });

  it("measures fragments that double each other in one pass", () => {
    const levels = 500;
    const bomb = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Row { row { ...F${i + 1} ...F${i + 1} } }`,
    );
    expect(costOf(`{ one { ...F0 } } ${bomb.join(" ")} fragment F${levels} on Row { name }`).cost).toBe(1_000_000_000);
  });
});

describe("the default limits", () => {
  const admit = createAdmission(defaultLimits);

  it("admit GraphiQL's introspection", () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true });
    expect(() => admit({ query })).not.toThrow();
  });

  it.each(readExamples().map(({ name, query }) => [name, query]))("admit the example %s", (_, query) => {
    expect(() => admit({ query })).not.toThrow();
  });
});
