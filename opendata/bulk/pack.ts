import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Encoding } from "./encoding";
import { inPieces } from "./in-pieces";
import { zstdOf } from "./zstd";

/** Quicker than the usual 6 by half, and few per cent larger. */
const GZIP_LEVEL = 4;

/** How much a client has taken is counted by whole buffers. */
const PIECE_BYTES = 32 * 1024;

/**
 * Bytes as a stream, packed for the way: no more of them is made than is on its way out. Ends with an error when the bytes
 * do, and ends those when it is destroyed.
 */
export function packed(bytes: AsyncIterable<Buffer>, encoding: Encoding): Readable {
  if (encoding === "zstd") return oneAtATime(zstdOf(bytes));
  const plain = oneAtATime(bytes);
  if (encoding === "identity") return plain;
  const gzip = createGzip({ level: GZIP_LEVEL });
  // Both ends learn of an error through the stream that is given back.
  pipeline(plain, gzip, () => {});
  return gzip;
}

const oneAtATime = (bytes: AsyncIterable<Buffer>) =>
  Readable.from(inPieces(bytes, PIECE_BYTES), { objectMode: true, highWaterMark: 1 });
