import { Zstd } from "@hpcc-js/wasm-zstd";

/** The library's own object of one stream, which it keeps for itself. */
interface Streaming {
  delete(): void;
}

const LEVEL = 3;

/**
 * Packs bytes as one frame of Zstandard (RFC 8878), a piece at a time. The library has one stream for all who load it; here
 * each has its own, so that files that are fetched at the same time do not meet.
 */
export async function* zstdOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { stream, free } = await openStream();
  try {
    for await (const chunk of chunks) {
      const packed = stream.compressChunk(chunk);
      if (packed.length > 0) yield Buffer.from(packed);
    }
    yield Buffer.from(stream.compressEnd());
  } finally {
    free();
  }
}

async function openStream(): Promise<{ stream: Zstd; free(): void }> {
  const shared = await Zstd.load();
  const { _zstdClass } = shared as unknown as { _zstdClass: new () => Streaming };
  const own = new _zstdClass();
  const stream: Zstd = Object.create(shared, { _zstd: { value: own } });
  stream.setCompressionLevel(LEVEL);
  stream.reset();
  return { stream, free: () => own.delete() };
}
