/** So many wait already that one more would wait for nothing. */
export class NoSlotError extends Error {
  override readonly name = "NoSlotError";
}

/**
 * Lets only so many do their work at once; the others wait in turn.
 * @param most of them at once
 * @param mostWaiting more than these are refused with NoSlotError
 */
export function createSlots(most: number, mostWaiting = Number.POSITIVE_INFINITY) {
  let free = most;
  const waiting: (() => void)[] = [];

  function release(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  /** @throws the signal's reason when it aborts before there is a slot */
  function take(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    if (waiting.length >= mostWaiting) return Promise.reject(new NoSlotError());
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(signal?.reason);
      };
      waiting.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  return async function within<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    await take(signal);
    try {
      return await work();
    } finally {
      release();
    }
  };
}
