/** Deeper values would overflow the stack of whatever walks them by recursion, JSON.stringify among others. */
const MOST_LEVELS = 64;
const MOST_VALUES = 100_000;

/** Whether a value of JSON, which may be anything, has no more levels and values than can be handed on. */
export function isBearable(value: unknown): boolean {
  let values = 0;
  let level: unknown[] = [value];
  for (let levels = 0; level.length > 0; levels += 1) {
    values += level.length;
    if (levels > MOST_LEVELS || values > MOST_VALUES) return false;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return true;
}

/** How long a value of JSON is as text, however deep it is. */
export function jsonLength(value: unknown): number {
  let length = 0;
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== "object" || one === null) length += JSON.stringify(one)?.length ?? 0;
    else if (Array.isArray(one)) {
      length += 2 + one.length;
      for (const item of one) left.push(item);
    } else {
      length += 2;
      for (const [name, inner] of Object.entries(one)) {
        length += JSON.stringify(name).length + 2;
        left.push(inner);
      }
    }
  }
  return length;
}
