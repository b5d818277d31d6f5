import type { ComparisonFrame } from "../comparison/comparison";
import type { ComparisonRowValue } from "../comparison/row";
import type { CoverageValue } from "../coverage/coverage";
import type { CitedDocument } from "./sources.repository";

/** A comparison with what is said of it as a whole. */
export interface ComparisonSummary {
  readonly frame: ComparisonFrame;
  readonly permalink: string;
  /** When it is fetched. */
  readonly on: Date;
  readonly totalRows: number;
  /** Exact decimal text; null where adding is wrong or nothing is known. */
  readonly total: string | null;
  readonly coverage: readonly CoverageValue[];
  readonly municipalityNames: ReadonlyMap<string, string>;
}

/** With its rows and sources, which may be long: each is read once, and the one to its end before the other. */
export interface ComparisonDocument extends ComparisonSummary {
  readonly rows: AsyncIterable<ComparisonRowValue>;
  readonly sources: AsyncIterable<CitedDocument>;
}
