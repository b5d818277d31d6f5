/** What the rules of a grant's life need to know of the grant itself. */
export interface GrantFacts {
  /** Largest share of the cost that the programme pays, as decimal text such as 0.5; null when it is not known for sure. */
  readonly maxShare: string | null;
  /** Whether all of its life is in the log, as of a grant that was registered here; documents may leave out the beginning. */
  readonly isWholeKnown: boolean;
}
