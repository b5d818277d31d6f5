import { NoSlotError } from "../../kit/slots";

/** From whom a file is asked for. */
export interface Downloader {
  /** The same for all that one caller asks for. */
  readonly name: string;
  readonly hasToken: boolean;
}

export interface ShareLimits {
  /** At once, of all. */
  readonly most: number;
  /** Of one caller. */
  readonly mostEach: number;
  /** Of all callers without a token: the rest is kept for the others. */
  readonly mostWithoutToken: number;
  /** Of callers with a token that wait, and of those without; of one caller, twice what it may have. */
  readonly mostWaiting: number;
}

interface Waiting {
  readonly by: Downloader;
  enter(): void;
}

/** Lets only so many do their work at once, and no caller take it all; the others wait, each until its own share has a place. */
export function createShares({ most, mostEach, mostWithoutToken, mostWaiting }: ShareLimits) {
  const underWay: Downloader[] = [];
  const waiting: Waiting[] = [];

  const ofCaller = ({ name }: Downloader) => underWay.filter((other) => other.name === name).length;
  const hasPlace = (by: Downloader) =>
    underWay.length < most &&
    ofCaller(by) < mostEach &&
    (by.hasToken || underWay.filter(({ hasToken }) => !hasToken).length < mostWithoutToken);

  function mayWait({ name, hasToken }: Downloader): boolean {
    const alike = waiting.filter(({ by }) => by.hasToken === hasToken);
    return alike.length < mostWaiting && alike.filter(({ by }) => by.name === name).length < 2 * mostEach;
  }

  function release(by: Downloader): void {
    underWay.splice(underWay.indexOf(by), 1);
    for (const next of [...waiting]) {
      if (!hasPlace(next.by)) continue;
      waiting.splice(waiting.indexOf(next), 1);
      underWay.push(next.by);
      next.enter();
    }
  }

  /** Those who wait have no place, or they would be in: who comes later and has one goes past nobody who could go. */
  function take(by: Downloader, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (hasPlace(by)) {
      underWay.push(by);
      return Promise.resolve();
    }
    if (!mayWait(by)) return Promise.reject(new NoSlotError());
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        by,
        enter() {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(signal.reason);
      };
      waiting.push(one);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  /**
   * @throws NoSlotError when too many wait already, and the signal's reason when it aborts before there is a place
   */
  return async function within<T>(
    { name, hasToken }: Downloader,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    const by = { name, hasToken };
    await take(by, signal);
    try {
      return await work();
    } finally {
      release(by);
    }
  };
}
