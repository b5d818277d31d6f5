import { type Child, startChild } from "../../test/testkit/child";

export interface ChildGateway extends Child {
  url: string;
}

/** The real entry in a process of its own, on a free port; resolves when it says that it is ready. */
export async function startChildGateway(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  preload: readonly string[] = [],
): Promise<ChildGateway> {
  const child = startChild("gateway/index.ts", ["--port", "0", ...args], env, preload);
  const [, url = ""] = await child.saw(/"url":"(http[^"]+)\/graphql"/);
  return { ...child, url };
}
