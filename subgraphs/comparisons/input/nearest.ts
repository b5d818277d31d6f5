/** The word that a misspelt one is nearest to, whatever the case of their letters; none where too much would have to change to be a slip. */
export function nearest(given: string, words: readonly string[]): string[] {
  const wanted = given.toUpperCase();
  const [best] = words
    .map((word) => ({ word, changes: changesBetween(wanted, word.toUpperCase()) }))
    .filter(({ word, changes }) => changes <= Math.ceil(word.length / 3))
    .sort((a, b) => a.changes - b.changes);
  return best ? [best.word] : [];
}

/** How many letters must be put in, taken out or exchanged to make one word the other. */
function changesBetween(one: string, other: string): number {
  // Beyond the longest word of any list no slip is left to find.
  if (one.length > 2 * other.length + 2) return one.length;
  let before = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [place, wanted] of [...other].entries()) {
      const kept = (before[place] ?? 0) + (letter === wanted ? 0 : 1);
      now.push(Math.min(kept, (before[place + 1] ?? 0) + 1, (now[place] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
