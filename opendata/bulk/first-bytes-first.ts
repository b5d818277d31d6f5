/**
 * The same bytes, after the first of them have come: what is wrong with a statement shows then, while an answer can still say
 * so.
 * @throws what the bytes throw before the first of them
 */
export async function firstBytesFirst(bytes: AsyncIterable<Buffer>): Promise<AsyncIterable<Buffer>> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  return {
    [Symbol.asyncIterator]: () => {
      let next: Promise<IteratorResult<Buffer>> | undefined = Promise.resolve(first);
      return {
        async next() {
          const waiting = next ?? iterator.next();
          next = undefined;
          return waiting;
        },
        // Also before anything was asked for: the statement has begun.
        async return() {
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
