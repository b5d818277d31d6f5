import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../../kit/project-root";

export interface Child {
  readonly process: ChildProcess;
  /** Everything that it has written so far. */
  output(): string;
  /** Resolves with the first match of the pattern in its output; fails with the output when the process ends first. */
  saw(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends the signal and waits for the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Waits for the exit code. */
  ended(): Promise<number | null>;
}

/**
 * Runs one of the project's own entries from source in a process of its own, with nothing in its environment but what is
 * given.
 * @param entry path from the project root, such as cli/main.ts
 * @param preload files of the testkit that are required first
 */
export function startChild(
  entry: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  preload: readonly string[] = [],
): Child {
  const requires = [...preload, "typescript-hook.js"].flatMap((file) => ["--require", join(__dirname, file)]);
  const child = spawn(process.execPath, [...requires, join(projectRoot, entry), ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  const exited = once(child, "close").then(([code]) => code as number | null);
  return {
    process: child,
    output: () => text,
    saw: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (match) resolve(match);
        };
        listeners.add(look);
        look();
        void exited.then((code) =>
          reject(new Error(`${entry} ended with ${code} before ${pattern} was seen:\n${text}`)),
        );
      }),
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      return exited;
    },
    ended: () => exited,
  };
}
