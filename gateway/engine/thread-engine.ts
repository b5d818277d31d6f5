import { join } from "node:path";
import type { GraphQLError } from "graphql";
import { isPublicError } from "../../kit/errors";
import { HttpRefusal } from "../../kit/http";
import { startWorkerThread } from "../../kit/worker-thread";
import type { AbortReason, EngineThreadData, FromThread, ToThread } from "./messages";
import { logLine } from "./thread-log";
import type { BreakerStates, Engine, EngineAnswer, EngineHooks, EngineSettings } from "./types";

export interface ThreadEngineOptions {
  readonly sdl: string;
  readonly settings: EngineSettings;
  readonly hooks: EngineHooks;
  readonly breakers?: BreakerStates | undefined;
  /** The most memory that the thread's objects may take, in MiB; one that needs more ends, and nothing else does. */
  readonly heapMebibytes: number;
  /** Gives up building. */
  readonly signal?: AbortSignal | undefined;
  /** How long building may take. Default 120,000. */
  readonly buildMilliseconds?: number;
  /** How long a thread that serves may be busy without a sign of life; then it is ended. Default 60,000. */
  readonly stuckMilliseconds?: number;
}

interface Waiting {
  readonly requestId: string;
  resolve(answer: EngineAnswer): void;
  reject(error: Error): void;
}

const STOP_MILLISECONDS = 5000;
const PINGS = 4;

/**
 * Builds an engine in a thread of its own: building, planning and joining answers stall nobody there.
 * @throws Error when the supergraph cannot be served, or the thread ends before it is ready
 */
export async function startThreadEngine(options: ThreadEngineOptions): Promise<Engine> {
  const { sdl, settings, hooks, breakers = {}, heapMebibytes, signal } = options;
  const { buildMilliseconds = 120_000, stuckMilliseconds = 60_000 } = options;
  const data: EngineThreadData = { sdl, settings, breakers, logLevel: hooks.logger.level };
  const worker = startWorkerThread(join(__dirname, "engine-thread"), {
    data,
    name: "engine",
    limits: { maxOldGenerationSizeMb: heapMebibytes },
  });
  const post = (message: ToThread) => worker.postMessage(message);

  const waiting = new Map<number, Waiting>();
  let latest = 0;
  let issuer = "";
  let isStopping = false;
  let unanswered = 0;
  let watch: NodeJS.Timeout | undefined;
  let failure: Error | undefined;
  const onBreakers: ((states: BreakerStates) => void)[] = [];
  const ready = deferred<Extract<FromThread, { kind: "ready" }>>();
  const stopped = deferred<void>();
  const lost = deferred<Error>();

  worker.on("message", (message: FromThread) => {
    switch (message.kind) {
      case "ready":
        return ready.resolve(message);
      case "refused":
        return ready.reject(new Error(message.message));
      case "answer": {
        const { id, kind: _, body, ...answer } = message;
        return waiting.get(id)?.resolve({ ...answer, body: Buffer.from(body) });
      }
      case "fault":
        return waiting.get(message.id)?.reject(new Error(message.message));
      case "log":
        return logLine(hooks.logger, message.line);
      case "report":
        return hooks.report(message.report);
      case "breakers":
        return onBreakers.shift()?.(message.states);
      case "pong":
        unanswered = 0;
        return;
      case "stopped":
        return stopped.resolve();
    }
  });
  // The reason comes before the end.
  worker.once("error", (error) => {
    failure = error;
  });
  worker.once("exit", (code) => {
    const reason = failure ?? new Error(`The engine's thread ended with ${code}`);
    failure = reason;
    clearInterval(watch);
    ready.reject(reason);
    stopped.resolve();
    for (const answer of onBreakers.splice(0)) answer({});
    for (const one of [...waiting.values()]) one.reject(cutShort(one.requestId));
    if (!isStopping) lost.resolve(reason);
  });

  async function end(): Promise<void> {
    isStopping = true;
    await worker.terminate();
  }

  const tooLong = setTimeout(
    () => ready.reject(new Error(`The engine was not built within ${buildMilliseconds} ms`)),
    buildMilliseconds,
  );
  const onAbort = () => ready.reject(new Error("Building the engine was given up"));
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();
  const { subgraphs, schemaText } = await ready.promise
    .catch(async (error) => {
      await end();
      throw error;
    })
    .finally(() => {
      clearTimeout(tooLong);
      signal?.removeEventListener("abort", onAbort);
    });

  // Signs of life are counted and not timed, since a machine may sleep.
  watch = setInterval(() => {
    if (unanswered >= PINGS && !isStopping) {
      failure = new Error(`The engine's thread gave no sign of life for ${stuckMilliseconds} ms`);
      void worker.terminate();
      return;
    }
    unanswered += 1;
    post({ kind: "ping" });
  }, stuckMilliseconds / PINGS).unref();

  return {
    subgraphs,
    schemaText: () => schemaText,
    lost: lost.promise,
    execute(question, life) {
      return new Promise((resolve, reject) => {
        if (failure) return reject(cutShort(life.requestId));
        const id = ++latest;
        const onAbort = () => post({ kind: "abort", id, reason: abortReason(life.signal.reason) });
        const settle = () => {
          waiting.delete(id);
          life.signal.removeEventListener("abort", onAbort);
        };
        const now = hooks.issuer();
        if (now !== issuer) post({ kind: "issuer", issuer: now });
        issuer = now;
        try {
          post({ kind: "execute", id, requestId: life.requestId, question });
        } catch {
          // Nothing else of a request cannot be copied.
          return reject(new HttpRefusal(400, "BAD_REQUEST", "The variables are nested too deeply."));
        }
        waiting.set(id, {
          requestId: life.requestId,
          resolve(answer) {
            settle();
            resolve(answer);
          },
          reject(error) {
            settle();
            reject(error);
          },
        });
        if (life.signal.aborted) onAbort();
        else life.signal.addEventListener("abort", onAbort, { once: true });
      });
    },
    breakerStates: () =>
      new Promise((resolve) => {
        if (isStopping || failure) return resolve({});
        onBreakers.push(resolve);
        post({ kind: "breakers" });
      }),
    takeBreakers: (states) => post({ kind: "take-breakers", states }),
    async stop() {
      isStopping = true;
      post({ kind: "stop" });
      const tooLong = setTimeout(stopped.resolve, STOP_MILLISECONDS);
      await stopped.promise;
      clearTimeout(tooLong);
      await end();
    },
  };
}

function cutShort(requestId: string): HttpRefusal {
  return new HttpRefusal(
    503,
    "INTERNAL_SERVER_ERROR",
    "What was answering this request ended before it had answered. Ask again.",
    { requestId },
  );
}

function abortReason(reason: unknown): AbortReason {
  const message = reason instanceof Error ? reason.message : String(reason);
  if (!isPublicError(reason)) return { kind: "gone", message };
  const { code: _, ...extensions } = (reason as GraphQLError).extensions;
  return { kind: "time-up", message, extensions };
}

function deferred<T>(): {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
} {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // Who awaits it is told; one that nobody awaits any more has nobody to tell.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
