import { createSlots, NoSlotError } from "./slots";

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("slots", () => {
  it("let so many work at once, and the others in turn as soon as one has ended or failed", async () => {
    const within = createSlots(2);
    const log: number[] = [];
    const works = Array.from({ length: 4 }, held);
    const outcomes = works.map(({ ended }, at) =>
      within(never, async () => {
        log.push(at);
        await ended;
        if (at === 0) throw new Error("failed");
      }).catch((error: Error) => error.message),
    );
    await settled();
    expect(log).toEqual([0, 1]);
    works[0]?.end();
    await settled();
    expect(log).toEqual([0, 1, 2]);
    for (const { end } of works) end();
    expect(await Promise.all(outcomes)).toEqual(["failed", undefined, undefined, undefined]);
    expect(log).toEqual([0, 1, 2, 3]);
  });

  it("refuse one more than may wait, and let in again when there is room", async () => {
    const within = createSlots(1, 1);
    const first = held();
    const inside = within(never, () => first.ended);
    const waiting = within(undefined, async () => "had its turn");
    await expect(within(never, async () => "never")).rejects.toThrow(NoSlotError);
    first.end();
    await inside;
    expect(await waiting).toBe("had its turn");
    expect(await within(never, async () => "later")).toBe("later");
  });

  it("are not kept for one who has left the queue", async () => {
    const within = createSlots(1);
    const first = held();
    const leaving = new AbortController();
    const one = within(never, () => first.ended);
    const two = within(leaving.signal, async () => "two");
    const three = within(never, async () => "three");
    leaving.abort(new Error("left"));
    await expect(two).rejects.toThrow("left");
    first.end();
    expect(await three).toBe("three");
    await one;
    await expect(within(AbortSignal.abort(new Error("over")), async () => "x")).rejects.toThrow("over");
    expect(await within(never, async () => "free")).toBe("free");
  });
});
