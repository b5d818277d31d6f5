import { readFileSync, writeFileSync } from "node:fs";
import { startHub } from "../../cli/hub";
import { createLogger } from "../../kit/logger";
import { createOpendataDatabase } from "../../opendata/database";
import { createOpendataSubgraph } from "../../opendata/subgraph";
import { serveCalls } from "../swaps/calls";

interface Given {
  readonly databaseUrl: string;
  readonly logLevel: string;
}

const HOST = "127.0.0.1";
const stops: (() => Promise<void>)[] = [];

const handlers = {
  /** The room alone. */
  async startRoom({ databaseUrl, logLevel }: Given): Promise<string> {
    const logger = createLogger({ name: "opendata", level: logLevel });
    const database = createOpendataDatabase({ url: databaseUrl, logger });
    await database.connect();
    const room = createOpendataSubgraph({ database, logger, publicUrl: () => "http://localhost" });
    stops.push(
      () => database.close(),
      () => room.stop(),
    );
    return (await room.start({ host: HOST, port: 0 })).url;
  },
  /** The whole hub, whose gateway lets the files through. */
  async startHub({ databaseUrl, logLevel }: Given): Promise<string> {
    const logger = createLogger({ name: "hub", level: logLevel });
    const hub = await startHub({ databaseUrl, logger, host: HOST, port: 0 });
    stops.push(() => hub.stop());
    return hub.url;
  },
  /** Megabytes that the process has had at most since it was last asked; NaN where the system does not tell. */
  peakMemory(): number {
    try {
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
      writeFileSync("/proc/self/clear_refs", "5");
      return (Number(peak) * 1024) / 1e6;
    } catch {
      return Number.NaN;
    }
  },
  async stop(): Promise<void> {
    for (const stop of stops.reverse()) await stop();
  },
};

export type ServiceCalls = typeof handlers;

serveCalls(handlers);
