import { setTimeout as sleep } from "node:timers/promises";

const LONGEST = 50_000;

/**
 * Looks again and again until there is something to give; a test that waits for the rest of its time would not say for what.
 * @param what told when it does not come
 */
export async function until<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false) {
  const end = Date.now() + LONGEST;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Did not come: ${what}`);
    await sleep(20);
  }
}
