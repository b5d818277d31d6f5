/** A supergraph that was served; one that is not sound has been served for want of a better one. */
export interface Served {
  readonly sdl: string;
  readonly isSound: boolean;
}

export interface ServedHistory {
  /** What was served last, to go back to when its engine is lost. */
  last(): Served | undefined;
  serve(served: Served): void;
  /**
   * An engine of the last one has ended, or could not be built in the place of one that has.
   * @param lasted how many milliseconds it served
   * @returns the supergraph that is given up since its engines end again and again; the sound one before is the last then
   */
  lose(lasted: number): string | undefined;
  /** How many milliseconds to wait before an engine is built in the place of the lost one. */
  pause(): number;
}

/** An engine that lasts as long as this has shown that what it was lost for has passed. */
const SOUND_MILLISECONDS = 60_000;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

/** So many losses within this time say that it is the supergraph. */
export const MOST_LOSSES = 3;
export const LOSSES_MILLISECONDS = 300_000;
const MOST_EARLIER = 3;

/** @param pauseMilliseconds before the place of the second that was lost in a row is filled; doubles from there to 30 s */
export function createServedHistory(pauseMilliseconds: number): ServedHistory {
  let last: Served | undefined;
  /** Sound ones that were served before it, the latest at the end. */
  let earlier: readonly string[] = [];
  let inARow = 0;
  let times: readonly number[] = [];

  return {
    last: () => last,
    serve(served) {
      if (last && last.sdl !== served.sdl) {
        if (last.isSound) earlier = [...earlier, last.sdl].filter((one) => one !== served.sdl).slice(-MOST_EARLIER);
        times = [];
      }
      last = served;
    },
    lose(lasted) {
      const now = Date.now();
      inARow = lasted > SOUND_MILLISECONDS ? 1 : inARow + 1;
      times = [...times.filter((time) => now - time < LOSSES_MILLISECONDS), now].slice(-MOST_LOSSES);
      const before = earlier.at(-1);
      if (times.length < MOST_LOSSES || !last || before === undefined) return undefined;
      const { sdl } = last;
      last = { sdl: before, isSound: true };
      earlier = earlier.slice(0, -1);
      times = [];
      inARow = 0;
      return sdl;
    },
    pause: () => (inARow <= 1 ? 0 : Math.min(pauseMilliseconds * 2 ** (inARow - 2), LONGEST_PAUSE_MILLISECONDS)),
  };
}
