import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

// biome-ignore lint/suspicious/noExplicitAny: each process says what it takes and gives
type Handlers = Record<string, (given: any) => unknown>;

/** What the other side can be asked for, as it looks from here. */
export type Calls<H extends Handlers> = {
  [Name in keyof H]: (given: Parameters<H[Name]>[0]) => Promise<Awaited<ReturnType<H[Name]>>>;
};

export interface BenchProcess<H extends Handlers> {
  readonly call: Calls<H>;
  /** Lets it end by itself. */
  stop(): Promise<void>;
}

interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}

interface ReplyMessage {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** Answers the calls of the process that has started this one. A handler that throws fails the call. */
export function serveCalls(handlers: Handlers): void {
  process.on("message", ({ id, name, given }: CallMessage) => {
    const reply = (message: Omit<ReplyMessage, "id">) => void process.send?.({ id, ...message });
    Promise.resolve()
      .then(() => handlers[name]?.(given))
      .then(
        (result) => reply({ result }),
        (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  // An interrupt reaches every process of the terminal; the one that has started this one ends it in order.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit());
}

/**
 * Starts one of this folder's modules in a process of its own, so that what it does is not done in the process that is
 * measured.
 * @param module name without ending; it calls `serveCalls`
 */
export function startBenchProcess<H extends Handlers>(module: string): BenchProcess<H> {
  const child: ChildProcess = fork(require.resolve(join(__dirname, module)), { serialization: "advanced" });
  const waiting = new Map<number, (reply: ReplyMessage) => void>();
  let last = 0;
  child.on("message", (reply: ReplyMessage) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  const ended = once(child, "exit").then(() => {
    for (const [id, settle] of waiting) settle({ id, error: `The process ${module} has ended.` });
  });
  const callOf = (name: string) => (given: unknown) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(`${module}: ${error}`)),
      );
      child.send({ id: last, name, given } satisfies CallMessage);
    });
  return {
    call: new Proxy({}, { get: (_, name) => callOf(String(name)) }) as Calls<H>,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
