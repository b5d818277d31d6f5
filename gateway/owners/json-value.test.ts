import { isBearable, jsonLength } from "./json-value";

const nested = (levels: number, open = "[", close = "]") =>
  JSON.parse(`${open.repeat(levels)}1${close.repeat(levels)}`) as unknown;

describe("a value of JSON", () => {
  it.each<[string, unknown]>([
    ["64 levels", nested(64)],
    ["64 levels of objects", nested(64, '{"a":', "}")],
    ["nothing", null],
    ["one", "x"],
  ])("of %s is bearable", (_, value) => {
    expect(isBearable(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["65 levels", nested(65)],
    ["65 levels of objects", nested(65, '{"a":', "}")],
    ["100,000 levels", nested(100_000)],
  ])("of %s is not", (_, value) => {
    expect(isBearable(value)).toBe(false);
  });

  it.each<[string, unknown, number]>([
    ["one", 1, 1],
    ["a list", [1, null, "x"], 4],
    ["objects in lists", [{}, { a: { b: 1 } }], 5],
  ])("has its values counted: %s", (_, value, values) => {
    let left = values;
    const count = (some: number) => {
      left -= some;
      return left >= 0;
    };
    expect(isBearable(value, count)).toBe(true);
    expect(left).toBe(0);
    left = values - 1;
    expect(isBearable(value, count)).toBe(false);
  });

  it.each<[unknown]>([
    [null],
    [true],
    [-1.5],
    ['å\n\u0000"😀'],
    [{ "a\n": [1, { b: null }, ["x"]], c: "d" }],
    [[1, 2, 3]],
  ])("is about as long as its text: %j", (value) => {
    const { length } = JSON.stringify(value);
    expect(jsonLength(value)).toBeGreaterThanOrEqual(length);
    // A comma for the last item too.
    expect(jsonLength(value)).toBeLessThanOrEqual(length + 5);
  });

  it("has a length however deep it is", () => {
    expect(jsonLength(nested(100_000))).toBe(300_001);
  });
});
