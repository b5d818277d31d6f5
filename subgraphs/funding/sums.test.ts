import type { AmountKind } from "./generated/types";
import { type AllocationSumRow, oneSum } from "./sums";

const sum = (kind: AmountKind | null, year: number | null, value: string | null): AllocationSumRow => ({
  key: "0191-a",
  kind,
  year,
  value,
  recordCount: 1,
  missingCount: value === null ? 1 : 0,
  certainty: value === null ? null : "STATED",
  precision: value === null ? null : "EXACT",
});

describe("the one sum that may stand for allocation rows", () => {
  it("is that of the allocated rows when there are any, whatever else is proposed", () => {
    expect(oneSum([sum("PROPOSED", 2022, "9.00"), sum("ALLOCATED", 2022, "7.00")])?.value).toBe("7.00");
  });

  it("is that of the one other kind when nothing is allocated", () => {
    expect(oneSum([sum("PROPOSED", 2022, "9.00"), sum(null, null, null)])).toMatchObject({
      kind: "PROPOSED",
      value: "9.00",
    });
  });

  it.each([
    ["no amount is known", [sum(null, null, null)]],
    ["the kinds differ and none is allocated", [sum("PROPOSED", 2022, "1.00"), sum("SET_ASIDE", 2022, "2.00")]],
    ["the years differ", [sum("ALLOCATED", 2021, "1.00"), sum("ALLOCATED", 2022, "2.00")]],
    ["there are no rows", []],
  ])("is not there when %s", (_, rows) => {
    expect(oneSum(rows)).toBeUndefined();
  });
});
