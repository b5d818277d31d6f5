import { once } from "node:events";
import { getPriority } from "node:os";
import { join } from "node:path";
import { startWorkerThread } from "./worker-thread";

const onLinux = process.platform === "linux" ? it : it.skip;

onLinux("lowers one thread's priority and gives it back, or leaves it where it could not be given back", async () => {
  const ours = getPriority(0);
  const thread = startWorkerThread(join(__dirname, "test-support", "priority-thread"));
  const [said] = (await once(thread, "message")) as [Record<"before" | "during" | "after" | "behind", number>];
  expect(said.after).toBe(said.before);
  expect([said.before, Math.max(said.before, 10)]).toContain(said.during);
  expect(said.behind).toBeGreaterThanOrEqual(10);
  expect(getPriority(0)).toBe(ours);
});
