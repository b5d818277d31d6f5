/** Why the monitor takes a subgraph out, or back in. */
export interface Cause {
  readonly code: "ENDPOINT_FAILS" | "CALLS_FAIL" | "WELL_AGAIN";
  /** One sentence, for the owner and the audit log. */
  readonly reason: string;
}
