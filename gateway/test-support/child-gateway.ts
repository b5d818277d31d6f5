import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../kit/project-root";

export interface ChildGateway {
  child: ChildProcess;
  url: string;
  /** What the process wrote so far, on both outputs. */
  output: string[];
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const support = (file: string) => join(projectRoot, "gateway", "test-support", file);

/** The real entry in a process of its own, on a free port; resolves when it says that it is ready. */
export async function startChildGateway(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  preload: readonly string[] = [],
): Promise<ChildGateway> {
  const requires = [...preload, "typescript-hook.js"].flatMap((file) => ["--require", support(file)]);
  const entry = join(projectRoot, "gateway", "index.ts");
  const child = spawn(process.execPath, [...requires, entry, "--port", "0", ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  child.stderr?.on("data", (chunk) => output.push(String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      output.push(line);
      const address = /"url":"(http[^"]+)\/graphql"/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`The gateway ended with ${code}: ${output.join("\n")}`)));
  });
  return {
    child,
    url,
    output,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
  };
}
