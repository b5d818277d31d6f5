import type { AmountValue } from "../amount";
import type { GrantEventRow } from "../grant-event.entity";
import type { InitiativeAmountRow } from "../initiative-amount.entity";
import { coFinancingOf, estimatedTotalOf, reportedSum, withSureAmount } from "./follow-up-amounts";

const amount = (value: string, changes: Partial<AmountValue> = {}): AmountValue => ({
  value,
  kind: "AWARDED",
  year: 2026,
  yearCertainty: "STATED",
  certainty: "STATED",
  precision: "EXACT",
  asPrinted: value,
  note: null,
  sources: [],
  ...changes,
});

const event = (kind: string, changes: Partial<GrantEventRow>) =>
  ({ kind, totalCost: null, value: null, certainty: null, sources: [], ...changes }) as GrantEventRow;

const saidOfInitiative = (value: string, changes: Partial<InitiativeAmountRow> = {}) =>
  ({ ...amount(value), kind: "ESTIMATED_TOTAL", ...changes }) as unknown as InitiativeAmountRow;

describe("the estimated total", () => {
  const application = event("APPLICATION_SUBMITTED", { totalCost: "100.00" });
  const award = event("AWARD", { totalCost: "90.00" });
  const initiative = saidOfInitiative("80.00");

  it("is of the award, else of the application, else of the one initiative", () => {
    expect(estimatedTotalOf([application, award], [initiative])?.value).toBe("90.00");
    expect(estimatedTotalOf([application, event("AWARD", {})], [initiative])?.value).toBe("100.00");
    expect(estimatedTotalOf([event("AWARD", {})], [initiative])?.value).toBe("80.00");
    expect(estimatedTotalOf([], [])).toBeNull();
  });

  it("is of the last award that states one", () => {
    expect(estimatedTotalOf([award, event("AWARD", { totalCost: "95.00" }), event("AWARD", {})], [])?.value).toBe(
      "95.00",
    );
  });

  it("is not what the work has cost", () => {
    expect(
      estimatedTotalOf([event("FINAL_REPORT", { totalCost: "70.00" }), event("APPROVAL", { totalCost: "60.00" })], []),
    ).toBeNull();
  });

  it.each([
    ["is inferred", [saidOfInitiative("80.00", { certainty: "INFERRED" })]],
    ["is modelled", [saidOfInitiative("80.00", { certainty: "MODELLED" })]],
    ["is of another kind", [saidOfInitiative("80.00", { kind: "BUDGETED" })]],
    ["is stated otherwise elsewhere", [saidOfInitiative("80.00"), saidOfInitiative("81.00")]],
  ])("is null when what is said of the initiative %s", (_, amounts) => {
    expect(estimatedTotalOf([], amounts)).toBeNull();
  });

  it("is what two documents state alike", () => {
    expect(estimatedTotalOf([], [saidOfInitiative("80.00"), saidOfInitiative("80")])?.value).toBe("80.00");
  });
});

describe("co-financing", () => {
  it("is the total less the award, to the öre, with the sources of both once", () => {
    const source = (locator: string) => ({ documentId: "d", locator, quote: null, field: null });
    const total = amount("5600000.10", { kind: "ESTIMATED_TOTAL", sources: [source("1"), source("2")] });
    expect(coFinancingOf(total, amount("2800000.05", { sources: [source("2"), source("3")] }))).toEqual({
      ...amount("2800000.05", { kind: "CO_FINANCING", certainty: "DERIVED", asPrinted: null }),
      sources: [source("1"), source("2"), source("3")],
    });
  });

  it("is as exact as the less exact of both, and of the year that is known", () => {
    expect(
      coFinancingOf(amount("10.00", { year: null, yearCertainty: null, precision: "APPROXIMATE" }), amount("4.00")),
    ).toMatchObject({
      value: "6.00",
      precision: "APPROXIMATE",
      year: 2026,
      yearCertainty: "STATED",
    });
  });

  it("is 0 when the award is the whole", () => {
    expect(coFinancingOf(amount("10.00"), amount("10.00"))?.value).toBe("0.00");
  });

  it.each([
    ["the total is not known", null, amount("1.00")],
    ["the award is not known", amount("1.00"), null],
    ["the total is inferred", amount("2.00", { certainty: "INFERRED" }), amount("1.00")],
    ["the award is modelled", amount("2.00"), amount("1.00", { certainty: "MODELLED" })],
    ["they are of different years", amount("2.00", { year: 2025 }), amount("1.00")],
    ["the award is the larger", amount("1.00"), amount("2.00")],
  ])("is null when %s", (_, total, awarded) => {
    expect(coFinancingOf(total, awarded)).toBeNull();
  });
});

it.each([
  ["STATED", "1.00"],
  ["DERIVED", "1.00"],
  ["INFERRED", null],
  ["MODELLED", null],
  ["UNKNOWN", null],
] as const)("counts an event that is %s with the amount %s", (certainty, value) => {
  expect(withSureAmount(event("AWARD", { value: "1.00", certainty })).value).toBe(value);
});

it("adds what reports state: stated when it is one, derived and of no year when they are of several", () => {
  expect(reportedSum([{ value: "0.10", year: 2025 }], "STATED")).toMatchObject({
    value: "0.10",
    certainty: "STATED",
    year: 2025,
    yearCertainty: "DERIVED",
  });
  expect(
    reportedSum(
      [
        { value: "0.10", year: 2025 },
        { value: "0.20", year: 2026 },
      ],
      "STATED",
    ),
  ).toMatchObject({
    value: "0.30",
    certainty: "DERIVED",
    year: null,
    yearCertainty: null,
  });
  expect(reportedSum([], "STATED")).toBeNull();
});
