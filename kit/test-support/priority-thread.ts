import { getPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { behindOthers, stepBehind } from "../thread-priority";

/** Says which priority this thread has while work runs behind others, afterwards, and after it stepped behind for good. */
async function report(): Promise<void> {
  const before = getPriority(0);
  const during = await behindOthers(async () => getPriority(0));
  const after = getPriority(0);
  stepBehind();
  parentPort?.postMessage({ before, during, after, behind: getPriority(0) });
}

void report();
