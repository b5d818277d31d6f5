import type { GrantEventRow } from "../grant-event.entity";
import { sumsOf, totalCostOf } from "./grant-sums";
import { eventOf } from "./test-support/events";

const row = (kind: string, value: string | null, changes: Partial<GrantEventRow> = {}): GrantEventRow =>
  ({
    ...eventOf({ kind, number: 1, value }),
    year: 2025,
    yearCertainty: "STATED",
    asPrinted: null,
    note: null,
    sources: [],
    correctedById: null,
    ...changes,
  }) as GrantEventRow;

const paid = row("DISBURSEMENT", "100.10");
const spent = row("FINAL_REPORT", "70.05");
const unspent = (...log: GrantEventRow[]) => sumsOf(log).unspent?.value ?? null;

it("adds what stands by kind of amount, exactly, and keeps kinds apart", () => {
  const sums = sumsOf([
    row("AWARD", "0.10"),
    row("AWARD", "0.20"),
    paid,
    row("FINAL_PAYMENT", "0.05"),
    row("DISBURSEMENT", "900.00", { correctedById: "e9" }),
    row("DISBURSEMENT", null, { isRetraction: true }),
    row("PROGRESS_REPORT", "5.00"),
  ]);
  expect(sums.awarded).toMatchObject({
    value: "0.30",
    kind: "AWARDED",
    certainty: "DERIVED",
    precision: "EXACT",
    year: 2025,
  });
  expect(sums.disbursed).toMatchObject({ value: "100.15", kind: "DISBURSED" });
  expect(Object.entries(sums).flatMap(([name, amount]) => (amount ? [name] : []))).toEqual(["awarded", "disbursed"]);
});

describe("what is left with the recipient", () => {
  it("is what was paid out less what was accounted for and paid back, DERIVED", () => {
    expect(sumsOf([paid, spent]).unspent).toMatchObject({
      value: "30.05",
      kind: "DERIVED",
      certainty: "DERIVED",
      precision: "EXACT",
    });
    expect(unspent(paid, spent, row("REPAYMENT", "30.05"))).toBe("0.00");
    expect(unspent(paid, row("FINAL_REPORT", "100.20"))).toBe("-0.10");
    expect(unspent(paid, row("FINAL_REPORT", "0.00"))).toBe("100.10");
  });

  it("is not known while the final report or any amount is lacking", () => {
    expect(unspent(paid)).toBeNull();
    expect(unspent(spent)).toBeNull();
    expect(unspent(paid, row("DISBURSEMENT", null), spent)).toBeNull();
    expect(unspent(paid, row("FINAL_REPORT", null))).toBeNull();
    expect(unspent(paid, spent, row("REPAYMENT", null))).toBeNull();
  });

  it("is as sure and as exact as what it is made of", () => {
    const about = row("DISBURSEMENT", "100.00", { certainty: "INFERRED", precision: "APPROXIMATE" });
    expect(sumsOf([about, spent]).unspent).toMatchObject({ certainty: "INFERRED", precision: "APPROXIMATE" });
  });
});

it("tells what a total cost is of, where the kind of event states one", () => {
  const kinds = ["APPLICATION_SUBMITTED", "AWARD", "FINAL_REPORT", "APPROVAL", "CLOSURE"];
  expect(kinds.map((kind) => totalCostOf(row(kind, null, { totalCost: "5.00" }))?.kind)).toEqual([
    "ESTIMATED_TOTAL",
    "ESTIMATED_TOTAL",
    "ACCOUNTED",
    "ACCOUNTED",
    undefined,
  ]);
  expect(totalCostOf(row("AWARD", "1.00"))).toBeNull();
});
