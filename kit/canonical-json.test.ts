import fc from "fast-check";
import { canonicalJson } from "./canonical-json";

describe("canonical JSON", () => {
  it("writes RFC 8785's own example", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("orders names by UTF-16 code units", () => {
    const names = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, ö: 7 };
    expect(Object.keys(JSON.parse(canonicalJson(names)))).toHaveLength(7);
    expect(canonicalJson(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}');
  });

  it("is the same whatever order the names came in, and says what was there", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson({ ...turned })).toBe(canonicalJson({ ...object }));
        expect(JSON.parse(canonicalJson({ ...object }))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });

  it.each([[undefined], [Number.NaN], [1n], [new Date()], ["\ud800"], [{ a: undefined }]])("refuses %p", (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
