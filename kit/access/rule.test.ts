import type { Identity } from "./identity";
import { checkAccess } from "./rule";

const reviewer: Identity = { owner: "boverket", roles: ["reviewer"], client: "test" };
const reporter: Identity = { owner: "2281", roles: ["reporter"], client: "test" };

const isLetIn = (rule: Parameters<typeof checkAccess>[0], args: object, identity: Identity | null) => {
  try {
    checkAccess(rule, args as Record<string, unknown>, identity);
    return true;
  } catch {
    return false;
  }
};

describe("a source is named", () => {
  it.each([
    ["by itself", "input.source", "boverket", true],
    ["by an id of the hub's own making", "input.report", "2281-boverket~7k2m9x4p1q8r", true],
    ["by an id in the place of itself: no", "input.source", "2281-boverket~7k2m9x4p1q8r", false],
    ["by itself in the place of an id: no", "input.report", "boverket", false],
    ["as a longer one: no", "input.report", "2281-boverket-annat~7k2m9x4p1q8r", false],
    ["after the sign: no", "input.report", "2281-tillvaxtverket~boverket~7k2m", false],
    ["without a municipality: no", "input.report", "boverket~7k2m9x4p1q8r", false],
    ["by nothing: no", "input.source", null, false],
    ["among others: no", "input.source", ["boverket", "tillvaxtverket"], false],
  ])("%s", (_, reviewerPath, value, expected) => {
    const [, name = ""] = reviewerPath.split(".");
    expect(isLetIn({ reviewer: reviewerPath }, { input: { [name]: value } }, reviewer)).toBe(expected);
  });
});

describe("a municipality is named", () => {
  it.each([
    ["by its code", "2281", true],
    ["by an id that begins with it", "2281-boverket-sundsbruk", true],
    ["alone in a list", ["2281"], true],
    ["among others: no", ["2281", "2181"], false],
    ["by an empty list: no", [], false],
    ["by more digits: no", "22810", false],
    ["within an id: no", "2181-2281-x", false],
    ["by a number: no", 2281, false],
  ])("%s", (_, value, expected) => {
    expect(isLetIn({ reporter: "grant" }, { grant: value }, reporter)).toBe(expected);
  });
});

it("lets everybody call what is guarded only when an argument is true", () => {
  const rule = { when: "includeUnpublished", reader: "source" };
  expect(isLetIn(rule, { includeUnpublished: false, source: "boverket" }, null)).toBe(true);
  expect(isLetIn(rule, { includeUnpublished: true, source: "boverket" }, null)).toBe(false);
  expect(isLetIn(rule, { includeUnpublished: true, source: "boverket" }, reviewer)).toBe(true);
});
