/** What a client has to take of a file that waits for it. */
export interface LowestSpeed {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** 256 kB in 30 seconds: below the slowest line that could take a file of some size within the time for a whole one. */
export const lowestSpeed: LowestSpeed = { bytes: 256 * 1024, milliseconds: 30_000 };

/** How often it is looked at within that time. */
const LOOKS = 30;

/** A client takes less than the lowest speed of a file. */
export class SlowClientError extends Error {
  override readonly name = "SlowClientError";
}

/**
 * Looks at how much a connection's client takes, as long as something waits for it: while the hub itself has nothing to send,
 * no time counts. Counts looks and not the clock, so that a process that stood still blames nobody.
 * @param connection of which a chunk counts once all of it has gone out
 * @param giveUp called once
 * @returns ends the watch
 */
export function watchSpeed(
  connection: { readonly bytesWritten: number; readonly writableLength: number },
  { bytes, milliseconds }: LowestSpeed,
  giveUp: () => void,
): () => void {
  const taken = () => connection.bytesWritten - connection.writableLength;
  let from = taken();
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (connection.writableLength === 0 || taken() - from >= bytes) {
      from = taken();
      looks = 0;
    } else if (looks >= LOOKS) {
      clearInterval(timer);
      giveUp();
    }
  }, milliseconds / LOOKS);
  timer.unref();
  return () => clearInterval(timer);
}
