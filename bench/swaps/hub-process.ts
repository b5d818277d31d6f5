import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { type Hub, startHub } from "../../cli/hub";
import { createLogger } from "../../kit/logger";
import { startWorkerThread } from "../../kit/worker-thread";
import { serveCalls } from "./calls";

/** How the thread that holds the clients' connections fared for a while; milliseconds. */
export interface MainThread {
  /** How long its event loop was held up. */
  readonly loopP99: number;
  readonly loopMax: number;
  /** How long it ran, and how long it could have run and no processor was free; NaN where the system does not tell. */
  readonly ran: number;
  readonly waited: number;
}

/** How often the delay is looked at; a delay shorter than this is not seen. */
const RESOLUTION = 2;

let hub: Hub | undefined;
let delays: IntervalHistogram | undefined;

let schedule = readSchedule();

/** Linux counts for each thread; this is the process's first one. */
function readSchedule(): { ran: number; waited: number } {
  try {
    const [ran = Number.NaN, waited = Number.NaN] = readFileSync("/proc/self/schedstat", "utf8").split(" ").map(Number);
    return { ran: ran / 1e6, waited: waited / 1e6 };
  } catch {
    return { ran: Number.NaN, waited: Number.NaN };
  }
}

const handlers = {
  async start({ databaseUrl, logLevel }: { databaseUrl: string; logLevel: string }): Promise<string> {
    hub = await startHub({
      databaseUrl,
      logger: createLogger({ name: "hub", level: logLevel }),
      host: "127.0.0.1",
      port: 0,
    });
    delays = monitorEventLoopDelay({ resolution: RESOLUTION });
    delays.enable();
    return hub.url;
  },
  /** What there was since the last call. */
  mainThread(): MainThread {
    const before = schedule;
    schedule = readSchedule();
    const figures = {
      loopP99: (delays?.percentile(99) ?? 0) / 1e6,
      loopMax: (delays?.max ?? 0) / 1e6,
      ran: schedule.ran - before.ran,
      waited: schedule.waited - before.waited,
    };
    delays?.reset();
    return figures;
  },
  /** Megabytes of the whole process, threads included. */
  memory: (): number => process.memoryUsage.rss() / 1e6,
  /** Keeps a thread of this process busy with nothing. */
  stayBusy(milliseconds: number): Promise<void> {
    const thread = startWorkerThread(join(__dirname, "busy-thread"), { data: { milliseconds } });
    return new Promise((resolve, reject) => thread.once("exit", () => resolve()).once("error", reject));
  },
  async stop(): Promise<void> {
    await hub?.stop();
  },
};

export type HubCalls = typeof handlers;

serveCalls(handlers);
