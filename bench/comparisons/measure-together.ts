/** Something that is timed. */
export interface Work {
  run(): Promise<unknown>;
}

/** What is quick needs more runs than what is slow for a median of the same worth. */
const RUNS: readonly [upToMilliseconds: number, runs: number][] = [
  [50, 25],
  [500, 9],
  [2000, 5],
  [Number.POSITIVE_INFINITY, 3],
];

/**
 * Times works that are to be compared. They take turns, so that what slows the machine down for a while slows them all down;
 * each runs once before, unmeasured.
 * @param leastRuns of each work, however slow; it takes part in evenly spread rounds
 * @returns the median of each in milliseconds
 */
export async function measureTogether(works: readonly Work[], leastRuns = 3): Promise<number[]> {
  const runs: number[] = [];
  for (const work of works) {
    await work.run();
    runs.push(Math.max(leastRuns, runsFor(await timed(work))));
  }
  const rounds = Math.max(...runs);
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const wanted = runs[index] ?? 0;
      const isItsTurn = Math.floor(((round + 1) * wanted) / rounds) > Math.floor((round * wanted) / rounds);
      if (isItsTurn) times[index]?.push(await timed(work));
    }
  }
  return times.map(median);
}

/** Milliseconds that a work takes once. */
export async function timed(work: Work): Promise<number> {
  const start = performance.now();
  await work.run();
  return performance.now() - start;
}

function runsFor(milliseconds: number): number {
  return RUNS.find(([upTo]) => milliseconds <= upTo)?.[1] ?? 1;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] =
    sorted.length % 2 === 1 ? [sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}
