import { startChild } from "../../../test/testkit/child";

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `kommungraf` to its end in a process of its own, with nothing in its environment but what is given. */
export async function runCli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const child = startChild("cli/main.ts", args, env);
  const said = { out: "", err: "" };
  child.process.stdout?.on("data", (chunk: string) => {
    said.out += chunk;
  });
  child.process.stderr?.on("data", (chunk: string) => {
    said.err += chunk;
  });
  return { exit: await child.ended(), ...said };
}
