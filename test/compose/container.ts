import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a process may take to become healthy or to end before the test gives up. */
const PATIENCE_MILLISECONDS = 120_000;

export interface Container {
  /** Resolves when the process has ended. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** What the process wrote so far, on both outputs. */
  output(): string;
  /** Runs the health check as Docker does, until it succeeds. */
  healthy(check: readonly string[]): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

export interface ContainerOptions {
  readonly name: string;
  /** Laid out as the image is. */
  readonly folder: string;
  readonly command: readonly string[];
  /** The whole of it: nothing of the test's own environment comes along. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A container's process, without the container. */
export function startContainer({ name, folder, command, environment }: ContainerOptions): Container {
  const launch = ([program = "", ...args]: readonly string[]): ChildProcess =>
    // By its path, since the environment has no PATH.
    spawn(program === "node" ? process.execPath : program, args, {
      cwd: folder,
      env: { ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
  const output: string[] = [];
  const child = launch(command);
  child.stdout?.on("data", (chunk) => output.push(String(chunk)));
  child.stderr?.on("data", (chunk) => output.push(String(chunk)));
  let isOver = false;
  const ended = exitOf(child).finally(() => {
    isOver = true;
  });
  const fail = (what: string) => new Error(`${name} ${what}; it said:\n${output.join("")}`);

  return {
    ended,
    output: () => output.join(""),
    async healthy([kind, ...check]) {
      if (kind !== "CMD") throw new Error(`${name}'s health check is not in exec form`);
      const deadline = Date.now() + PATIENCE_MILLISECONDS;
      while ((await exitOf(launch(check))) !== 0) {
        if (isOver) throw fail(`ended with ${await ended} before it was healthy`);
        if (Date.now() > deadline) throw fail("did not become healthy");
        await sleep(100);
      }
    },
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MILLISECONDS);
      try {
        return await ended;
      } finally {
        clearTimeout(patience);
      }
    },
  };
}

async function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return code ?? signal ?? "SIGKILL";
}
