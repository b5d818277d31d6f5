import { PassThrough, Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import { sendStream } from "./send-stream";

/** A stream that fails when it is destroyed before its end, as the answer of another server does. */
class Unfinished extends Readable {
  override _read(): void {}
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    setImmediate(() => done(error ?? new Error("aborted")));
  }
}

it("outlives a body that fails when nobody listens any more, since the answer has gone out", async () => {
  const uncaught = jest.fn();
  process.on("uncaughtException", uncaught);
  try {
    const raw = new PassThrough();
    const body = new Unfinished();
    const closed = new Promise((resolve) => body.on("close", resolve));
    raw.resume().end();
    await sendStream({ send: () => {}, raw } as unknown as FastifyReply, body);
    await closed;
    await sleep(1);
    expect(body.destroyed).toBe(true);
    expect(uncaught).not.toHaveBeenCalled();
  } finally {
    process.off("uncaughtException", uncaught);
  }
});
