import type { ComparisonInput } from "../../subgraphs/comparisons/generated/types";
import { readOptions, type TypedOptions } from "./read-options";

const amount = { measure: "AMOUNT", groupBy: [], filter: {} };

const readable: readonly [what: string, typed: TypedOptions, input: Partial<ComparisonInput>][] = [
  ["a measure alone", {}, {}],
  ["measures in small letters", { measure: "initiative-count" }, { measure: "INITIATIVE_COUNT" }],
  ["measures as the graph writes them", { measure: "STATE_SHARE" }, { measure: "STATE_SHARE" }],
  ["municipalities by code and name", { municipalities: "0191, Nyköping" }, { municipalities: ["0191", "Nyköping"] }],
  ["dimensions in their order", { by: "theme,year" }, { groupBy: ["THEME", "YEAR"] }],
  ["years one by one", { years: "2019,2020" }, { filter: { years: [2019, 2020] } }],
  ["a range of years, its ends included", { years: "2019-2022" }, { filter: { years: [2019, 2020, 2021, 2022] } }],
  ["years and ranges, each year once", { years: "2021,2020-2021" }, { filter: { years: [2021, 2020] } }],
  ["kinds of amount", { kinds: "allocated,set-aside" }, { filter: { amountKinds: ["ALLOCATED", "SET_ASIDE"] } }],
  ["kinds of source", { sourceKinds: "state-grant" }, { filter: { sourceKinds: ["STATE_GRANT"] } }],
  ["statuses", { statuses: "ongoing" }, { filter: { statuses: ["ONGOING"] } }],
  ["reserves alone", { reserves: "only" }, { filter: { isReserve: true } }],
  ["no reserves", { reserves: "none" }, { filter: { isReserve: false } }],
  ["a level", { level: "pot" }, { level: "POT" }],
  ["per inhabitant", { normalise: "per-capita" }, { normalise: "PER_CAPITA" }],
  ["parts that add up", { multiValued: "fractional" }, { multiValued: "FRACTIONAL" }],
  ["modelled splits", { split: "modelled" }, { split: "MODELLED" }],
  ["strictness", { strict: true }, { strict: true }],
  ["an order and its way", { order: "value:desc" }, { orderBy: { field: "VALUE", direction: "DESC" } }],
  ["an order alone", { order: "keys" }, { orderBy: { field: "KEYS", direction: "ASC" } }],
];

describe("the options of compare", () => {
  it.each(readable)("take %s", (_what, typed, input) => {
    const read = readOptions({ measure: "amount", ...typed });
    expect(read.mistakes).toEqual([]);
    expect(read.input).toEqual({ ...amount, ...input });
  });

  it("leave out what was not said, so that the hub's defaults stand", () => {
    const { input, first, language, format } = readOptions({ measure: "amount" });
    expect(Object.keys(input).sort()).toEqual(["filter", "groupBy", "measure"]);
    expect([first, language, format]).toEqual([undefined, "SV", "TABLE"]);
  });

  it.each<[typed: TypedOptions, mistake: RegExp]>([
    [{ measure: undefined }, /^--measure: say what to compare\. Allowed: initiative-count, amount, state-share, /],
    [
      { measure: "ammount" },
      /^--measure: "ammount" is not a choice\. Did you mean amount\? Allowed: initiative-count, /,
    ],
    [{ by: "theme,tema" }, /^--by: "tema" is not a choice\. .*Allowed: municipality, county, year, theme, /],
    [{ by: "theme,year,Theme" }, /^--by: theme is named more than once\. Name each dimension once\.$/],
    [{ by: "amount-kind,AMOUNT_KIND" }, /^--by: amount-kind is named more than once/],
    [{ by: "year,theme,status,area" }, /^--by: 4 dimensions are named\. Allowed: at most 3\.$/],
    [{ kinds: "given" }, /^--kinds: "given" .*Allowed: applied, budgeted, set-aside, /],
    [{ years: "2022-2019" }, /^--years: "2022-2019" is no year or range of years\. Allowed: 2019,2020 or 2019-2022/],
    [{ years: "20" }, /^--years: "20" is no year/],
    [{ years: "0000-9999" }, /^--years: "0000-9999" is no year/],
    [{ themes: " , " }, /^--themes: nothing is named/],
    [{ level: "pots" }, /^--level: "pots" is not a choice\. Did you mean pot\? Allowed: initiative, grant, pot\.$/],
    [{ normalise: "capita" }, /^--normalise: .*Allowed: none, per-capita, share-of-municipality\.$/],
    [{ multiValued: "half" }, /^--multi-valued: .*Allowed: full, fractional\.$/],
    [{ split: "guess" }, /^--split: .*Allowed: stated, modelled\.$/],
    [{ reserves: "yes" }, /^--reserves: .*Allowed: only, none\.$/],
    [{ order: "size:desc" }, /^--order: "size" .*Allowed: keys, value\.$/],
    [{ order: "value:down" }, /^--order: "down" .*Allowed: asc, desc\.$/],
    [{ order: "value:asc:desc" }, /^--order: "value:asc:desc" has more than one colon/],
    [{ first: "0" }, /^--first: "0" is no number of rows\. Allowed: a whole number from 1\.$/],
    [{ first: "1.5" }, /^--first: /],
    [{ language: "no" }, /^--language: "no" .*Allowed: sv, en\.$/],
    [{ format: "xml" }, /^--format: "xml" .*Allowed: table, csv, json\.$/],
    [{ format: "json", order: "value" }, /^--order: only for --format table; /],
    [{ format: "csv", first: "5" }, /^--first: only for --format table; /],
    [{ format: "csv", decimals: "dot" }, /^--decimals: "dot" .*Allowed: comma, point\.$/],
    [{ format: "json", decimals: "comma" }, /^--decimals: only for --format csv\.$/],
    [{ bom: true }, /^--bom: only for --format csv\.$/],
    [
      { url: "localhost:4000" },
      /^--url: "localhost:4000" is no address of a hub\. Allowed: http\(s\):\/\/host:port\.$/,
    ],
  ])("tell of %j in one sentence", (typed, mistake) => {
    const { mistakes } = readOptions({ measure: "amount", ...typed });
    expect(mistakes).toEqual([expect.stringMatching(mistake)]);
  });

  it("tell of every mistake at once", () => {
    const { mistakes } = readOptions({ by: "x1", level: "x2", kinds: "x3,x4", years: "x5", format: "x6" });
    expect(mistakes).toHaveLength(7);
    for (const typed of ["x1", "x2", "x3", "x4", "x5", "x6"]) {
      expect(mistakes.filter((mistake) => mistake.includes(`"${typed}"`))).toHaveLength(1);
    }
  });
});
