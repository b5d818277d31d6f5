import { type LifeEvent, lifeOf } from "./life-event";
import { brokenOrder } from "./order-rules";
import { eventOf } from "./test-support/events";
import { mayFollow } from "./transitions";

const STATES = [
  "UNKNOWN",
  "CALL_OPEN",
  "APPLIED",
  "ASSESSED",
  "AWARDED",
  "REJECTED",
  "REQUESTED",
  "DISBURSED",
  "UNDER_WAY",
  "INTERIM_REPORTED",
  "FINAL_REPORTED",
  "SUPPLEMENT_REQUESTED",
  "APPROVED",
  "BALANCE_PAID",
  "RECLAIMED",
  "REPAID",
  "CLOSED",
  "REVOKED",
] as const;

/** Read down a column for what may come in a state: + may come, . may not. */
const TABLE = `
                          U C A A A R R D U I F S A B R R C R
                          N A P S W E E I N N I U P A E E L E
                          K L P S A J Q S D T N P P L C P O V
                          N L L E R E U B E E A P R A L A S O
                          O   I S D C E U R R L L O N A I E K
                          W O E S E T S R W I R E V C I D D E
                          N P D E D E T S A M E M E E M     D
    CALL_PUBLISHED        + . . . . . . . . . . . . . . . . .
    APPLICATION_SUBMITTED + + . . . . . . . . . . . . . . . .
    ASSESSMENT            + + + + . . . . . . . . . . . . . .
    AWARD                 + + + + + . + + + + . + + . . . . .
    REJECTION             . + + + . . . . . . . . . . . . . .
    PAYMENT_CLAIM         + . . . + . + + + + + + + . . . . .
    DISBURSEMENT          + . . . + . + + + + . + + . . . . .
    ALLOCATION            + . . . + . + + + + . + + . . . . .
    COSTS_INCURRED        + . . . + . + + + + . + + . . . . .
    CHANGE                + . + + + . + + + + . + + . . . . .
    PROGRESS_REPORT       + . . . + . + + + + . + + . + + . .
    FINAL_REPORT          + . . . + . + + + + . + + . + + . .
    SUPPLEMENT_REQUEST    + . . . + . + + + + + + + + + + . .
    APPROVAL              + . . . + . + + + + + + + + + + . .
    FINAL_PAYMENT         + . . . . . + . . . + . + . . . . .
    RECOVERY_DECISION     + . . . + . + + + + + + + + + + . +
    REPAYMENT             + . . . + . + + + + + + + + + + . +
    CLOSURE               . . . . + . + + + + + . + + . + . .
    REVOCATION            . . . . + . + + + + + + + + + + . .
`;

const rows = TABLE.trim()
  .split("\n")
  .map((line) => line.trim().split(/ +/))
  .filter(([kind = ""]) => /^[A-Z_]{5,}$/.test(kind));
const cells = rows.flatMap(([kind = "", ...signs]) =>
  STATES.map((state, index) => ({ kind, state, may: signs[index] === "+" })),
);

it("has a cell for every kind of event in every state", () => {
  expect(rows).toHaveLength(19);
  for (const [, ...signs] of rows) expect(signs).toHaveLength(STATES.length);
});

test.each(cells)("$kind in state $state: $may", ({ kind, state, may }) => {
  expect(mayFollow(state, kind)).toBe(may);
});

const orderIn = (log: readonly LifeEvent[], isWholeKnown = false) => brokenOrder({ isWholeKnown }, lifeOf(log));

/** A life by its kinds of event. */
const broken = (...kinds: string[]) =>
  orderIn(kinds.map((kind, index) => eventOf({ kind, number: index + 1 }))).map(({ code, event }) => [code, event]);

describe("a life", () => {
  it("may go all the way from call to closing", () => {
    expect(
      broken(
        "CALL_PUBLISHED",
        "APPLICATION_SUBMITTED",
        "ASSESSMENT",
        "AWARD",
        "PAYMENT_CLAIM",
        "DISBURSEMENT",
        "ALLOCATION",
        "COSTS_INCURRED",
        "CHANGE",
        "PROGRESS_REPORT",
        "APPROVAL",
        "FINAL_REPORT",
        "APPROVAL",
        "FINAL_PAYMENT",
        "RECOVERY_DECISION",
        "REPAYMENT",
        "CLOSURE",
      ),
    ).toEqual([]);
  });

  it("begins with anything but its end when nothing was known before", () => {
    expect(broken("FINAL_PAYMENT", "REPAYMENT", "CLOSURE")).toEqual([]);
    expect(broken("CLOSURE")).toEqual([["EVENT_NOT_NEXT", "e1"]]);
  });

  it("tells every event that has no place, each once", () => {
    expect(broken("REJECTION", "AWARD", "CALL_PUBLISHED")).toEqual([
      ["EVENT_NOT_NEXT", "e1"],
      ["EVENT_NOT_NEXT", "e2"],
      ["EVENT_NOT_NEXT", "e3"],
    ]);
  });

  test.each(["AWARD", "DISBURSEMENT", "ALLOCATION", "COSTS_INCURRED", "PROGRESS_REPORT", "FINAL_REPORT"])(
    "has no %s after a final report, also when that was approved in between",
    (kind) => {
      expect(broken("AWARD", "FINAL_REPORT", "APPROVAL", kind)).toEqual([["EVENT_TOO_LATE", "e4"]]);
    },
  );

  test.each(["PAYMENT_CLAIM", "SUPPLEMENT_REQUEST", "APPROVAL", "FINAL_PAYMENT", "RECOVERY_DECISION", "REPAYMENT"])(
    "may have a %s after a final report that was approved",
    (kind) => {
      expect(broken("AWARD", "FINAL_REPORT", "APPROVAL", kind)).toEqual([]);
    },
  );

  it("goes nowhere after a revocation but to the money's return and the end", () => {
    expect(broken("AWARD", "REVOCATION", "RECOVERY_DECISION", "REPAYMENT", "CLOSURE")).toEqual([]);
    expect(broken("AWARD", "REVOCATION", "RECOVERY_DECISION", "FINAL_REPORT")).toEqual([["EVENT_TOO_LATE", "e4"]]);
    expect(broken("AWARD", "REVOCATION", "CLOSURE")).toEqual([["EVENT_NOT_NEXT", "e3"]]);
  });
});

describe("a source that was sent a final report", () => {
  it("may award and pay on once it has asked for a supplement, until the answer or an approval comes", () => {
    const asked = ["AWARD", "FINAL_REPORT", "SUPPLEMENT_REQUEST"];
    expect(broken(...asked, "DISBURSEMENT", "AWARD", "DISBURSEMENT")).toEqual([]);
    expect(broken("FINAL_REPORT", "SUPPLEMENT_REQUEST", "AWARD")).toEqual([]);
    expect(broken(...asked, "APPROVAL", "DISBURSEMENT")).toEqual([["EVENT_TOO_LATE", "e5"]]);
    expect(broken(...asked, "APPROVAL", "SUPPLEMENT_REQUEST", "DISBURSEMENT")).toEqual([]);
    expect(broken("AWARD", "SUPPLEMENT_REQUEST", "FINAL_REPORT", "APPROVAL", "AWARD")).toEqual([
      ["EVENT_TOO_LATE", "e5"],
    ]);
  });

  test.each(["FINAL_REPORT", "PROGRESS_REPORT", "COSTS_INCURRED", "ALLOCATION"])(
    "gets no %s beside it for that",
    (kind) => {
      expect(broken("AWARD", "FINAL_REPORT", "SUPPLEMENT_REQUEST", kind)).toEqual([["EVENT_TOO_LATE", "e4"]]);
    },
  );
});

describe("a grant that was registered here", () => {
  const registered = (...kinds: string[]) =>
    orderIn(
      kinds.map((kind, index) => eventOf({ kind, number: index + 1 })),
      true,
    ).map(({ code, event }) => [code, event]);

  test.each(["PAYMENT_CLAIM", "ALLOCATION", "COSTS_INCURRED", "PROGRESS_REPORT", "FINAL_REPORT", "REPAYMENT"])(
    "has no %s before its award",
    (kind) => {
      expect(registered(kind)).toEqual([["EVENT_WITHOUT_AWARD", "e1"]]);
      expect(registered("APPROVAL", kind)).toEqual([["EVENT_WITHOUT_AWARD", "e2"]]);
      expect(registered("AWARD", kind)).toEqual([]);
      expect(broken(kind)).toEqual([]);
    },
  );
});

describe("what documents tell", () => {
  const told = (...kinds: string[]) =>
    orderIn(kinds.map((kind, index) => eventOf({ kind, number: index + 1, origin: "DATA_PACKAGE" }))).map(
      ({ code, event }) => [code, event],
    );

  it("may leave out any step, the first ones too", () => {
    expect(told("CLOSURE")).toEqual([]);
    expect(told("REJECTION")).toEqual([]);
    expect(told("APPLICATION_SUBMITTED", "DISBURSEMENT", "FINAL_PAYMENT")).toEqual([]);
    expect(told("AWARD", "FINAL_PAYMENT", "CLOSURE")).toEqual([]);
  });

  it("has nothing after the end, and no step back before the decision", () => {
    expect(told("REJECTION", "AWARD")).toEqual([["EVENT_NOT_NEXT", "e2"]]);
    expect(told("CLOSURE", "DISBURSEMENT")).toEqual([["EVENT_NOT_NEXT", "e2"]]);
    expect(told("AWARD", "APPLICATION_SUBMITTED")).toEqual([["EVENT_NOT_NEXT", "e2"]]);
    expect(told("REVOCATION", "FINAL_REPORT")).toEqual([["EVENT_TOO_LATE", "e2"]]);
    expect(told("FINAL_REPORT", "AWARD")).toEqual([["EVENT_TOO_LATE", "e2"]]);
  });
});

describe("a report that is handed in anew", () => {
  const report = { kind: "FINAL_REPORT", origin: "REPORT" } as const;
  const first = eventOf({ ...report, number: 2 });
  const request = eventOf({ kind: "SUPPLEMENT_REQUEST", number: 3 });
  const award = eventOf({ kind: "AWARD", number: 1 });
  const again = eventOf({ ...report, number: 4, correctsId: first.id });

  it("was handed in twice: before the supplement was asked for, and after", () => {
    expect(orderIn([award, first, request, again])).toEqual([]);
  });

  it("may come after the final report of the same grant", () => {
    const progress = { kind: "PROGRESS_REPORT", origin: "REPORT" } as const;
    const log = [
      award,
      eventOf({ ...progress, number: 2 }),
      request,
      eventOf({ ...report, number: 4 }),
      eventOf({ ...progress, number: 5, correctsId: "e2" }),
    ];
    expect(orderIn(log)).toEqual([]);
  });

  it("does not come after the end", () => {
    const closure = eventOf({ kind: "CLOSURE", number: 4 });
    const late = eventOf({ ...report, number: 5, correctsId: first.id });
    expect(orderIn([award, first, eventOf({ kind: "APPROVAL", number: 3 }), closure, late])).toEqual([
      { code: "EVENT_NOT_NEXT", event: "e5", part: "kind", values: { kind: "FINAL_REPORT", state: "CLOSED" } },
    ]);
  });

  it("leaves a supplement request without a report when both versions are taken back", () => {
    const back = eventOf({ ...report, number: 5, correctsId: again.id, isRetraction: true });
    expect(orderIn([award, first, request, again, back])).toEqual([]);
    expect(orderIn([eventOf({ kind: "ASSESSMENT", number: 1 }), first, request, again, back])).toEqual([
      { code: "EVENT_NOT_NEXT", event: "e3", part: "kind", values: { kind: "SUPPLEMENT_REQUEST", state: "ASSESSED" } },
    ]);
  });
});
