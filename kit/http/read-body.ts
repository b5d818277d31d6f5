import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { HttpRefusal } from "./http-refusal";

const decompressors: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a request body as UTF-8 text and stops at the limit, both as sent and as decompressed: what a small
 * compressed body could grow into is never held in memory.
 * @param limit bytes
 * @throws HttpRefusal 413 beyond the limit, 415 for an unknown content-encoding, 400 for broken compression or UTF-8,
 * 408 when the signal aborts
 */
export async function readBody(request: IncomingMessage, limit: number, signal: AbortSignal): Promise<string> {
  const encoding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && !Object.hasOwn(decompressors, encoding)) {
    throw new HttpRefusal(
      415,
      "BAD_REQUEST",
      `The content-encoding is not one of gzip, deflate, br or identity.`,
      {},
      true,
    );
  }
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > limit) throw tooLarge(limit, `of ${declared} bytes`);

  const bytes = await collect(request, decompressors[encoding]?.(), limit, signal);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new HttpRefusal(400, "BAD_REQUEST", "The request body is not UTF-8 text.");
  }
}

function collect(
  request: IncomingMessage,
  decompressor: Transform | undefined,
  limit: number,
  signal: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sent = 0;
    let kept = 0;
    const plain = decompressor ?? request;

    const settle = (finish: () => void) => {
      signal.removeEventListener("abort", onAbort);
      request.off("data", onSent);
      plain.off("data", onPlain);
      if (decompressor) {
        request.unpipe(decompressor);
        decompressor.destroy();
      }
      finish();
    };
    const refuse = (refusal: Error) => settle(() => reject(refusal));
    const onAbort = () =>
      refuse(new HttpRefusal(408, "REQUEST_TIMEOUT", "The request body did not arrive in time.", {}, true));
    const onSent = (chunk: Buffer) => {
      sent += chunk.length;
      if (sent > limit) refuse(tooLarge(limit, "as sent"));
    };
    const onPlain = (chunk: Buffer) => {
      kept += chunk.length;
      if (kept > limit) refuse(tooLarge(limit, decompressor ? "when decompressed" : "as sent"));
      else chunks.push(chunk);
    };

    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) return onAbort();
    request.once("error", refuse);
    if (decompressor) request.on("data", onSent);
    plain.on("data", onPlain);
    plain.once("end", () => settle(() => resolve(Buffer.concat(chunks, kept))));
    if (decompressor) {
      request.pipe(decompressor);
      decompressor.once("error", () =>
        refuse(
          new HttpRefusal(400, "BAD_REQUEST", "The request body is not compressed as content-encoding says.", {}, true),
        ),
      );
    }
  });
}

function tooLarge(limit: number, how: string): HttpRefusal {
  return new HttpRefusal(
    413,
    "PAYLOAD_TOO_LARGE",
    `The request body ${how} is larger than the limit of ${limit} bytes.`,
    { limit },
    true,
  );
}
