/**
 * Everything that a check can find in a subgraph. Codes are stable: a municipality's tools may switch on them.
 * `docs/findings.md` is made from this table.
 */
export const findingCatalogue = {
  SYNTAX: "The schema is not GraphQL. Mend it at the place that is named.",
} as const satisfies Record<string, string>;

export type FindingCode = keyof typeof findingCatalogue;

/** An error keeps a subgraph from being published; a warning does not. */
export type Severity = "ERROR" | "WARNING";

/** One thing that is wrong with a subgraph, with its place and what to do. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One sentence that says what is wrong. */
  readonly message: string;
  /** One sentence that says what to do. */
  readonly remedy: string;
  /** Where in the schema, such as Area.sundsvall; absent when it is about the whole. */
  readonly coordinate?: string;
  /** Counted from 1, in the schema as it was sent. */
  readonly line?: number;
  readonly column?: number;
}
