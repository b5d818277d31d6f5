/**
 * Lets one piece of work be done at a time. Of those that wait, each party gets its turn after the others, so that whoever
 * asks for much waits for itself alone.
 */
export function createFairTurn() {
  const waiting = new Map<string, (() => void)[]>();
  let isTaken = false;

  function take(party: string): Promise<void> {
    if (!isTaken) {
      isTaken = true;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const line = waiting.get(party) ?? [];
      line.push(resolve);
      waiting.set(party, line);
    });
  }

  function release(): void {
    const [first] = waiting;
    if (!first) {
      isTaken = false;
      return;
    }
    const [party, line] = first;
    const next = line.shift();
    // Whoever has had a turn stands last from now on.
    waiting.delete(party);
    if (line.length > 0) waiting.set(party, line);
    next?.();
  }

  return async function inTurn<T>(party: string, work: () => Promise<T>): Promise<T> {
    await take(party);
    try {
      return await work();
    } finally {
      release();
    }
  };
}
