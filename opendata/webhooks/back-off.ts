const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long an address is left alone after each failure in a row, in milliseconds; after more of them as after the last. */
export const BACK_OFF: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  3 * HOUR,
  8 * HOUR,
  12 * HOUR,
];

/** A webhook stops when it has failed for so long. */
export const GIVEN_UP_AFTER_HOURS = 5 * 24;

/** @param failures in a row, this one counted */
export function delayAfter(failures: number, delays: readonly number[] = BACK_OFF): number {
  return delays[Math.min(failures, delays.length) - 1] ?? 0;
}
