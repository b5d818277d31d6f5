/** Counts what happens within a time, such as publications of an owner within a minute. */
export interface Window {
  /**
   * Counts once more.
   * @returns seconds to wait when that was more than is allowed; undefined when it was not
   */
  count(key: string): number | undefined;
}

/** More keys than these share one count, so that nobody fills the memory with names. */
const MOST_KEYS = 10_000;

export function createWindow(allowed: number, milliseconds: number, clock: () => number = Date.now): Window {
  let endsAt = Number.NEGATIVE_INFINITY;
  let counts = new Map<string, number>();
  return {
    count(key) {
      const now = clock();
      if (now >= endsAt) {
        endsAt = now + milliseconds;
        counts = new Map();
      }
      const counted = counts.has(key) || counts.size < MOST_KEYS ? key : "";
      const count = (counts.get(counted) ?? 0) + 1;
      counts.set(counted, count);
      return count > allowed ? Math.max(1, Math.ceil((endsAt - now) / 1000)) : undefined;
    },
  };
}
