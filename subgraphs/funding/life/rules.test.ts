import { type LifeEvent, lifeOf } from "./life-event";
import { brokenMoney } from "./money-rules";
import { brokenClosure, brokenDates, brokenRevocation } from "./order-rules";
import { eventOf } from "./test-support/events";

type Told = Partial<LifeEvent> & Pick<LifeEvent, "kind">;

const logOf = (events: readonly Told[]) => events.map((event, index) => eventOf({ ...event, number: index + 1 }));
const money = (events: readonly Told[], maxShare: string | null = null, isWholeKnown = false) =>
  brokenMoney({ maxShare, isWholeKnown }, lifeOf(logOf(events))).map(({ code, event, values }) => ({
    code,
    event,
    ...values,
  }));
const unknown = { maxShare: null, isWholeKnown: false };
/** Of a grant that was registered here. */
const registered = (...events: Told[]) => money(events, null, true);

describe("what is paid out", () => {
  const award = { kind: "AWARD", value: "100.00" };

  it("may be all of the award, to the öre", () => {
    const parts = [
      { kind: "DISBURSEMENT", value: "33.33" },
      { kind: "DISBURSEMENT", value: "33.33" },
    ];
    expect(money([award, ...parts, { kind: "FINAL_PAYMENT", value: "33.34" }])).toEqual([]);
    expect(money([award, ...parts, { kind: "FINAL_PAYMENT", value: "33.35" }])).toEqual([
      { code: "DISBURSED_EXCEEDS_AWARDED", event: "e4", awarded: "100.00", disbursed: "100.01" },
    ]);
  });

  it("may be all of several awards", () => {
    expect(money([award, { kind: "AWARD", value: "50" }, { kind: "DISBURSEMENT", value: "150" }])).toEqual([]);
  });

  it("is too much when what is known of it is, and not when an award is unknown", () => {
    expect(money([award, { kind: "DISBURSEMENT" }, { kind: "DISBURSEMENT", value: "101" }])).toMatchObject([
      { code: "DISBURSED_EXCEEDS_AWARDED", event: "e3" },
    ]);
    expect(money([award, { kind: "AWARD" }, { kind: "DISBURSEMENT", value: "1000" }])).toEqual([]);
    expect(money([{ kind: "DISBURSEMENT", value: "1000" }])).toEqual([]);
  });

  it("is not judged by amounts that are about right, or inferred", () => {
    const about = { ...award, certainty: "STATED", precision: "APPROXIMATE" } as const;
    const inferred = { ...award, certainty: "INFERRED", precision: "EXACT" } as const;
    for (const some of [about, inferred]) expect(money([some, { kind: "DISBURSEMENT", value: "104" }])).toEqual([]);
  });

  it("is judged anew when the award is corrected", () => {
    const log = logOf([award, { kind: "DISBURSEMENT", value: "80" }]);
    const less = eventOf({ kind: "AWARD", value: "70", number: 3, position: 1, correctsId: "e1" });
    expect(brokenMoney(unknown, lifeOf([...log, less]))).toMatchObject([
      { code: "DISBURSED_EXCEEDS_AWARDED", event: "e2", values: { awarded: "70.00", disbursed: "80.00" } },
    ]);
    const back = eventOf({ kind: "DISBURSEMENT", number: 4, position: 2, correctsId: "e2", isRetraction: true });
    expect(brokenMoney(unknown, lifeOf([...log, less, back]))).toEqual([]);
  });
});

describe("what is paid out of a grant that was registered here", () => {
  it("is of an award that is told before", () => {
    const paid = { kind: "DISBURSEMENT", value: "10" };
    expect(registered(paid)).toEqual([
      { code: "DISBURSED_EXCEEDS_AWARDED", event: "e1", awarded: "0.00", disbursed: "10.00" },
    ]);
    expect(registered({ kind: "FINAL_PAYMENT", value: "10" })).toMatchObject([{ code: "DISBURSED_EXCEEDS_AWARDED" }]);
    expect(registered({ kind: "AWARD", value: "10" }, paid)).toEqual([]);
  });

  it("keeps the award from being taken back", () => {
    const log = logOf([
      { kind: "AWARD", value: "100" },
      { kind: "DISBURSEMENT", value: "80" },
    ]);
    const back = eventOf({ kind: "AWARD", number: 3, position: 1, correctsId: "e1", isRetraction: true });
    expect(brokenMoney({ maxShare: null, isWholeKnown: true }, lifeOf([...log, back]))).toMatchObject([
      { code: "DISBURSED_EXCEEDS_AWARDED", event: "e2" },
    ]);
  });
});

describe("an award", () => {
  it("is no more than the programme's share of the cost that it accepts", () => {
    const of = (value: string, totalCost: string) => money([{ kind: "AWARD", value, totalCost }], "0.5");
    expect(of("2800000", "5600000")).toEqual([]);
    expect(of("2800000.01", "5600000")).toEqual([
      {
        code: "AWARD_EXCEEDS_SHARE",
        event: "e1",
        awarded: "2800000.01",
        share: "0.5",
        totalCost: "5600000",
        most: "2800000.00",
      },
    ]);
    expect(money([{ kind: "AWARD", value: "90", totalCost: "99.99" }], "0.9")).toMatchObject([{ most: "89.99" }]);
  });

  it("is judged with the others, by the cost that was told last", () => {
    const award = { kind: "AWARD", value: "50", totalCost: "100" };
    expect(money([award, { kind: "AWARD", value: "10" }], "0.5")).toEqual([
      { code: "AWARD_EXCEEDS_SHARE", event: "e2", awarded: "60.00", share: "0.5", totalCost: "100", most: "50.00" },
    ]);
    expect(money([award, { kind: "AWARD", value: "10", totalCost: "120" }], "0.5")).toEqual([]);
    expect(money([award, { kind: "AWARD", value: "10", totalCost: "20" }], "0.5")).toMatchObject([
      { code: "AWARD_EXCEEDS_SHARE", awarded: "60.00", most: "10.00" },
    ]);
    expect(money([award, { kind: "APPROVAL", totalCost: "120" }, { kind: "AWARD", value: "10" }], "0.5")).toEqual([]);
    const back = { kind: "RECOVERY_DECISION", value: "10" };
    expect(money([award, back, { kind: "AWARD", value: "10" }], "0.5")).toEqual([]);
    // What is known of the awards is too much already.
    expect(money([award, { kind: "AWARD" }, { kind: "AWARD", value: "10" }], "0.5")).toMatchObject([{ event: "e3" }]);
  });

  it("is of any size when the share or the cost is not known", () => {
    expect(money([{ kind: "AWARD", value: "90", totalCost: "10" }])).toEqual([]);
    expect(money([{ kind: "AWARD", value: "90" }], "0.5")).toEqual([]);
    expect(money([{ kind: "AWARD", totalCost: "10" }], "0.5")).toEqual([]);
  });

  it("is no more than the share of the cost that is approved in the end, but for what goes back", () => {
    const award = { kind: "AWARD", value: "50", totalCost: "100" };
    const paid = { kind: "DISBURSEMENT", value: "50" };
    const approval = { kind: "APPROVAL", totalCost: "80" };
    expect(money([award, paid, approval], "0.5")).toMatchObject([
      { code: "AWARD_EXCEEDS_APPROVED_SHARE", event: "e3", awarded: "50.00", most: "40.00" },
    ]);
    expect(money([award, paid, { kind: "RECOVERY_DECISION", value: "10" }, approval], "0.5")).toEqual([]);
    expect(money([award, paid, { kind: "RECOVERY_DECISION" }, approval], "0.5")).toEqual([]);
    expect(money([award, paid, { kind: "REPAYMENT", value: "9" }, approval], "0.5")).toMatchObject([
      { code: "AWARD_EXCEEDS_APPROVED_SHARE", awarded: "41.00" },
    ]);
  });
});

describe("what goes back", () => {
  it("is no more than what was paid out, where that is known", () => {
    const paid = { kind: "DISBURSEMENT", value: "10" };
    expect(money([paid, { kind: "REPAYMENT", value: "10" }])).toEqual([]);
    expect(money([paid, { kind: "REPAYMENT", value: "10.01" }])).toEqual([
      { code: "REPAID_EXCEEDS_DISBURSED", event: "e2", disbursed: "10.00", repaid: "10.01" },
    ]);
    expect(money([paid, { kind: "DISBURSEMENT" }, { kind: "REPAYMENT", value: "11" }])).toEqual([]);
    expect(money([{ kind: "REPAYMENT", value: "11" }])).toEqual([]);
  });
});

describe("what is reclaimed", () => {
  const paid = { kind: "DISBURSEMENT", value: "10" };
  const reclaim = (value: string) => ({ kind: "RECOVERY_DECISION", value });

  it("is no more than what was paid out, where that is known", () => {
    expect(money([paid, reclaim("6"), reclaim("4")])).toEqual([]);
    expect(money([paid, reclaim("6"), reclaim("4.01")])).toEqual([
      { code: "RECLAIMED_EXCEEDS_DISBURSED", event: "e3", disbursed: "10.00", reclaimed: "10.01" },
    ]);
    expect(money([reclaim("6")])).toEqual([]);
  });

  it("is nothing while nothing is paid out of a grant that was registered here, and so is what is paid back", () => {
    const award = { kind: "AWARD", value: "10" };
    expect(registered(award, reclaim("1"))).toMatchObject([{ code: "RECLAIMED_EXCEEDS_DISBURSED", event: "e2" }]);
    expect(registered(award, { kind: "REPAYMENT", value: "1" })).toMatchObject([
      { code: "REPAID_EXCEEDS_DISBURSED", event: "e2" },
    ]);
    expect(registered(award, paid, reclaim("1"), { kind: "REPAYMENT", value: "1" })).toEqual([]);
  });
});

describe("in the end", () => {
  const paid = { kind: "DISBURSEMENT", value: "100" };
  const spent = { kind: "FINAL_REPORT", value: "70" };
  const closure = { kind: "CLOSURE" };

  it("what was spent and paid back is what was paid out", () => {
    expect(money([paid, spent, { kind: "REPAYMENT", value: "30" }, closure])).toEqual([]);
    expect(money([paid, { kind: "REPAYMENT", value: "100" }, closure])).toEqual([]);
    expect(money([paid, spent, { kind: "REPAYMENT", value: "29.99" }, closure])).toEqual([
      { code: "CLOSURE_UNBALANCED", event: "e4", disbursed: "100.00", accounted: "70.00", repaid: "29.99" },
    ]);
    expect(money([paid, spent, closure])).toMatchObject([{ code: "CLOSURE_UNBALANCED", repaid: "0.00" }]);
    expect(money([paid, closure])).toMatchObject([{ code: "CLOSURE_UNBALANCED", accounted: "0.00" }]);
    expect(money([paid, { kind: "FINAL_REPORT", value: "130" }, closure])).toMatchObject([
      { code: "CLOSURE_UNBALANCED", accounted: "130.00" },
    ]);
  });

  it("nothing is asked where payments, the account or repayments are not known", () => {
    expect(money([spent, closure])).toEqual([]);
    expect(money([{ kind: "DISBURSEMENT" }, spent, closure])).toEqual([]);
    expect(money([paid, { kind: "FINAL_REPORT" }, closure])).toEqual([]);
    expect(money([paid, spent, { kind: "REPAYMENT" }, closure])).toEqual([]);
  });

  it("a data package need not tell of the account or of repayments, but what it tells adds up", () => {
    const delivered = { origin: "DATA_PACKAGE" } as const;
    const told = (events: Told[]) => money(events.map((event) => ({ ...event, ...delivered })));
    expect(told([paid, closure])).toEqual([]);
    expect(told([paid, spent, closure])).toEqual([]);
    expect(told([paid, { kind: "FINAL_REPORT", value: "130" }, closure])).toMatchObject([
      { code: "CLOSURE_UNBALANCED" },
    ]);
    expect(told([paid, spent, { kind: "REPAYMENT", value: "31" }, closure])).toMatchObject([
      { code: "CLOSURE_UNBALANCED" },
    ]);
  });
});

describe("a closing", () => {
  const closures = (events: readonly Told[]) =>
    brokenClosure(lifeOf(logOf(events))).map(({ event, values }) => [event, values.reports]);
  const report = (kind: string, reportId: string | null) => ({ kind, reportId, origin: "REPORT" }) as const;

  it("comes after every report that was handed in was approved, drafts and others' words apart", () => {
    const closure = { kind: "CLOSURE" };
    expect(closures([report("FINAL_REPORT", "r1"), closure])).toEqual([["e2", "r1"]]);
    expect(
      closures([report("PROGRESS_REPORT", "r1"), report("APPROVAL", "r1"), report("FINAL_REPORT", "r2"), closure]),
    ).toEqual([["e4", "r2"]]);
    expect(closures([report("FINAL_REPORT", "r1"), report("SUPPLEMENT_REQUEST", "r1"), closure])).toEqual([
      ["e3", "r1"],
    ]);
    expect(closures([report("FINAL_REPORT", "r1"), report("APPROVAL", "r1"), closure])).toEqual([]);
    expect(closures([{ kind: "FINAL_REPORT" }, closure])).toEqual([]);
  });
});

it("a revocation comes after the answer to every report that was handed in", () => {
  const report = (kind: string, reportId: string | null) => ({ kind, reportId, origin: "REPORT" }) as const;
  const revocations = (...events: Told[]) =>
    brokenRevocation(lifeOf(logOf([...events, { kind: "REVOCATION" }]))).map(({ event, values }) => [
      event,
      values.reports,
    ]);
  const final = report("FINAL_REPORT", "r1");
  expect(revocations(final)).toEqual([["e2", "r1"]]);
  expect(revocations(final, report("SUPPLEMENT_REQUEST", "r2"))).toEqual([["e3", "r1"]]);
  expect(revocations(final, report("SUPPLEMENT_REQUEST", "r1"))).toEqual([]);
  expect(revocations(final, report("APPROVAL", "r1"))).toEqual([]);
  expect(revocations({ kind: "FINAL_REPORT" })).toEqual([]);
});

describe("days", () => {
  const dates = (...given: (LifeEvent["date"] | string)[]) =>
    brokenDates(
      lifeOf(
        given.map((date, index) =>
          typeof date === "string"
            ? eventOf({ kind: "CHANGE", number: index + 1, day: date })
            : eventOf({ kind: "CHANGE", number: index + 1, date }),
        ),
      ),
    ).map(({ event, values }) => ({ event, ...values }));

  it("come one after the other, and may be the same", () => {
    expect(dates("2026-01-01", "2026-01-01", "2026-01-02")).toEqual([]);
    expect(dates("2026-01-02", "2026-01-01", "2026-01-01", "2026-01-02")).toEqual([
      { event: "e2", date: "2026-01-01", earlier: "2026-01-02" },
      { event: "e3", date: "2026-01-01", earlier: "2026-01-02" },
    ]);
  });

  it("are compared as far as they are known", () => {
    const year = { value: "2026", precision: "YEAR", certainty: "STATED" } as const;
    expect(dates(year, "2026-01-01")).toEqual([]);
    expect(dates("2026-12-31", year)).toEqual([]);
    expect(dates(year, "2025-12-31")).toEqual([{ event: "e2", date: "2025-12-31", earlier: "2026" }]);
    expect(dates("2026-02-01", null, "2026-01-31")).toMatchObject([{ event: "e3" }]);
    expect(dates({ ...year, certainty: "INFERRED" }, "2020-01-01")).toEqual([]);
    expect(dates({ value: "2026-24", precision: "SEASON", certainty: "STATED" }, "2026-01-01")).toEqual([]);
  });
});
