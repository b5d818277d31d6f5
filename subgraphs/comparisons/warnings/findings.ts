/** What is found of one municipality among the records that are compared. */
export interface MunicipalityFindings {
  readonly code: string;
  readonly name: string;
  /** Whether it has any record in the selection. */
  readonly hasRecords: boolean;
  readonly lacksAmounts: boolean;
  readonly hasApproximate: boolean;
  readonly hasInferredYears: boolean;
  readonly hasProposed: boolean;
  /** Whether some record is of no known year. */
  readonly lacksYears: boolean;
  /** Whether a filter on years leaves out records without an amount, since their year is not known. */
  readonly leavesOutYear: boolean;
  /** Whether a filter on kinds leaves out records without an amount, since their kind is not known. */
  readonly leavesOutKind: boolean;
  /** Whether sources do not state how some known amount is divided between them. */
  readonly lacksSplit: boolean;
  readonly hasModelled: boolean;
  /** Whether it has records in a row whose value covers only some of its records. */
  readonly isPartial: boolean;
  /** Whether rows that are not by municipality are divided by its inhabitants, those of others left out. */
  readonly isDivisor: boolean;
  /** Whether it has confirmed the classification of each of its initiatives. */
  readonly isConfirmed: boolean;
}

/** What warnings, and whether rows add up, are judged by; over the whole comparison, not a page of it. */
export interface Findings {
  /** Every municipality compared. */
  readonly municipalities: readonly MunicipalityFindings[];
  /** Kinds of the amounts known, UNKNOWN among them. */
  readonly kinds: readonly string[];
  /** Years of the amounts known, or of the counts, UNKNOWN among them. */
  readonly years: readonly string[];
  /** Whether a record stands in several codes of a dimension that rows are by. */
  readonly hasSeveral: boolean;
  /** Whether a row has not one known year although its value is divided by inhabitants. */
  readonly needsYear: boolean;
  /** Populations that are needed and not known. */
  readonly withoutPopulation: readonly { readonly code: string; readonly name: string; readonly year: string }[];
}
