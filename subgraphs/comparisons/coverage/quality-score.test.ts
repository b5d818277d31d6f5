import type { CoverageValue } from "./coverage";
import { labelOfPart, qualityPartsOf, qualityScoreOf } from "./quality-score";

const nothing: CoverageValue = {
  municipalityCode: "0191",
  initiatives: 0,
  initiativesWithAmount: 0,
  initiativesWithSource: 0,
  initiativesWithYear: 0,
  initiativesWithStatus: 0,
  initiativesConfirmed: 0,
  programmes: 0,
  targets: 0,
  quantifiedTargets: 0,
  grants: 0,
  pots: 0,
  allocations: 0,
  amounts: 0,
  amountsWithStatedYear: 0,
  years: [],
  populationYears: [],
  doors: [],
  freshness: null,
  sourceDocuments: 0,
  qualityNotes: 0,
  deficiencies: 0,
};

it("is null for a municipality with nothing to judge, and so is every part", () => {
  expect(qualityScoreOf(nothing)).toBeNull();
  expect(qualityPartsOf(nothing).map(({ score }) => score)).toEqual(Array(7).fill(null));
});

it("is 0 when nothing judged is fulfilled, and 1 when everything is", () => {
  expect(qualityScoreOf({ ...nothing, initiatives: 3 })).toBe(0);
  const whole = {
    initiativesWithAmount: 3,
    initiativesWithSource: 3,
    initiativesWithYear: 3,
    initiativesWithStatus: 3,
  };
  expect(qualityScoreOf({ ...nothing, initiatives: 3, ...whole, initiativesConfirmed: 3 })).toBe(1);
});

it("weighs the parts that can be judged, and no other", () => {
  // 0.15 of amounts whose year is stated, 0.10 of targets with a number.
  expect(qualityScoreOf({ ...nothing, amounts: 4, amountsWithStatedYear: 2, targets: 5, quantifiedTargets: 5 })).toBe(
    (15 * 0.5 + 10) / 25,
  );
  expect(qualityScoreOf({ ...nothing, amounts: 4, amountsWithStatedYear: 1 })).toBe(0.25);
});

it("does not fall for doubts that are told openly", () => {
  const judged = { ...nothing, targets: 2, quantifiedTargets: 1 };
  expect(qualityScoreOf({ ...judged, qualityNotes: 9, deficiencies: 9 })).toBe(qualityScoreOf(judged));
});

it("names every part in Swedish and English", () => {
  for (const { code } of qualityPartsOf(nothing)) {
    const { sv, en } = labelOfPart(code);
    expect([code, typeof sv, typeof en, sv === en]).toEqual([code, "string", "string", false]);
  }
});
