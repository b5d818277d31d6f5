import type { TextValue } from "../../../kit/record";
import type { QualityPartCode } from "../generated/types";
import type { CoverageValue } from "./coverage";

export interface QualityPartValue {
  readonly code: QualityPartCode;
  readonly recordCount: number;
  readonly fulfilled: number;
  /** 0 to 1; null when there is nothing to judge. */
  readonly score: number | null;
  readonly weight: number;
}

interface PartRule {
  readonly code: QualityPartCode;
  /** In hundredths, so that sums of weights are exact. */
  readonly weight: number;
  readonly label: TextValue;
  readonly judged: keyof CountersOf<CoverageValue>;
  readonly fulfilled: keyof CountersOf<CoverageValue>;
}

type CountersOf<T> = { [K in keyof T as T[K] extends number ? K : never]: T[K] };

/**
 * What the score is made of, in the order in which it is shown. The weights say what a comparison suffers most from: money
 * that is not known, then facts that cannot be traced, then time. docs/quality-score.md explains them.
 */
const PARTS: readonly PartRule[] = [
  {
    code: "AMOUNTS",
    weight: 25,
    label: { sv: "Insatser med känt belopp", en: "Initiatives with a known amount" },
    judged: "initiatives",
    fulfilled: "initiativesWithAmount",
  },
  {
    code: "SOURCES",
    weight: 20,
    label: { sv: "Insatser med källdokument", en: "Initiatives that name their source document" },
    judged: "initiatives",
    fulfilled: "initiativesWithSource",
  },
  {
    code: "DATES",
    weight: 15,
    label: { sv: "Insatser med känt år", en: "Initiatives with a known year" },
    judged: "initiatives",
    fulfilled: "initiativesWithYear",
  },
  {
    code: "STATUSES",
    weight: 10,
    label: { sv: "Insatser med känd status", en: "Initiatives with a known status" },
    judged: "initiatives",
    fulfilled: "initiativesWithStatus",
  },
  {
    code: "CLASSIFICATION",
    weight: 5,
    label: {
      sv: "Insatser vars teman kommunen har bekräftat",
      en: "Initiatives whose themes the municipality has confirmed",
    },
    judged: "initiatives",
    fulfilled: "initiativesConfirmed",
  },
  {
    code: "AMOUNT_YEARS",
    weight: 15,
    label: { sv: "Belopp vars år är angivet", en: "Amounts whose year is stated" },
    judged: "amounts",
    fulfilled: "amountsWithStatedYear",
  },
  {
    code: "TARGETS",
    weight: 10,
    label: { sv: "Mål med målvärde", en: "Targets with a number" },
    judged: "targets",
    fulfilled: "quantifiedTargets",
  },
];

/** What is judged, in words. */
export function labelOfPart(code: QualityPartCode): TextValue {
  return PARTS.find((part) => part.code === code)?.label ?? { sv: null, en: null };
}

/** Every part, also those with nothing to judge. */
export function qualityPartsOf(coverage: CoverageValue): QualityPartValue[] {
  return PARTS.map(({ code, weight, judged, fulfilled }) => ({
    code,
    recordCount: coverage[judged],
    fulfilled: coverage[fulfilled],
    score: coverage[judged] === 0 ? null : coverage[fulfilled] / coverage[judged],
    weight: weight / 100,
  }));
}

/**
 * The weighted mean of the parts that can be judged, 0 to 1: what a municipality has nothing of does not lower it.
 * @returns null when no part can be judged
 */
export function qualityScoreOf(coverage: CoverageValue): number | null {
  const judged = PARTS.filter(({ judged }) => coverage[judged] > 0);
  if (judged.length === 0) return null;
  const weights = judged.reduce((sum, { weight }) => sum + weight, 0);
  const points = judged.reduce(
    (sum, part) => sum + (part.weight * coverage[part.fulfilled]) / coverage[part.judged],
    0,
  );
  return points / weights;
}
