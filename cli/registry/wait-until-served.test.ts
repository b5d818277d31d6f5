import type { Served } from "./registry-client";
import { waitUntilServed } from "./wait-until-served";

const told = (hash: string): Served => ({ kind: "told", hash });

/** A hub that answers with each in turn, and goes on with the last. */
function hub(answers: readonly Served[], live = "mine") {
  let looks = 0;
  return {
    looks: () => looks,
    readServed: async () => answers[Math.min(looks++, answers.length - 1)] as Served,
    readLiveHash: async () => live,
  };
}

const soon = { milliseconds: 60_000, pauseMilliseconds: 1 };

describe("waiting until the hub serves what has been published", () => {
  it("ends as soon as it does, and bears with a gateway that is away meanwhile", async () => {
    const slow = hub([told("before"), { kind: "not now" }, told("mine"), told("after")]);
    expect(await waitUntilServed(slow, "mine", soon)).toBe("served");
    expect(slow.looks()).toBe(3);
  });

  it("ends when something newer is live and served in its place", async () => {
    const busy = hub([told("before"), told("newer")], "newer");
    expect(await waitUntilServed(busy, "mine", soon)).toBe("served");
  });

  it("gives up when time is up", async () => {
    expect(await waitUntilServed(hub([told("before")]), "mine", { milliseconds: 5, pauseMilliseconds: 1 })).toBe(
      "not yet",
    );
  });

  it("does not wait for what never tells", async () => {
    const silent = hub([{ kind: "not told" }]);
    expect(await waitUntilServed(silent, "mine", soon)).toBe("not told");
    expect(silent.looks()).toBe(1);
  });
});
