import { type ResourceLimits, Worker } from "node:worker_threads";

export interface WorkerThreadOptions {
  /** Handed to the thread as its `workerData`. */
  readonly data?: unknown;
  readonly limits?: ResourceLimits;
  readonly name?: string;
}

/** Where a process that runs from TypeScript sources says what must be required before one of them can be. */
const SOURCE_HOOK = Symbol.for("kommungraf.source-hook");

/**
 * Starts a thread from one of our own modules, compiled or as source, whichever this process runs.
 * @param module absolute path without ending, such as `join(__dirname, "compose-thread")`
 */
export function startWorkerThread(module: string, { data, limits, name }: WorkerThreadOptions = {}): Worker {
  const hook = (globalThis as { [SOURCE_HOOK]?: string })[SOURCE_HOOK];
  const settings = { workerData: data, resourceLimits: limits, name };
  if (!hook) return new Worker(`${module}.js`, settings);
  const entry = `require(${JSON.stringify(hook)}); require(${JSON.stringify(`${module}.ts`)});`;
  return new Worker(entry, { ...settings, eval: true });
}
