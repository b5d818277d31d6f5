import { parse } from "graphql";
import { coordinateAt } from "./coordinate-at";

const sdl = `directive @own on OBJECT
"Where people live." type Area @key(fields: "id") { id: ID! needs(first: Int): [Need!] }
extend type Query { need(id: ID!): Need }
enum Kind { HOME WORK }
input Filter { kind: Kind }
union Any = Area | Need
type Need { id: ID! }`;
const document = parse(sdl);

it.each([
  ["@key", "Area"],
  ["needs(", "Area.needs"],
  ["first", "Area.needs(first:)"],
  ["[Need!]", "Area.needs"],
  ["need(id", "Query.need"],
  ["WORK", "Kind.WORK"],
  ["kind: Kind", "Filter.kind"],
  ["Area | Need", "Any"],
  ["directive", undefined],
])("at %s is %s", (text, coordinate) => {
  expect(coordinateAt(document, sdl.indexOf(text))).toBe(coordinate);
});
