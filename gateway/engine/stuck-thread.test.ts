import { Worker } from "node:worker_threads";
import { createLogger } from "../../kit/logger";
import { defaultLimits } from "../limits/limits";
import { startThreadEngine } from "./thread-engine";
import type { EngineSettings } from "./types";

let mockThread = "";
jest.mock("../../kit/worker-thread", () => ({ startWorkerThread: () => new Worker(mockThread, { eval: true }) }));

const READY = `const { parentPort } = require("node:worker_threads");
  parentPort.postMessage({ kind: "ready", subgraphs: [], schemaText: "" });`;

const settings: EngineSettings = {
  subgraphUrls: {},
  limits: defaultLimits,
  subgraphMilliseconds: 1000,
  answerBytes: 1000,
  requestAnswerBytes: 1000,
  owners: { loopback: false },
  checkAccess: true,
};
const options = {
  sdl: "",
  settings,
  hooks: { logger: createLogger({ name: "test", level: "silent" }), issuer: () => "", report: () => {} },
  heapMebibytes: 100,
};

it("ends a thread that is busy for ever, and what it had under way is refused", async () => {
  mockThread = `${READY} parentPort.once("message", () => { for (;;); });`;
  const engine = await startThreadEngine({ ...options, stuckMilliseconds: 40 });
  const answer = engine.execute(
    { body: { query: "{ x }" }, method: "POST", client: "test", purpose: "client" },
    { signal: new AbortController().signal, requestId: "r" },
  );
  await expect(answer).rejects.toMatchObject({ status: 503 });
  expect((await engine.lost).message).toMatch(/no sign of life/);
});

it("gives up a thread that does not become ready", async () => {
  mockThread = "for (;;);";
  await expect(startThreadEngine({ ...options, buildMilliseconds: 20 })).rejects.toThrow(/not built within 20 ms/);
});

it("says why a thread ended before it was ready", async () => {
  mockThread = 'throw new Error("no module");';
  await expect(startThreadEngine(options)).rejects.toThrow("no module");
});
