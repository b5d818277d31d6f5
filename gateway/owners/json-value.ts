/** Deeper values would overflow the stack of whatever walks them by recursion, JSON.stringify among others. */
const MOST_LEVELS = 64;

/** Told of values before they are looked at; false ends the look. */
type Count = (values: number) => boolean;

/** Whether a value of JSON, which may be anything, has no more levels than can be handed on. */
export function isBearable(value: unknown, count: Count = () => true): boolean {
  let level: unknown[] = [value];
  for (let levels = 0; level.length > 0; levels += 1) {
    if (levels > MOST_LEVELS || !count(level.length)) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== "object" || one === null) continue;
      for (const inner of Array.isArray(one) ? one : Object.values(one)) next.push(inner);
    }
    level = next;
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
