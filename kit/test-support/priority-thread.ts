import { getPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { stepBehind, stepBehindForNow } from "../thread-priority";

/** Says which priority this thread has before it steps behind for now, then, afterwards, and when it has stepped behind. */
const before = getPriority(0);
const comeBack = stepBehindForNow();
const during = getPriority(0);
comeBack();
const after = getPriority(0);
stepBehind();
parentPort?.postMessage({ before, during, after, behind: getPriority(0) });
