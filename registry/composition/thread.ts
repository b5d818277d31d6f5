import type { ResourceLimits, Worker } from "node:worker_threads";
import type { Logger } from "../../kit/logger";
import { startWorkerThread } from "../../kit/worker-thread";
import { createFairTurn } from "./fair-turn";

export interface ThreadOptions {
  /** Absolute path without ending; the module says "ready", and then answers each message with one. */
  readonly module: string;
  readonly name: string;
  readonly limits: ResourceLimits;
  /** A job that takes longer is given up, and its thread with it. */
  readonly jobMilliseconds: number;
  readonly logger: Logger;
}

/** What became of a job: an answer, or why the thread had to be given up. */
export type JobOutcome<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "given-up"; readonly because: "time" | "memory" | "crash" };

export interface Thread<Job, Answer> {
  /**
   * Jobs are done one after the other.
   * @param party for whom: of jobs that wait, those of different parties take turns
   */
  run(job: Job, party?: string): Promise<JobOutcome<Answer>>;
  close(): Promise<void>;
}

/** One thread for many jobs. Nothing that a job does to it reaches the process; the next job gets a new one. */
export function createThread<Job, Answer>(options: ThreadOptions): Thread<Job, Answer> {
  const { module, name, limits, jobMilliseconds, logger } = options;
  const inTurn = createFairTurn();
  let current: Promise<Worker> | undefined;
  let isClosed = false;

  async function start(): Promise<Worker> {
    const worker = startWorkerThread(module, { name, limits });
    // Without a listener it would end the process.
    worker.on("error", (err) => logger.error({ thread: name, err }, "thread failed"));
    worker.once("exit", () => {
      current = undefined;
    });
    const loaded = await nextMessage(worker);
    if (loaded.kind === "given-up") throw new Error(`The thread ${name} cannot start: ${loaded.because}`);
    return worker;
  }

  async function giveUp(worker: Worker): Promise<void> {
    current = undefined;
    await worker.terminate();
  }

  return {
    run: (job, party = "") =>
      inTurn(party, async () => {
        if (isClosed) throw new Error(`The thread ${name} is closed`);
        current ??= start();
        const worker = await current;
        const answer = nextMessage<Answer>(worker, jobMilliseconds);
        worker.postMessage(job);
        const outcome = await answer;
        if (outcome.kind === "given-up") {
          logger.warn({ thread: name, because: outcome.because }, "thread given up");
          await giveUp(worker);
        }
        return outcome;
      }),
    async close() {
      isClosed = true;
      const worker = await current?.catch(() => undefined);
      if (worker) await giveUp(worker);
    },
  };
}

function nextMessage<Answer>(worker: Worker, milliseconds?: number): Promise<JobOutcome<Answer>> {
  return new Promise((resolve) => {
    const finish = (outcome: JobOutcome<Answer>) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      resolve(outcome);
    };
    const onMessage = (answer: Answer) => finish({ kind: "answered", answer });
    const onError = ({ code }: { code?: string }) =>
      finish({ kind: "given-up", because: code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash" });
    const onExit = () => finish({ kind: "given-up", because: "crash" });
    const timer = milliseconds
      ? setTimeout(() => finish({ kind: "given-up", because: "time" }), milliseconds)
      : undefined;
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
