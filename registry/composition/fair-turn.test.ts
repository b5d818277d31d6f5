import { createFairTurn } from "./fair-turn";

it("lets parties take turns, however much one of them asks for", async () => {
  const inTurn = createFairTurn();
  const done: string[] = [];
  const work = (party: string, name: string) => inTurn(party, async () => void done.push(name));
  await Promise.all([
    work("loud", "loud 1"),
    work("loud", "loud 2"),
    work("loud", "loud 3"),
    work("calm", "calm 1"),
    work("loud", "loud 4"),
    work("other", "other 1"),
    work("calm", "calm 2"),
  ]);
  expect(done).toEqual(["loud 1", "loud 2", "calm 1", "other 1", "loud 3", "calm 2", "loud 4"]);
});

it("does one at a time, and goes on after one that fails", async () => {
  const inTurn = createFairTurn();
  let inside = 0;
  const work = (fails: boolean) =>
    inTurn("one", async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise(setImmediate);
      inside -= 1;
      if (fails) throw new Error("no");
      return "done";
    });
  const outcomes = await Promise.allSettled([work(true), work(false), work(false)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(await work(false)).toBe("done");
});
