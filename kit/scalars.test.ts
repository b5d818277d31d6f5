import fc from "fast-check";
import { parseValue } from "graphql";
import { municipalityCodeScalar, scalars, sekScalar } from "./scalars";

/** Kronor as the database gives them: whole öre within the bounds, as text of two decimals. */
const kronor = (most: bigint) =>
  fc.bigInt({ min: -most * 100n, max: most * 100n }).map((ore) => {
    const size = ore < 0n ? -ore : ore;
    return `${ore < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
  });

/** The same number written by JSON, with two decimals again. */
function withTwoDecimals(json: string): string {
  const [whole, part = ""] = json.split(".");
  return `${whole}.${part.padEnd(2, "0")}`;
}

const zero = (text: string) => (text === "-0.00" ? "0.00" : text);

describe("SEK", () => {
  it("goes out as a JSON number that is the amount exactly, to the öre", () => {
    fc.assert(
      fc.property(kronor(2n ** 46n), (text) => {
        const json = JSON.stringify(sekScalar.serialize(text));
        expect(withTwoDecimals(json)).toBe(zero(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("is exact up to 90 000 000 000 000 in whole kronor, and otherwise refused, never rounded", () => {
    fc.assert(
      fc.property(kronor(90_000_000_000_000n), (text) => {
        let json: string;
        try {
          json = JSON.stringify(sekScalar.serialize(text));
        } catch (error) {
          expect(String(error)).toContain("whole kronor only");
          expect(text).not.toMatch(/\.00$/);
          return;
        }
        expect(withTwoDecimals(json)).toBe(zero(text));
      }),
      { numRuns: 2000 },
    );
    expect(sekScalar.serialize("90000000000000.00")).toBe(90_000_000_000_000);
    expect(() => sekScalar.serialize("80000000000000.01")).toThrow("SEK beyond 70368744177664 has whole kronor only");
  });

  it("comes in as the text that the client wrote, by variable or in the query", () => {
    fc.assert(
      fc.property(kronor(2n ** 46n), (text) => {
        const written = String(Number(text));
        expect(sekScalar.parseValue(Number(text))).toBe(written);
        expect(sekScalar.parseLiteral(parseValue(text))).toBe(text);
      }),
    );
    expect(sekScalar.parseLiteral(parseValue("1400000"))).toBe("1400000");
  });

  it("keeps more zeros than two as the same amount", () => {
    expect(sekScalar.serialize("0.5000")).toBe(0.5);
    expect(sekScalar.serialize("1400000")).toBe(1_400_000);
  });

  it.each([
    ["0.001"],
    ["1e5"],
    ["NaN"],
    [""],
    ["12,50"],
    ["1 400 000"],
    [null],
    [undefined],
    ["90000000000000.01"],
    ["90000000000001"],
    ["-90000000000001"],
  ])("is not made of %j", (value) => {
    expect(() => sekScalar.serialize(value)).toThrow(/SEK/);
  });

  it.each([
    [0.001],
    [1e21],
    [1e-7],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ["100"],
    [true],
    [90_000_000_000_001],
    [{}],
    [null],
  ])("is not read from the variable %j", (value) => {
    expect(() => sekScalar.parseValue(value)).toThrow(/SEK/);
  });

  it.each(['"100"', "true", "1.005", "1e3", "90000000000001", "KRONOR", "[1]", "{ value: 1 }"])(
    "is not read from %s in a query",
    (text) => {
      expect(() => sekScalar.parseLiteral(parseValue(text))).toThrow(/SEK/);
    },
  );
});

describe("MunicipalityCode", () => {
  it("is four digits as a string, leading zero and all", () => {
    expect(municipalityCodeScalar.serialize("0191")).toBe("0191");
    expect(municipalityCodeScalar.parseValue("0191")).toBe("0191");
    expect(municipalityCodeScalar.parseLiteral(parseValue('"0191"'))).toBe("0191");
  });

  it.each(["191", "01911", "", " 0191", "0191\n", "O191", "٠١٩١", 191, null, ["0191"]])("is not %j", (value) => {
    expect(() => municipalityCodeScalar.parseValue(value)).toThrow(/four digits as a string/);
    expect(() => municipalityCodeScalar.serialize(value)).toThrow(/four digits as a string/);
  });

  it.each(["191", '"191"', "0", "true", '["0191"]', "{ code: 1 }"])("is not %s in a query", (text) => {
    expect(() => municipalityCodeScalar.parseLiteral(parseValue(text))).toThrow(/four digits as a string/);
  });
});

it("gives the scalars that every subgraph uses", () => {
  expect(Object.keys(scalars)).toEqual(["SEK", "MunicipalityCode", "Date", "DateTime", "URL"]);
  expect(scalars.DateTime.parseValue("2024-03-20T12:00:00+01:00")).toEqual(new Date("2024-03-20T11:00:00Z"));
  expect(() => scalars.DateTime.parseValue("2024-03-20")).toThrow();
  expect(scalars.Date.parseValue("2024-02-29")).toBe("2024-02-29");
  for (const wrong of ["2024-02-30", "2023-02-29", "2024-3-1", "2024-03-20T12:00:00Z", "", 20240320, null]) {
    expect(() => scalars.Date.parseValue(wrong)).toThrow();
  }
  expect(() => scalars.URL.parseValue("not an address")).toThrow();
});
