import { NoSlotError } from "../../kit/slots";
import { createShares, type Downloader } from "./shares";

const LIMITS = { most: 4, mostEach: 2, mostWithoutToken: 3, mostWaiting: 5 };

const stranger = (name: string): Downloader => ({ name, hasToken: false });
const owner = (name: string): Downloader => ({ name, hasToken: true });

/** Begins a download for each; tells which of them are under way, in the order in which they came in. */
function begin(within: ReturnType<typeof createShares>, all: readonly Downloader[]) {
  const inside: string[] = [];
  const ends: (() => void)[] = [];
  const leaving = all.map(() => new AbortController());
  const results = all.map((by, at) =>
    within(by, (leaving[at] as AbortController).signal, async () => {
      inside.push(by.name);
      await new Promise<void>((resolve) => {
        ends.push(resolve);
      });
    }).catch((error: Error) => error.name),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { inside, ends, leaving, results, settle };
}

it("gives no caller more than its own share, whoever else asks for nothing", async () => {
  const { inside, settle } = begin(createShares(LIMITS), [stranger("a"), stranger("a"), stranger("a"), owner("b")]);
  await settle();
  expect(inside).toEqual(["a", "a", "b"]);
});

it("keeps a place for callers with a token, however many come without", async () => {
  const { inside, settle } = begin(createShares(LIMITS), [..."abcde"].map(stranger).concat(owner("x"), owner("y")));
  await settle();
  expect(inside).toEqual(["a", "b", "c", "x"]);
});

it("gives a place that becomes free to the first who may have it", async () => {
  const shares = createShares(LIMITS);
  const { inside, ends, settle } = begin(shares, [
    ...["a", "a", "b"].map(stranger),
    owner("x"),
    ...["a", "c", "d"].map(stranger),
    owner("y"),
  ]);
  await settle();
  expect(inside).toEqual(["a", "a", "b", "x"]);
  ends[2]?.();
  await settle();
  expect(inside.slice(4)).toEqual(["c"]);
  ends[3]?.();
  await settle();
  expect(inside.slice(5)).toEqual(["y"]);
  ends[0]?.();
  await settle();
  expect(inside.slice(6)).toEqual(["a"]);
});

it("refuses at once who would wait behind too many, each kind of caller by itself", async () => {
  const shares = createShares(LIMITS);
  const { results, inside, settle } = begin(
    shares,
    [..."abcdefghi"].map(stranger).concat(owner("x"), owner("y"), ...Array.from({ length: 5 }, () => owner("x"))),
  );
  await settle();
  expect(inside).toEqual(["a", "b", "c", "x"]);
  expect(await results[8]).toBe(NoSlotError.name);
  // One of them waits with others, four times at most.
  expect(await results.at(-1)).toBe(NoSlotError.name);
  expect(await Promise.race([results[10], "waits"])).toBe("waits");
});

it("forgets who leaves while waiting, and frees the place of work that fails", async () => {
  const shares = createShares({ ...LIMITS, most: 1 });
  const signal = new AbortController().signal;
  await expect(shares(owner("a"), signal, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  const { inside, ends, leaving, results, settle } = begin(shares, [owner("a"), owner("b"), owner("c")]);
  await settle();
  leaving[1]?.abort();
  expect(await results[1]).toBe("AbortError");
  ends[0]?.();
  await settle();
  expect(inside).toEqual(["a", "c"]);
});
