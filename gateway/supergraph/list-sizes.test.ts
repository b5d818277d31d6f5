import { parse } from "graphql";
import { composeSupergraph } from "../test-support/compose";
import { listSizes } from "./list-sizes";

const compose = (link: string, directive: string) =>
  listSizes(
    parse(
      composeSupergraph([
        {
          name: "a",
          url: "http://a/",
          typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9"${link})
            type Query { rows: [Int] ${directive}(assumedSize: 30) plain: [Int]
                         some(limit: Int): [Int] ${directive}(slicingArguments: ["limit"]) }`,
        },
      ]),
    ),
  );

it.each([
  ["imported", ', import: ["@listSize"]', "@listSize"],
  ["imported under another name", ', import: [{ name: "@listSize", as: "@sized" }]', "@sized"],
  ["not imported", "", "@federation__listSize"],
])("reads @listSize that is %s", (_, link, directive) => {
  const sizes = compose(link, directive);
  expect(sizes.of("Query", "rows")).toEqual({ assumed: 30, slicing: undefined });
  expect(sizes.of("Query", "some")).toEqual({ assumed: undefined, slicing: ["limit"] });
  expect(sizes.of("Query", "plain")).toBeUndefined();
});

it.each([
  ["imported", ', import: ["@cost"]', "@cost"],
  ["imported under another name", ', import: [{ name: "@cost", as: "@weighs" }]', "@weighs"],
  ["not imported", "", "@federation__cost"],
])("reads @cost that is %s", (_, link, directive) => {
  const sizes = listSizes(
    parse(
      composeSupergraph([
        {
          name: "a",
          url: "http://a/",
          typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9"${link})
            type Query { dear: Int ${directive}(weight: 70) plain: Int }`,
        },
      ]),
    ),
  );
  expect(sizes.of("Query", "dear")).toEqual({ assumed: undefined, slicing: undefined, weight: 70 });
  expect(sizes.of("Query", "plain")).toBeUndefined();
});
