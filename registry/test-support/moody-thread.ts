import { parentPort } from "node:worker_threads";

/** A thread that does to itself what it is told. */
const moods: Readonly<Record<string, () => unknown>> = {
  answer: () => "well",
  spin() {
    for (;;);
  },
  hoard() {
    const hoard: unknown[] = [];
    for (;;) hoard.push(new Array(10_000).fill(hoard.length));
  },
  throw() {
    throw new Error("moody");
  },
  exit: () => process.exit(3),
};

parentPort?.on("message", (mood: string) => parentPort?.postMessage(moods[mood]?.()));
parentPort?.postMessage("ready");
