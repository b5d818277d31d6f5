import fc from "fast-check";
import { contentOfInput } from "../content-of-input";
import { checkAllocations } from "./allocations";
import type { ContentRules } from "./rules";

const rules = (part: Partial<ContentRules["grant"]> = {}): ContentRules => ({
  municipality: "2281",
  kind: "PROGRESS",
  periodEnd: "2026-06-30",
  grant: { awarded: null, disbursed: null, eventKinds: ["AWARD"], ...part },
  template: null,
  others: [],
});

const codesOf = (allocations: Parameters<typeof contentOfInput>[0]["allocations"], given = rules()) =>
  checkAllocations(contentOfInput({ allocations: allocations ?? [] }).allocations, given).map(({ code }) => code);

/** Millionths as a number is written in JSON. */
const numberOf = (millionths: number) => Number(`${millionths}e-6`);

describe("shares of an allocation", () => {
  const millionths = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 200_000 }));

  it("are refused exactly when they are more than one together, to the millionth", () => {
    fc.assert(
      fc.property(fc.array(millionths, { minLength: 1, maxLength: 12 }), (parts) => {
        const areas = parts.map((part, index) => ({ area: `2281-omrade-${index}`, share: numberOf(part) }));
        const isAbove = parts.reduce((sum, part) => sum + part, 0) > 1_000_000;
        expect(codesOf([{ initiative: "2281-insats", amount: "100", areas }])).toEqual(
          isAbove ? ["SHARES_ABOVE_ONE"] : [],
        );
      }),
    );
  });

  it("may be exactly one, however they are cut", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 20 }), (cuts) => {
        const at = [...new Set([0, ...cuts, 1_000_000])].sort((a, b) => a - b);
        const areas = at
          .slice(1)
          .map((end, index) => ({ area: `2281-omrade-${index}`, share: numberOf(end - (at[index] ?? 0)) }));
        expect(codesOf([{ initiative: "2281-insats", amount: "0.03", areas }])).toEqual([]);
        const [allocation] = contentOfInput({
          allocations: [{ initiative: "2281-insats", amount: "0.03", areas }],
        }).allocations;
        const ore = (allocation?.areas ?? []).map(({ amount }) => Math.round(Number(amount) * 100));
        expect(ore.reduce((sum, one) => sum + one, 0)).toBe(3);
      }),
    );
  });

  it("of no six decimals are refused as such, and of more than one as out of range", () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (share) => {
        const codes = codesOf([{ initiative: "2281-insats", amount: "1", areas: [{ area: "2281-a", share }] }]);
        const isInRange = share > 0 && share <= 1;
        const hasSixDecimals = Number(share.toFixed(6)) === share;
        expect(codes).toEqual(isInRange ? (hasSixDecimals ? [] : ["SHARE_TOO_PRECISE"]) : ["SHARE_OUT_OF_RANGE"]);
      }),
    );
  });
});

describe("allocations", () => {
  const ore = fc.integer({ min: 1, max: 10 ** 9 });
  const kronor = (amount: number) => `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

  it("are refused exactly when they are more than was awarded, to the öre, with those of other reports", () => {
    fc.assert(
      fc.property(
        fc.array(ore, { minLength: 1, maxLength: 8 }),
        fc.array(ore, { maxLength: 8 }),
        fc.integer({ min: -1, max: 1 }),
        (own, others, off) => {
          const rows = (amounts: number[]) =>
            amounts.map((amount, index) => ({ initiative: `2281-insats-${index}`, amount: kronor(amount) }));
          const sum = [...own, ...others].reduce((total, one) => total + one, 0);
          const given = {
            ...rules({ awarded: kronor(sum + off) }),
            others: [
              {
                id: "x",
                kind: "PROGRESS" as const,
                periodEnd: "2025-12-31",
                content: contentOfInput({ allocations: rows(others) }),
              },
            ],
          };
          expect(codesOf(rows(own), given)).toEqual(off < 0 ? ["ALLOCATIONS_ABOVE_AWARD"] : []);
        },
      ),
    );
  });
});
