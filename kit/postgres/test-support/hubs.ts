import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { PostgresOptions } from "../index";
import type { HubReport } from "./hub-process";

const running = new Set<ChildProcess>();

export interface Hub {
  readonly process: ChildProcess;
  readonly pid: number;
  /** What it said when it had started, or failed to. */
  readonly report: HubReport;
  /** Ends it as a hub ends: it leaves the server first. */
  stop(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** Runs `hub-process.ts` in a process of its own until the test ends it or `killHubs` does. */
export async function startHub(options: PostgresOptions, forkOptions: ForkOptions = {}): Promise<Hub> {
  const child = fork(path.join(__dirname, "hub-process.ts"), [JSON.stringify(options)], {
    execArgv: ["--require", path.join(__dirname, "..", "..", "..", "test", "testkit", "typescript-hook.js")],
    ...forkOptions,
  });
  running.add(child);
  const ended = once(child, "exit").then(() => running.delete(child));
  const endedTooSoon = ended.then(() => Promise.reject(new Error("the process ended without a report")));
  const [report] = (await Promise.race([once(child, "message"), endedTooSoon])) as [HubReport];
  endedTooSoon.catch(() => {});
  return {
    process: child,
    pid: child.pid ?? 0,
    report,
    stop: async () => {
      if (child.connected) child.send("stop");
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The address that a hub reported. */
export function urlOf(hub: Hub): string {
  if (!hub.report.started) throw new Error(hub.report.message);
  return hub.report.url;
}

export async function killHubs(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    }),
  );
}
