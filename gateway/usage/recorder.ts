import type { Logger } from "../../kit/logger";
import type { KnownOperation } from "./read-operation";
import type { OwnerCalls, UsageReport } from "./types";

const MOST_OPERATIONS = 2000;
const MOST_CLIENTS = 50;
/** A longer signature is no operation that a program of people's making sends. */
const LONGEST_SIGNATURE = 20_000;

/** Failures of calls that never reached the owner. */
const NOT_SENT: ReadonlySet<string> = new Set(["SUBGRAPH_QUARANTINED", "NOT_SENT"]);

export interface UsageRecorder {
  countOperation(operation: KnownOperation, client: string): void;
  /** @param failure undefined when the owner answered */
  countOwnerCall(owner: string, failure: string | undefined): void;
  /** Hands over what was counted since the last time, if anything. */
  flush(): void;
  /** Flushes for the last time. */
  stop(): void;
}

/**
 * Counts operations and calls of owners, and hands the counts over again and again. What it holds is bounded: beyond
 * 2,000 operations between two reports the rest is dropped, and beyond 50 clients the rest counts as `other`.
 */
export function createUsageRecorder(
  report: (report: UsageReport) => void,
  logger: Logger,
  milliseconds: number,
): UsageRecorder {
  let operations = new Map<string, { operation: KnownOperation; byClient: Map<string, number> }>();
  let clients = new Set<string>();
  let owners = new Map<string, OwnerCalls>();
  let dropped = 0;

  function flush(): void {
    if (dropped > 0)
      logger.warn({ dropped }, "Uses of operations were not recorded: there were too many kinds of them");
    const counted: UsageReport = {
      operations: [...operations.values()].flatMap(({ operation, byClient }) =>
        [...byClient].map(([client, count]) => ({ ...operation, client, count })),
      ),
      ownerCalls: [...owners.values()],
    };
    operations = new Map();
    clients = new Set();
    owners = new Map();
    dropped = 0;
    if (counted.operations.length > 0 || counted.ownerCalls.length > 0) report(counted);
  }

  const timer = setInterval(flush, milliseconds).unref();
  return {
    countOperation(operation, client) {
      let known = operations.get(operation.hash);
      if (!known) {
        if (operations.size >= MOST_OPERATIONS || operation.signature.length > LONGEST_SIGNATURE) {
          dropped += 1;
          return;
        }
        known = { operation, byClient: new Map() };
        operations.set(operation.hash, known);
      }
      const name = clients.has(client) || clients.size < MOST_CLIENTS ? client : "other";
      clients.add(name);
      known.byClient.set(name, (known.byClient.get(name) ?? 0) + 1);
    },
    countOwnerCall(owner, failure) {
      const before = owners.get(owner) ?? { owner, calls: 0, failures: 0 };
      // What is too large says more of what was asked for: any client can ask for much.
      const failed = failure !== undefined && failure !== "ANSWER_TOO_LARGE";
      owners.set(owner, {
        ...before,
        calls: before.calls + 1,
        failures: before.failures + (failed ? 1 : 0),
        ...(failed && !NOT_SENT.has(failure) && { lastFailure: failure }),
      });
    },
    flush,
    stop() {
      clearInterval(timer);
      flush();
    },
  };
}
