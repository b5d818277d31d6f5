export interface Closers {
  /** Remembers how to close what was just opened. */
  add(close: () => Promise<unknown>): void;
  /** Closes everything, the last opened first; every closer runs even when one fails. */
  closeAll(): Promise<void>;
}

/** What has been opened so far, so that a start that fails half-way leaves nothing behind. */
export function createClosers(): Closers {
  const opened: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void opened.push(close),
    async closeAll() {
      const failures: unknown[] = [];
      for (const close of opened.splice(0).reverse()) {
        await close().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
