import { parentPort } from "node:worker_threads";
import { stepBehind } from "../../kit/thread-priority";
import { type Job, runJob } from "./job";

const port = parentPort;
if (!port) throw new Error("compose-thread runs as a thread only");
// A publish may take a moment longer; clients of the graph should not notice it.
stepBehind();
// What throws here ends the thread, and whoever waits for the answer is told.
port.on("message", async (job: Job) => port.postMessage(await runJob(job)));
port.postMessage("ready");
