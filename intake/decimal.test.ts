import fc from "fast-check";
import { add, compareDecimals, decimal, formatDecimal, isAbout, multiply, sumOf } from "./decimal";

const öre = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
const kronor = (units: bigint) => ({ units, scale: 2 });

describe("decimals", () => {
  test("are added exactly where floating point is not", () => {
    expect(formatDecimal(sumOf(["0.1", "0.2"]))).toBe("0.3");
    expect(formatDecimal(sumOf(["89999999999999.99", "0.01"]))).toBe("90000000000000");
  });

  test("are multiplied and compared exactly", () => {
    expect(compareDecimals(multiply(decimal("0.5"), decimal("700000")), decimal("350000.00"))).toBe(0);
    expect(compareDecimals(decimal("0.01"), decimal("0.010000000001"))).toBe(-1);
    expect(compareDecimals(decimal("-1"), decimal("-1.5"))).toBe(1);
  });

  test("are about equal up to five per cent, that included", () => {
    expect(isAbout(decimal("14000000"), decimal("13300000"))).toBe(true);
    expect(isAbout(decimal("14000000"), decimal("13299999.99"))).toBe(false);
  });

  test("are written plainly", () => {
    expect(["1400000.00", "0.50", "-0.00", "-2.50"].map((text) => formatDecimal(decimal(text)))).toEqual([
      "1400000",
      "0.5",
      "0",
      "-2.5",
    ]);
  });

  test("come back from text as they were", () => {
    fc.assert(
      fc.property(öre, öre, (a, b) => {
        const sum = add(kronor(a), kronor(b));
        expect(compareDecimals(decimal(formatDecimal(sum)), kronor(a + b))).toBe(0);
      }),
    );
  });
});
