import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { FastifyReply } from "fastify";

/**
 * Sends a stream as the answer's body and waits until it has gone out or the client has left. What reads slowly is waited
 * for, and the stream is destroyed with the connection; one that fails half way cuts the connection, so that nobody takes
 * what came for the whole.
 */
export async function sendStream(reply: FastifyReply, body: Readable): Promise<void> {
  // One that comes from elsewhere may call its own end a failure, when nobody listens any more.
  body.on("error", () => {});
  reply.send(body);
  // A client that leaves is no failure of ours.
  await finished(reply.raw, { readable: false }).catch(() => {});
  body.destroy();
}
