import fc from "fast-check";
import { toKronor, toOre } from "../kronor";
import { partsOf, toMillionths, WHOLE } from "./share";

describe("shares", () => {
  it.each([
    ["0.25", 250_000n],
    ["1", WHOLE],
    ["0.000001", 1n],
    ["0.333333", 333_333n],
    ["-0.5", -500_000n],
    ["0.1234567", null],
    ["1e-7", null],
    ["1e+21", null],
  ])("reads %s exactly", (text, millionths) => expect(toMillionths(text)).toBe(millionths));

  it("reads every number with six decimals as what it was written as", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
        expect(toMillionths(String(Number(`${millionths}e-6`)))).toBe(millionths === 0 ? 0n : BigInt(millionths));
      }),
    );
  });

  const shares = fc
    .array(fc.bigInt({ min: 1n, max: WHOLE }), { minLength: 1, maxLength: 30 })
    .map((parts) => asManyAsFit(parts));

  /** As many of them as fit in a whole. */
  function asManyAsFit(parts: bigint[]): bigint[] {
    let sum = 0n;
    const fitting: bigint[] = [];
    for (const part of parts) {
      if (sum + part > WHOLE) continue;
      sum += part;
      fitting.push(part);
    }
    return fitting;
  }

  it("make parts that are together never more than the amount, and each less than an öre from its share", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), shares, (ore, parts) => {
        const amounts = partsOf(toKronor(ore), parts).map(toOre);
        expect(amounts.reduce((sum, one) => sum + one, 0n)).toBeLessThanOrEqual(ore);
        for (const [index, amount] of amounts.entries()) {
          const off = amount * WHOLE - ore * (parts[index] ?? 0n);
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(WHOLE);
        }
      }),
    );
  });

  it("make parts that are all of the amount when the shares are a whole", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), shares, (ore, parts) => {
        const rest = WHOLE - parts.reduce((sum, one) => sum + one, 0n);
        const whole = rest > 0n ? [...parts, rest] : parts;
        const amounts = partsOf(toKronor(ore), whole).map(toOre);
        expect(amounts.reduce((sum, one) => sum + one, 0n)).toBe(ore);
      }),
    );
  });
});
