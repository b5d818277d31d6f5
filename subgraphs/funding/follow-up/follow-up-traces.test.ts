import type { AllocationRow } from "../allocation.entity";
import type { AmountValue } from "../amount";
import type { GrantRow } from "../grant.entity";
import type { PotRow } from "../pot.entity";
import type { PotContributionRow } from "../pot-contribution.entity";
import type { ShownReport } from "./follow-up";
import { areasOf } from "./follow-up-areas";
import { type GrantsWays, type PotOfGrant, tracesOf } from "./follow-up-traces";

const STATED = {
  year: 2026,
  yearCertainty: "STATED",
  certainty: "STATED",
  precision: "EXACT",
  asPrinted: null,
} as const;
const awarded: AmountValue = { ...STATED, value: "90.00", kind: "AWARDED", note: null, sources: [] };

const grantOf = (changes: Partial<GrantRow> = {}) =>
  ({ id: "0191-g", sourceId: "boverket", initiativeId: null, ...changes }) as GrantRow;

const allocation = (id: string, changes: Partial<AllocationRow> = {}) =>
  ({
    ...STATED,
    ...{ id, initiativeId: `${id}-initiative`, kind: "ALLOCATED", value: "10.00", statedShares: [], sources: [] },
    ...{ potId: null, grantId: null, sourceId: null },
    ...changes,
  }) as unknown as AllocationRow;

const contribution = (sourceId: string, value: string | null, changes: Partial<PotContributionRow> = {}) =>
  ({ ...STATED, potId: "pot", sourceId, value, ...changes }) as PotContributionRow;

const potOf = (contributions: readonly PotContributionRow[], allocations: readonly AllocationRow[]): PotOfGrant => ({
  pot: { id: "pot", total: { ...STATED, value: "100.00", kind: "SET_ASIDE" } } as unknown as PotRow,
  contributions,
  allocations: allocations.map((row) => ({ ...row, potId: "pot" })),
});

const reportOf = (
  period: [start: string, end: string],
  allocations: readonly { initiativeId: string; amount: string; areas?: { areaId: string; amount: string }[] }[],
) =>
  ({
    report: { periodStart: period[0], periodEnd: period[1] },
    content: { allocations: allocations.map((one) => ({ areas: [], ...one })) },
  }) as unknown as ShownReport;

const share = (sourceId: string, value: string | null, of: number | null = null) => ({
  ...{ sourceId, value, share: of },
  sources: [],
});

const traces = (ways: Partial<GrantsWays>) =>
  tracesOf({ grant: grantOf(), awarded, allocations: [], pots: [], reports: [], ...ways }).map((trace) => [
    trace.by,
    trace.initiativeId,
    trace.allocated?.value ?? null,
    trace.share?.value ?? null,
    trace.shareCertainty,
  ]);

describe("how a grant reaches initiatives", () => {
  it("is directly, with the whole award, when it is for one alone", () => {
    const grant = grantOf({ initiativeId: "one" });
    expect(traces({ grant })).toEqual([["GRANT", "one", null, "90.00", "STATED"]]);
    expect(traces({ grant, awarded: null })).toEqual([["GRANT", "one", null, null, "UNKNOWN"]]);
  });

  it("is by allocations of its own, whole unless a share is stated", () => {
    const allocations = [
      allocation("a"),
      allocation("b", { statedShares: [share("boverket", "4.00"), share("kommunen", "6.00")] }),
      allocation("c", { statedShares: [share("kommunen", "6.00")] }),
      allocation("d", { value: null, certainty: null, precision: null, kind: null }),
      allocation("e", { certainty: "INFERRED" }),
    ];
    expect(traces({ allocations })).toEqual([
      ["ALLOCATION", "a-initiative", "10.00", "10.00", "DERIVED"],
      ["ALLOCATION", "b-initiative", "10.00", "4.00", "STATED"],
      ["ALLOCATION", "c-initiative", "10.00", null, "UNKNOWN"],
      ["ALLOCATION", "d-initiative", null, null, "UNKNOWN"],
      ["ALLOCATION", "e-initiative", null, null, "UNKNOWN"],
    ]);
  });

  it("is by pots, where the source's part is known only as far as it is stated", () => {
    const pots = [
      potOf(
        [contribution("boverket", "60.00"), contribution("kommunen", "40.00")],
        [
          allocation("a"),
          allocation("b", { statedShares: [share("boverket", "4.00")] }),
          allocation("c", { statedShares: [share("boverket", null, 0.25)] }),
          allocation("d", { statedShares: [share("boverket", null)] }),
        ],
      ),
    ];
    expect(traces({ pots })).toEqual([
      ["POT", "a-initiative", "10.00", null, "UNKNOWN"],
      ["POT", "b-initiative", "10.00", "4.00", "STATED"],
      ["POT", "c-initiative", "10.00", "2.50", "DERIVED"],
      ["POT", "d-initiative", "10.00", null, "UNKNOWN"],
    ]);
  });

  it("is all of a pot that is made of the source's money alone, and only then", () => {
    const certaintyFor = (...contributions: PotContributionRow[]) =>
      traces({ pots: [potOf(contributions, [allocation("a")])] }).map(([, , , value, certainty]) => [value, certainty]);
    expect(certaintyFor(contribution("boverket", "100.00"))).toEqual([["10.00", "DERIVED"]]);
    expect(certaintyFor(contribution("boverket", "99.99"))).toEqual([[null, "UNKNOWN"]]);
    expect(certaintyFor(contribution("boverket", null))).toEqual([[null, "UNKNOWN"]]);
    expect(certaintyFor(contribution("boverket", "100.00", { certainty: "INFERRED" }))).toEqual([[null, "UNKNOWN"]]);
    expect(certaintyFor(contribution("kommunen", "100.00"))).toEqual([[null, "UNKNOWN"]]);
    expect(certaintyFor(contribution("boverket", "100.00"), contribution("kommunen", null))).toEqual([
      [null, "UNKNOWN"],
    ]);
  });

  it("shows an allocation once, though it is of the grant and of its pot", () => {
    const row = allocation("a", { potId: "pot" });
    expect(traces({ allocations: [row], pots: [potOf([contribution("boverket", "60.00")], [row])] })).toEqual([
      ["ALLOCATION", "a-initiative", "10.00", null, "UNKNOWN"],
    ]);
  });

  it("is as reports state it, added up by initiative", () => {
    const reports = [
      reportOf(
        ["2025-01-01", "2025-06-30"],
        [
          { initiativeId: "one", amount: "0.10" },
          { initiativeId: "two", amount: "5.00" },
        ],
      ),
      reportOf(["2025-07-01", "2025-12-31"], [{ initiativeId: "one", amount: "0.20" }]),
      { ...reportOf(["2026-01-01", "2026-12-31"], []), content: null },
    ];
    expect(traces({ reports })).toEqual([
      ["REPORT", "one", null, "0.30", "DERIVED"],
      ["REPORT", "two", null, "5.00", "STATED"],
    ]);
  });
});

it("adds up what reached each area, with the initiatives that it came by", () => {
  const reports = [
    reportOf(
      ["2025-01-01", "2025-12-31"],
      [
        {
          initiativeId: "one",
          amount: "1.00",
          areas: [
            { areaId: "nord", amount: "0.10" },
            { areaId: "syd", amount: "0.90" },
          ],
        },
        { initiativeId: "two", amount: "2.00", areas: [{ areaId: "nord", amount: "0.20" }] },
      ],
    ),
    reportOf(
      ["2026-01-01", "2026-12-31"],
      [{ initiativeId: "one", amount: "1.00", areas: [{ areaId: "syd", amount: "0.05" }] }],
    ),
  ];
  expect(areasOf(reports)).toMatchObject([
    { areaId: "nord", amount: { value: "0.30", year: 2025, certainty: "DERIVED" }, initiativeIds: ["one", "two"] },
    { areaId: "syd", amount: { value: "0.95", year: null, certainty: "DERIVED" }, initiativeIds: ["one"] },
  ]);
});
