import { join } from "node:path";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { type Hub, startHub } from "../../cli/hub";
import { createLogger } from "../../kit/logger";
import { startWorkerThread } from "../../kit/worker-thread";
import { serveCalls } from "./calls";

/** How long the thread that holds the clients' connections could not do anything else, in milliseconds. */
export interface LoopDelay {
  readonly p99: number;
  readonly max: number;
}

/** How often the delay is looked at; a delay shorter than this is not seen. */
const RESOLUTION = 2;

let hub: Hub | undefined;
let delays: IntervalHistogram | undefined;

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
  /** The delays since the last call. */
  loopDelay(): LoopDelay {
    const delay = { p99: (delays?.percentile(99) ?? 0) / 1e6, max: (delays?.max ?? 0) / 1e6 };
    delays?.reset();
    return delay;
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
