/** The candidate that was probably meant, or null when none is near. Case and hyphens count for nothing. */
export function nearest(value: string, candidates: Iterable<string>): string | null {
  const wanted = simplify(value);
  if (wanted === "" || wanted.length > 100) return null;
  let best: string | null = null;
  let distance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const given = simplify(candidate);
    if (Math.abs(given.length - wanted.length) >= distance) continue;
    const found = editDistance(wanted, given, distance);
    if (found < distance) {
      best = candidate;
      distance = found;
      if (found === 0) break;
    }
  }
  return best;
}

/** Looking for what was meant costs more than any check, so it is done for the first ones only. */
const MOST_SEARCHES = 500;

export type Guess = (value: string, candidates: () => Iterable<string>) => string | null;

/** Like `nearest`, for when there may be very many to look for. */
export function createGuess(limit = MOST_SEARCHES): Guess {
  let searches = 0;
  return (value, candidates) => {
    searches += 1;
    return searches <= limit ? nearest(value, candidates()) : null;
  };
}

/** "Did you mean …?" as a remedy, or the remedy for when nothing is near. */
export function suggest(found: string | null, otherwise: string): string {
  return found === null ? otherwise : `Did you mean "${found}"? ${otherwise}`;
}

function simplify(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");
}

/** Letters to change, add or take away (Levenshtein); gives up at the limit. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    if (Math.min(...current) >= limit) return limit;
    previous = current;
  }
  return previous[b.length] ?? limit;
}
