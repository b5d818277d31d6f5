/** The same bytes, none of the buffers larger than `size`; ends where they come from when it is ended, also before it began. */
export function inPieces(bytes: AsyncIterable<Buffer>, size: number): AsyncIterable<Buffer> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = bytes[Symbol.asyncIterator]();
      let rest: Buffer = Buffer.alloc(0);
      return {
        async next() {
          if (rest.length === 0) {
            const { done, value } = await iterator.next();
            if (done) return { done, value };
            rest = value;
          }
          const value = rest.subarray(0, size);
          rest = rest.subarray(size);
          return { done: false, value };
        },
        async return() {
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
