import { createBreaker, defaultBreaker, type Verdict } from "./breaker";

const seconds = (count: number) => count * 1000;

describe("a breaker", () => {
  let now = seconds(1_000_000);
  beforeEach(() => {
    jest.spyOn(Date, "now").mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  function subject(initial?: unknown) {
    const breaker = createBreaker(defaultBreaker, initial);
    /** Whether the call was let through. */
    const call = async (verdict: Verdict) => (await breaker.run(async () => ({ verdict }))) !== undefined;
    return { breaker, call };
  }

  async function opened(initial?: unknown) {
    const { breaker, call } = subject(initial);
    for (let failure = 0; failure < 5; failure += 1) expect(await call("failed")).toBe(true);
    expect(await call("failed")).toBe(false);
    return { breaker, call };
  }

  it("stays open for 5 seconds, and twice as long after each failed probe, up to a minute", async () => {
    const { call } = await opened();
    for (const wait of [5, 10, 20, 40, 60, 60]) {
      now += seconds(wait) - 1;
      expect([wait, await call("failed")]).toEqual([wait, false]);
      now += 1;
      expect([wait, await call("failed")]).toEqual([wait, true]);
      expect(await call("failed")).toBe(false);
    }
  });

  it("is closed by a probe that is answered, and counts from the beginning then", async () => {
    const { call } = await opened();
    now += seconds(5);
    expect(await call("sound")).toBe(true);
    for (let failure = 0; failure < 5; failure += 1) expect(await call("failed")).toBe(true);
    expect(await call("sound")).toBe(false);
    now += seconds(5);
    expect(await call("sound")).toBe(true);
  });

  it("does not count what says nothing, neither for nor against", async () => {
    const { call } = subject();
    for (let round = 0; round < 4; round += 1) {
      expect(await call("failed")).toBe(true);
      expect(await call("neutral")).toBe(true);
    }
    expect(await call("failed")).toBe(true);
    expect(await call("sound")).toBe(false);
  });

  it("goes on in another that gets its state: the time, the probes and the failures so far", async () => {
    const first = await opened();
    now += seconds(5);
    await first.call("failed");
    const copy = structuredClone(first.breaker.state());
    const second = subject(copy);
    now += seconds(10) - 1;
    expect(await second.call("sound")).toBe(false);
    now += 1;
    expect(await second.call("failed")).toBe(true);
    now += seconds(20) - 1;
    expect(await second.call("sound")).toBe(false);

    const counting = subject();
    for (let failure = 0; failure < 4; failure += 1) await counting.call("failed");
    const last = subject(structuredClone(counting.breaker.state()));
    expect([await last.call("failed"), await last.call("failed")]).toEqual([true, false]);
  });

  it("tells a call that waited that it has opened meanwhile", async () => {
    const { breaker, call } = subject();
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const waiting = breaker.run(async (_probe, hasOpened) => {
      await gate;
      return { verdict: "neutral" as const, seen: hasOpened() };
    });
    for (let failure = 0; failure < 5; failure += 1) await call("failed");
    go();
    expect(await waiting).toEqual({ verdict: "neutral", seen: true });
  });
});
