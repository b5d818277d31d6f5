import { spawn } from "node:child_process";

export interface RunningService {
  /** The address that it printed. */
  readonly url: string;
  /** All that it has printed so far. */
  printed(): string;
  /** Asks it to end; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a service in a process of its own, as its owner would, on a free port; it prints its address and one line more. */
export async function runService(script: string, env: Record<string, string> = {}): Promise<RunningService> {
  const { NODE_OPTIONS, ...own } = process.env;
  const child = spawn(process.execPath, [script], {
    env: { ...own, PORT: "0", HUB_URL: "", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // A test that fails halfway leaves no process behind.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const [, found] = /at (http:\S+)\n.+\n/.exec(printed) ?? [];
      if (found) resolve(found);
    });
    void exited.then((code) => reject(new Error(`${script} ended with ${code}: ${printed}`)));
  });
  return {
    url,
    printed: () => printed,
    stop() {
      child.kill("SIGTERM");
      return exited.finally(() => process.off("exit", kill));
    },
  };
}
