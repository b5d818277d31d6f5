import fc from "fast-check";
import { arbitraryQuestion } from "../../../test/testkit/random-comparison";
import type { ComparisonInput } from "../generated/types";
import type { Mistake } from "./mistakes";
import { normaliseInput } from "./normalise-input";

const asked = (input: Partial<ComparisonInput> = {}): ComparisonInput => ({ measure: "AMOUNT", groupBy: [], ...input });

/** The mistakes that an input is refused for. */
function mistakesOf(input: Partial<ComparisonInput>): Mistake[] {
  try {
    normaliseInput(asked(input));
  } catch (error) {
    const { extensions } = error as { extensions: { code: string; argument: string; mistakes: Mistake[] } };
    expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "input" });
    return extensions.mistakes;
  }
  return [];
}

describe("inputs that ask the same are the same question", () => {
  it("whatever the order of a list's values, and however often one is given", () => {
    fc.assert(
      fc.property(arbitraryQuestion(), fc.infiniteStream(fc.nat({ max: 1000 })), (question, numbers) => {
        const shuffled = <Value>(values: readonly Value[]) =>
          [...values, ...values]
            .map((value) => [numbers.next().value ?? 0, value] as const)
            .sort(([a], [b]) => a - b)
            .map(([, value]) => value);
        const { municipalities, filter } = question;
        const other = {
          ...question,
          municipalities: municipalities && shuffled(municipalities),
          filter: Object.fromEntries(
            Object.entries(filter)
              .reverse()
              .map(([field, values]) => [field, Array.isArray(values) ? shuffled(values) : values]),
          ),
        };
        expect(JSON.stringify(normaliseInput(other as ComparisonInput))).toBe(JSON.stringify(question));
      }),
    );
  });

  it("when it has been normalised already", () => {
    fc.assert(
      fc.property(arbitraryQuestion(), (question) => {
        expect(JSON.stringify(normaliseInput(question as ComparisonInput))).toBe(JSON.stringify(question));
      }),
    );
  });

  it.each<[string, Partial<ComparisonInput>, Partial<ComparisonInput>]>([
    ["defaults are given or not", {}, { level: "INITIATIVE", normalise: "NONE", multiValued: "FULL", split: "STATED" }],
    ["a filter is empty or not there", {}, { filter: {} }],
    ["a filter's field is null or not there", { municipalities: null }, { filter: { themes: null, isReserve: null } }],
    ["a count names a level", { measure: "TARGET_COUNT" }, { measure: "TARGET_COUNT", level: "POT" }],
    [
      "a count leaves out reserves that it never has",
      { measure: "INITIATIVE_COUNT" },
      { measure: "INITIATIVE_COUNT", filter: { isReserve: false } },
    ],
    [
      "nothing is divided between several values",
      { groupBy: ["STATUS"] },
      { groupBy: ["STATUS"], multiValued: "FRACTIONAL" },
    ],
    ["no money is divided between sources", { groupBy: ["THEME"] }, { groupBy: ["THEME"], split: "MODELLED" }],
    [
      "rows are paged, ordered and refused otherwise",
      {},
      { first: 3, after: "x", strict: true, orderBy: { field: "VALUE", direction: "DESC" } },
    ],
  ])("when %s", (_, one, other) => {
    expect(normaliseInput(asked(other))).toEqual(normaliseInput(asked(one)));
  });
});

it.each<[string, Partial<ComparisonInput>, Partial<ComparisonInput>]>([
  [
    "the order of dimensions, which is that of the keys",
    { groupBy: ["THEME", "YEAR"] },
    { groupBy: ["YEAR", "THEME"] },
  ],
  ["the level of money", { level: "INITIATIVE" }, { level: "POT" }],
  [
    "a modelled split of money by source",
    { groupBy: ["FUNDING_SOURCE"] },
    { groupBy: ["FUNDING_SOURCE"], split: "MODELLED" },
  ],
  ["a modelled split of state money", { measure: "STATE_SHARE" }, { measure: "STATE_SHARE", split: "MODELLED" }],
  ["records that are divided", { groupBy: ["THEME"] }, { groupBy: ["THEME"], multiValued: "FRACTIONAL" }],
  ["a filter", {}, { filter: { isReserve: false } }],
])("%s makes another question", (_, one, other) => {
  expect(normaliseInput(asked(other))).not.toEqual(normaliseInput(asked(one)));
});

describe("every mistake names its field and what to do", () => {
  const manyIds = Array.from({ length: 501 }, (_, n) => `0191-${n}`);
  it.each<[string, Partial<ComparisonInput>, string, RegExp]>([
    ["four dimensions", { groupBy: ["MUNICIPALITY", "YEAR", "THEME", "STATUS"] }, "groupBy", /at most 3/],
    ["a dimension twice", { groupBy: ["YEAR", "THEME", "YEAR"] }, "groupBy", /each dimension once/],
    ["an empty list of municipalities", { municipalities: [] }, "municipalities", /Leave the field out/],
    ["an empty filter", { filter: { themes: [] } }, "filter.themes", /Leave the field out/],
    ["501 ids", { filter: { initiatives: manyIds } }, "", /at most 500/],
    ["501 values together", { municipalities: ["0191"], filter: { areas: manyIds.slice(1) } }, "", /at most 500/],
    ["a year of other than four digits", { filter: { years: [2022, 22] } }, "filter.years", /such as 2022/],
    ["a share of no municipality", { normalise: "SHARE_OF_MUNICIPALITY" }, "normalise", /Add MUNICIPALITY/],
    [
      "a share of shares",
      { measure: "QUANTIFIED_TARGET_SHARE", groupBy: ["MUNICIPALITY"], normalise: "SHARE_OF_MUNICIPALITY" },
      "normalise",
      /Use NONE/,
    ],
    ["a share per inhabitant", { measure: "STATE_SHARE", normalise: "PER_CAPITA" }, "normalise", /Use NONE/],
    [
      "a share of initiatives per inhabitant",
      { measure: "INITIATIVE_WITH_AMOUNT_SHARE", normalise: "PER_CAPITA" },
      "normalise",
      /Use NONE/,
    ],
    ["state money by source", { measure: "STATE_SHARE", groupBy: ["FUNDING_SOURCE"] }, "groupBy", /Measure AMOUNT/],
    [
      "state money by kind of source",
      { measure: "STATE_SHARE", groupBy: ["FUNDING_SOURCE_KIND"] },
      "groupBy",
      /Measure AMOUNT/,
    ],
    [
      "state money of some sources",
      { measure: "STATE_SHARE", filter: { sources: ["x"] } },
      "filter.sources",
      /Leave the field out/,
    ],
    [
      "state money of some kinds of source",
      { measure: "STATE_SHARE", filter: { sourceKinds: ["PRIVATE"] } },
      "filter.sourceKinds",
      /Leave the field out/,
    ],
    [
      "initiatives by kind of amount",
      { measure: "INITIATIVE_COUNT", groupBy: ["AMOUNT_KIND"] },
      "groupBy",
      /measure AMOUNT/,
    ],
    [
      "targets of a kind of amount",
      { measure: "TARGET_COUNT", filter: { amountKinds: ["AWARDED"] } },
      "filter.amountKinds",
      /measure AMOUNT/,
    ],
    ["a modelled split of a count", { measure: "INITIATIVE_COUNT", split: "MODELLED" }, "split", /Use STATED/],
    [
      "a count of reserves",
      { measure: "INITIATIVE_COUNT", filter: { isReserve: true } },
      "filter.isReserve",
      /Leave the field out/,
    ],
    [
      "a divided share",
      { measure: "STATE_SHARE", groupBy: ["THEME"], multiValued: "FRACTIONAL" },
      "multiValued",
      /Use FULL/,
    ],
  ])("%s", (_, input, path, remedy) => {
    expect(mistakesOf(input)).toEqual([
      {
        path: ["input", ...path.split(".").filter(Boolean)],
        message: expect.stringMatching(/^[A-Z].*\.$/),
        remedy: expect.stringMatching(remedy),
      },
    ]);
  });

  it("and all are told at once", () => {
    const mistakes = mistakesOf({
      measure: "TARGET_COUNT",
      groupBy: ["AMOUNT_KIND", "AMOUNT_KIND", "YEAR", "YEAR"],
      municipalities: [],
      filter: { years: [], amountKinds: ["AWARDED"], isReserve: true },
      normalise: "SHARE_OF_MUNICIPALITY",
      split: "MODELLED",
    });
    expect(mistakes.map(({ path }) => path.slice(1).join("."))).toEqual([
      "groupBy",
      "groupBy",
      "groupBy",
      "municipalities",
      "filter.years",
      "normalise",
      "groupBy",
      "filter.amountKinds",
      "split",
      "filter.isReserve",
    ]);
  });

  it("and nothing else is refused: 500 values, three dimensions", () => {
    expect(
      mistakesOf({ filter: { initiatives: manyIds.slice(1) }, groupBy: ["MUNICIPALITY", "YEAR", "THEME"] }),
    ).toEqual([]);
  });
});
