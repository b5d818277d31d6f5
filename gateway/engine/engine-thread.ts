import { parentPort, workerData } from "node:worker_threads";
import { publicError } from "../../kit/errors";
import { createLogger } from "../../kit/logger";
import { stepBehindForNow } from "../../kit/thread-priority";
import { createEngine } from "./engine";
import type { AbortReason, EngineThreadData, FromThread, ToThread } from "./messages";
import type { Engine } from "./types";

/** Runs one engine and talks with `thread-engine.ts` on the other side. */
async function run(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("engine-thread runs as a thread only");
  const { sdl, settings, breakers, logLevel } = workerData as EngineThreadData;
  const post = (message: FromThread, transfer?: ArrayBuffer[]) => port.postMessage(message, transfer);
  const logger = createLogger({ name: "engine", level: logLevel }, { write: (line) => post({ kind: "log", line }) });
  let issuer = "";
  // The engine that serves meanwhile goes first, until this one has a client to answer.
  const comeForward = stepBehindForNow();
  let serves = false;

  let engine: Engine;
  try {
    engine = await createEngine(
      sdl,
      settings,
      { logger, issuer: () => issuer, report: (report) => post({ kind: "report", report }) },
      breakers,
    );
  } catch (error) {
    post({ kind: "refused", message: error instanceof Error ? error.message : String(error) });
    port.close();
    return;
  }
  const underWay = new Map<number, AbortController>();

  async function execute({ id, requestId, question }: Extract<ToThread, { kind: "execute" }>): Promise<void> {
    const life = new AbortController();
    underWay.set(id, life);
    try {
      const { body, ...answer } = await engine.execute(question, { signal: life.signal, requestId });
      const { buffer } = new TextEncoder().encode(String(body));
      post({ ...answer, kind: "answer", id, body: buffer }, [buffer]);
    } catch (error) {
      logger.error({ requestId, err: error }, "An engine failed");
      post({ kind: "fault", id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      underWay.delete(id);
    }
  }

  port.on("message", async (message: ToThread) => {
    if (message.kind === "execute") {
      if (!serves && message.question.purpose === "client") {
        serves = true;
        comeForward();
      }
      await execute(message);
    }
    if (message.kind === "abort") underWay.get(message.id)?.abort(reasonOf(message.reason));
    if (message.kind === "issuer") issuer = message.issuer;
    if (message.kind === "breakers") post({ kind: "breakers", states: await engine.breakerStates() });
    if (message.kind === "take-breakers") engine.takeBreakers(message.states);
    if (message.kind === "ping") post({ kind: "pong" });
    if (message.kind === "stop") {
      await engine.stop();
      post({ kind: "stopped" });
      port.close();
    }
  });
  post({ kind: "ready", subgraphs: engine.subgraphs, schemaText: engine.schemaText() });
}

function reasonOf(reason: AbortReason): Error {
  return reason.kind === "gone"
    ? new Error(reason.message)
    : publicError("REQUEST_TIMEOUT", reason.message, { ...reason.extensions });
}

void run();
