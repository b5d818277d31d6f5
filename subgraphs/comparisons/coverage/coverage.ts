import type { Connection } from "../../../kit/pagination";
import type { SupplyDoor } from "../generated/types";

/** A row of comparisons.municipality. */
export interface CoverageValue {
  readonly municipalityCode: string;
  readonly initiatives: number;
  readonly initiativesWithAmount: number;
  readonly initiativesWithSource: number;
  readonly initiativesWithYear: number;
  readonly initiativesWithStatus: number;
  readonly initiativesConfirmed: number;
  readonly programmes: number;
  readonly targets: number;
  readonly quantifiedTargets: number;
  readonly grants: number;
  readonly pots: number;
  readonly allocations: number;
  readonly amounts: number;
  readonly amountsWithStatedYear: number;
  readonly years: readonly number[];
  readonly populationYears: readonly number[];
  readonly doors: readonly SupplyDoor[];
  readonly freshness: Date | null;
  readonly sourceDocuments: number;
  readonly qualityNotes: number;
  readonly deficiencies: number;
}

/** A page of references to initiatives. */
export type LackingValue = Connection<{ readonly id: string }>;
