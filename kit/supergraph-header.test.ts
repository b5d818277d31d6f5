import { parse } from "graphql";
import { readSupergraphHeader, type SupergraphOwner, writeSupergraphHeader } from "./supergraph-header";

const owners: SupergraphOwner[] = [
  { name: "upplands-vasby", prefix: "upplandsVasby", municipality: "0114" },
  { name: "habo-0305", prefix: "habo0305", municipality: "0305" },
  { name: "boverket", prefix: "boverket", municipality: null },
];

it("gives back the owners that were written, before any supergraph", () => {
  expect(readSupergraphHeader(`${writeSupergraphHeader(owners)}type Query { a: Int }`)).toEqual(owners);
  expect(readSupergraphHeader("type Query { a: Int }")).toEqual([]);
  expect(readSupergraphHeader("")).toEqual([]);
});

it("is a comment to any reader of GraphQL", () => {
  expect(parse(`${writeSupergraphHeader(owners)}type Query { a: Int }`).definitions).toHaveLength(1);
});

it("ends where something else stands, so that a comment or description further down names no owner", () => {
  const [line = ""] = writeSupergraphHeader(owners).split("\n");
  expect(readSupergraphHeader(`type Query { a: Int }\n${line}\n`)).toEqual([]);
  expect(readSupergraphHeader(`"""\n${line}\n"""\ntype Query { a: Int }`)).toEqual([]);
  expect(readSupergraphHeader(`${line}\n\n${line}`)).toHaveLength(1);
});

it.each([
  "# kommungraf owner Sundsvall prefix=sundsvall municipality=2281",
  "# kommungraf owner sundsvall prefix=sunds-vall municipality=2281",
  "# kommungraf owner sundsvall prefix=sundsvall municipality=228",
  "# kommungraf owner sundsvall prefix=sundsvall municipality=2281 more",
])("does not take up a line that is written otherwise: %s", (line) => {
  expect(readSupergraphHeader(`${line}\n`)).toEqual([]);
});
