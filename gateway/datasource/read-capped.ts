import type { ByteBudget } from "./byte-budget";

/** Thrown when a body is larger than we are willing to hold. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
  constructor(
    readonly limit: number,
    /** Whether it was too large for what several bodies may have together, rather than by itself. */
    readonly together = false,
  ) {
    super(`The answer is larger than ${limit} bytes`);
  }
}

/**
 * The whole body, or TooLargeError as soon as it has grown beyond the limit or has used up the budget that it shares
 * with others; the stream is then destroyed.
 */
export async function readCapped(body: AsyncIterable<Uint8Array>, limit: number, budget?: ByteBudget): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new TooLargeError(limit);
    if (budget?.spend(chunk.length) === false) throw new TooLargeError(budget.limit, true);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
