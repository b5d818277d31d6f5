import { workerData } from "node:worker_threads";

/** Does nothing for so long, without ever letting go: a thread that needs a processor and has nothing to do with the hub. */
const { milliseconds } = workerData as { milliseconds: number };
const end = performance.now() + milliseconds;
while (performance.now() < end);
