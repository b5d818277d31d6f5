import { datasetNamed, datasets } from "./catalogue";
import { decodeCursor, encodeCursor } from "./cursor";
import type { Dataset } from "./dataset";
import { readQuestion } from "./parameters";
import { Problem } from "./problem";

const named = (name: string): Dataset => {
  const dataset = datasetNamed(name);
  if (!dataset) throw new Error(`There is no dataset ${name}`);
  return dataset;
};
const grants = named("grants");

function mistakesOf(search: string, dataset = grants) {
  try {
    readQuestion(dataset, search);
  } catch (error) {
    if (error instanceof Problem) return error.mistakes.map(({ parameter, value }) => [parameter, value]);
    throw error;
  }
  return [];
}

it("reads every parameter, lists with commas and repeated ones too", () => {
  const after = encodeCursor(grants, ["2281", "2281-x"]);
  const search = `municipality=2281,0191&municipality=0191&source=boverket&programme=sfs-2020-1202&year=2020,2021&withdrawn=true&limit=10&updatedSince=2026-01-31T12:00:00%2B01:00&after=${after}`;
  expect(readQuestion(grants, search)).toEqual({
    filters: {
      municipality: ["2281", "0191"],
      source: ["boverket"],
      programme: ["sfs-2020-1202"],
      year: [2020, 2021],
    },
    withdrawn: true,
    unpublished: false,
    updatedSince: "2026-01-31T11:00:00.000Z",
    limit: 10,
    after: ["2281", "2281-x"],
  });
});

it("tells every mistake at once", () => {
  expect(
    mistakesOf(
      "municipality=228,2281,x'y&year=20&limit=0&withdrawn=yes&colour=red&unpublished=true&after=x&updatedSince=2026-02-30",
    ),
  ).toEqual([
    ["municipality", "228"],
    ["municipality", "x'y"],
    ["year", "20"],
    ["limit", "0"],
    ["withdrawn", "yes"],
    ["colour", "red"],
    ["unpublished", "true"],
    ["after", "x"],
    ["updatedSince", "2026-02-30"],
  ]);
});

it.each([
  "limit=1&limit=2",
  "limit=1000001",
  "limit=1e3",
  "limit=-1",
  "limit=",
  "municipality=",
  "source='; DROP TABLE x; --",
  "source=a%00b",
  "source=$1",
  "programme=\\",
  "year=2020;2021",
  "updatedSince=now",
  "updatedSince=2026-13-01",
  "updatedSince=2026-01-01T25:00:00Z",
  "updatedSince=9999-12-31T23:59:59-14:59",
  "updatedSince=1900-01-01T00:00:00%2B14:59",
  "updatedSince=+010000-01-01",
  "updatedSince=2026-01-01T23:59:60Z",
  "withdrawn=TRUE",
  "__proto__=1",
  "constructor=1",
  "toString=1",
  `municipality=${Array.from({ length: 301 }, (_, at) => String(1000 + at)).join(",")}`,
])("refuses %s", (search) => {
  expect(mistakesOf(search)).toHaveLength(1);
});

it("takes no filter that the dataset has not", () => {
  expect(mistakesOf("source=boverket&programme=x&year=2020&withdrawn=true", named("follow-up-reports"))).toEqual([
    ["withdrawn", "true"],
  ]);
  expect(mistakesOf("year=2020", named("areas"))).toEqual([["year", "2020"]]);
});

describe("a cursor", () => {
  const allocations = named("follow-up-allocations");

  it("gives back the key, whatever is in it", () => {
    const key = ["2281", "2281-å\"'\\|\u0000😀", 0, 1, 2 ** 31 - 1];
    expect(decodeCursor(allocations, encodeCursor(allocations, key))).toEqual(key);
  });

  it.each([
    ["of another dataset", () => encodeCursor(grants, ["2281", "x"])],
    ["with a number for text", () => encodeCursor(allocations, [2281, "x", 0, 1, 2])],
    ["with text for a number", () => encodeCursor(allocations, ["2281", "x", "0", 1, 2])],
    ["with a number that is too large", () => encodeCursor(allocations, ["2281", "x", 0, 1, 2 ** 31])],
    ["with a broken number", () => encodeCursor(allocations, ["2281", "x", 0, 1, 0.5])],
    ["that is too short", () => encodeCursor(allocations, ["2281"])],
    ["that is no JSON", () => Buffer.from("[1,").toString("base64url")],
    ["that is no list", () => Buffer.from("{}").toString("base64url")],
    ["that is not base64url", () => "a+b/c="],
  ])("%s is none", (_, cursor) => {
    expect(decodeCursor(allocations, cursor())).toBeUndefined();
  });
});

it.each(datasets.map((dataset) => [dataset.name, dataset] as const))("%s names each column once", (_, { columns }) => {
  const names = columns.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
});
