import { composeWithOwners } from "../test-support/compose-with-owners";
import { prepareSupergraph } from "./prepare";

const rooms = {
  name: "places",
  url: "http://places/",
  typeDefs:
    'type Query { areas: [Area] } type Area @key(fields: "id") { id: ID! children: [Area] } interface Named { name: String }',
};
const mark = {
  name: "mark",
  url: "http://mark/",
  prefix: "mark",
  municipality: "1463",
  typeDefs: `type Query { markRows: [MarkRow] }
    interface MarkThing { parts: [Int] }
    type MarkRow implements MarkThing { id: ID parts: [Int] }
    type Area @key(fields: "id") { id: ID! markRows: [MarkRow] }`,
};
const { listSizes: sizes } = prepareSupergraph(composeWithOwners([rooms], [mark]));

it.each(["Query.markRows", "MarkRow.id", "MarkRow.parts", "MarkThing.parts", "Area.markRows"])(
  "knows an owner's field: %s",
  (coordinate) => {
    const [type = "", field = ""] = coordinate.split(".");
    expect(sizes.of(type, field)).toEqual({ isOwners: true });
  },
);

it.each(["Query.areas", "Area.id", "Area.children", "Named.name"])("knows a room's field: %s", (coordinate) => {
  const [type = "", field = ""] = coordinate.split(".");
  expect(sizes.of(type, field)).toBeUndefined();
});

it("knows owners' types", () => {
  expect(["MarkRow", "MarkThing", "Area", "Query", "Named"].filter(sizes.isOwners)).toEqual(["MarkRow", "MarkThing"]);
});
