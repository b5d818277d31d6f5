import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { HttpLimits } from "./http-limits";
import { requestTimeout, type UnderWay } from "./request-life";

export type State = "built" | "serving" | "stopping" | "stopped";

export interface LifeCycle {
  state(): State;
  start(app: FastifyInstance, at: { host: string; port: number }): Promise<{ url: string }>;
  /** Lets requests under way finish, then closes every connection and stops the executor. */
  stop(app: FastifyInstance): Promise<void>;
}

/** A service starts once and stops once; what is asked of it in between depends on where it is. */
export function createLifeCycle(
  name: string,
  executor: { start(): Promise<void>; stop(): Promise<void> },
  { drainMilliseconds, graceMilliseconds }: Required<HttpLimits>,
  underWay: UnderWay,
): LifeCycle {
  let state: State = "built";
  return {
    state: () => state,
    async start(app, { host, port }) {
      if (state !== "built") throw new Error(`${name} is ${state}; a service starts once`);
      await executor.start();
      try {
        await app.listen({ host, port });
      } catch (error) {
        await executor.stop();
        throw error;
      }
      state = "serving";
      const address = app.server.address() as AddressInfo;
      const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
      return { url: `http://${shown}:${address.port}` };
    },
    async stop(app) {
      if (state !== "serving") return;
      state = "stopping";
      const hurry = setTimeout(() => {
        for (const life of underWay) life.abort(requestTimeout(drainMilliseconds));
      }, drainMilliseconds);
      const force = setTimeout(() => app.server.closeAllConnections(), drainMilliseconds + 2 * graceMilliseconds);
      try {
        await app.close();
        await executor.stop();
      } finally {
        clearTimeout(hurry);
        clearTimeout(force);
        state = "stopped";
      }
    },
  };
}
