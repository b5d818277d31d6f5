import { join } from "node:path";
import { silentLogger } from "../../test/testkit/database";
import { createThread, type Thread } from "./thread";

let thread: Thread<string, string>;
beforeEach(() => {
  thread = createThread({
    module: join(__dirname, "..", "test-support", "moody-thread"),
    name: "moody",
    limits: { maxOldGenerationSizeMb: 32 },
    jobMilliseconds: 2_000,
    logger: silentLogger,
  });
});
afterEach(() => thread.close());

it.each([
  ["takes too long", "spin", "time"],
  ["takes too much memory", "hoard", "memory"],
  ["throws", "throw", "crash"],
  ["ends the thread", "exit", "crash"],
])("gives up a job that %s, and does the next one", async (_, mood, because) => {
  expect(await thread.run(mood)).toEqual({ kind: "given-up", because });
  expect(await thread.run("answer")).toEqual({ kind: "answered", answer: "well" });
});

it("does what waits behind a job that is given up", async () => {
  const outcomes = await Promise.all(["answer", "throw", "answer"].map((mood) => thread.run(mood)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(["answered", "given-up", "answered"]);
});

it("refuses jobs once it is closed", async () => {
  await thread.close();
  await expect(thread.run("answer")).rejects.toThrow("closed");
});

it("can be closed in the middle of a job", async () => {
  await thread.run("answer");
  const job = thread.run("spin");
  await new Promise(setImmediate);
  await thread.close();
  expect(await job).toMatchObject({ kind: "given-up" });
});
