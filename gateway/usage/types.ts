/** How often one client ran one operation since the last report. */
export interface OperationUse {
  /** SHA-256 of the signature, in hexadecimal. */
  readonly hash: string;
  /** The operation without literals, aliases and names that its writer chose, in one order: alike operations have one. */
  readonly signature: string;
  /** What of the schema it touches, as coordinates: `Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`. */
  readonly coordinates: string[];
  /** Name that the client gives itself; `unknown` when it gives none. */
  readonly client: string;
  readonly count: number;
}

/** How an owner's subgraph did since the last report. */
export interface OwnerCalls {
  readonly owner: string;
  /** What was asked of it, also what was then not sent. */
  readonly calls: number;
  /** Of these, what it did not answer, also what was not sent. */
  readonly failures: number;
  /** Error code of the latest call that was sent and failed; without it nothing that was sent failed. */
  readonly lastFailure?: string;
}

/** What an engine has counted since its last report. */
export interface UsageReport {
  readonly operations: OperationUse[];
  readonly ownerCalls: OwnerCalls[];
}

/** Who wants to know what was counted; a failure of theirs loses that report and nothing else. */
export interface UsageReceiver {
  operations(uses: OperationUse[]): Promise<void>;
  ownerCalls(calls: OwnerCalls[]): Promise<void>;
  /** How often they are told, in milliseconds. Default 5,000. */
  readonly milliseconds?: number;
}
