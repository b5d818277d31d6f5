import { serveCalls } from "./calls";
import { type SteadyLoad, type SteadyLoadOptions, startSteadyLoad } from "./steady-load";

let load: SteadyLoad | undefined;

const handlers = {
  start(options: Omit<SteadyLoadOptions, "judge">): void {
    load = startSteadyLoad(options);
  },
  async stop() {
    const closedConnections = load?.closedConnections() ?? 0;
    return { samples: (await load?.stop()) ?? [], closedConnections };
  },
};

export type LoadCalls = typeof handlers;

serveCalls(handlers);
