import type {
  Certainty,
  Dimension,
  Language,
  Measure,
  Precision,
  Unit,
  WarningSeverity,
} from "../../subgraphs/comparisons/generated/types";

/** Rows are asked for in the largest pages that the hub gives. */
export const comparisonQuery = `query Compare($input: ComparisonInput!, $language: Language!) {
  comparison(input: $input) {
    id
    permalink
    csvUrl
    jsonUrl
    measure
    unit
    totalRows
    endCursor
    isAdditive
    total
    rows {
      keys { dimension code label(language: $language) }
      value
      recordCount
      missingCount
      certainty
      precision
      isModelled
      mixesKinds
    }
    warnings { code severity message(language: $language) }
  }
}`;

export interface ComparisonQueryVariables {
  readonly input: object;
  readonly language: Language;
}

export interface AnsweredRow {
  readonly keys: readonly { readonly dimension: Dimension; readonly code: string; readonly label: string }[];
  readonly value: number | null;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly certainty: Certainty | null;
  readonly precision: Precision | null;
  readonly isModelled: boolean;
  readonly mixesKinds: boolean;
}

export interface AnsweredWarning {
  readonly code: string;
  readonly severity: WarningSeverity;
  readonly message: string;
}

export interface AnsweredComparison {
  readonly id: string;
  readonly permalink: string;
  readonly csvUrl: string;
  readonly jsonUrl: string;
  readonly measure: Measure;
  readonly unit: Unit;
  readonly totalRows: number;
  readonly endCursor: string | null;
  readonly isAdditive: boolean;
  readonly total: number | null;
  readonly rows: readonly AnsweredRow[];
  readonly warnings: readonly AnsweredWarning[];
}
