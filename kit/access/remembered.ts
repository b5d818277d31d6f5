import { createHash } from "node:crypto";

/** What was found out about tokens, for a short while. */
export interface Remembered<T> {
  get(token: string): T | undefined;
  /** @param until milliseconds since 1970 after which it is forgotten in any case */
  set(token: string, value: T, until: number): void;
}

/**
 * Remembers up to `capacity` values, each for `milliseconds` at most, and forgets the oldest first. Tokens are secrets, so
 * what is kept of them is their hash.
 */
export function createRemembered<T>(capacity: number, milliseconds: number): Remembered<T> {
  const known = new Map<string, { value: T; until: number }>();
  const keyOf = (token: string) => createHash("sha256").update(token).digest("base64url");
  return {
    get(token) {
      const key = keyOf(token);
      const found = known.get(key);
      if (!found) return undefined;
      if (found.until > Date.now()) return found.value;
      known.delete(key);
      return undefined;
    },
    set(token, value, until) {
      const key = keyOf(token);
      known.delete(key);
      known.set(key, { value, until: Math.min(until, Date.now() + milliseconds) });
      const [oldest] = known.size > capacity ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}
