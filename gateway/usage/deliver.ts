import type { Logger } from "../../kit/logger";
import type { UsageReceiver, UsageReport } from "./types";

const MOST_WAITING = 10;

export interface UsageDelivery {
  take(report: UsageReport): void;
  /** Resolves when everything that was taken has been handed over, or was lost. */
  settled(): Promise<void>;
}

/** Hands reports of engines to who wants them, one after the other; a receiver that falls behind loses what is new. */
export function createUsageDelivery(receiver: UsageReceiver | undefined, logger: Logger): UsageDelivery {
  let last = Promise.resolve();
  let waiting = 0;
  const lost = (err: unknown) => void logger.warn({ err }, "What was counted could not be recorded");
  return {
    take({ operations, ownerCalls }) {
      if (!receiver) return;
      if (waiting >= MOST_WAITING) return lost(new Error("Earlier reports are still on their way"));
      waiting += 1;
      last = last.then(async () => {
        if (operations.length > 0) await receiver.operations(operations).catch(lost);
        if (ownerCalls.length > 0) await receiver.ownerCalls(ownerCalls).catch(lost);
        waiting -= 1;
      });
    },
    settled: () => last,
  };
}
