import { figuresByPhase, type Window } from "./phases";
import type { Sample } from "./steady-load";

const mainThread = { loopP99: 1, loopMax: 2, ran: 300, waited: 20 };
const windows: Window[] = [
  { phase: "rest", from: 0, to: 1000, mainThread },
  { phase: "swap", from: 1000, to: 2000, mainThread: { ...mainThread, loopP99: 3, loopMax: 9 } },
  { phase: "busy", from: 3000, to: 4000, mainThread },
  { phase: "swap", from: 5000, to: 6000, mainThread: { ...mainThread, loopP99: 4, loopMax: 5, waited: 60 } },
];

const sample = (dueAt: number, milliseconds: number, kind = "rooms", fault?: string): Sample => ({
  kind,
  dueAt,
  sentAt: dueAt + 1,
  endedAt: dueAt + milliseconds,
  fault,
});

describe("the figures of each phase", () => {
  it("are of what fell due in it, whenever it was answered", () => {
    const samples = [sample(10, 5), sample(999, 400), sample(1000, 7), sample(2500, 9000), sample(5500, 8)];
    const { rest, swap, busy } = figuresByPhase(samples, windows);
    expect([rest.count, swap.count, busy.count]).toEqual([2, 2, 0]);
    expect([rest.max, swap.max]).toEqual([400, 8]);
    expect(swap.mainThread).toEqual({ loopP99: 4, loopMax: 9, ran: 300, waited: 40 });
    expect(rest.lateSend).toBe(1);
  });

  it("count as delayed what took 50 ms longer than its kind does at rest", () => {
    const samples = [
      sample(1, 10),
      sample(2, 100, "slow kind"),
      sample(1100, 60),
      sample(1101, 61),
      sample(1102, 150, "slow kind"),
      sample(3100, 151, "slow kind"),
      sample(3101, 9, "rooms", "500"),
    ];
    const { rest, swap, busy } = figuresByPhase(samples, windows);
    expect([rest.delayed, swap.delayed, busy.delayed]).toEqual([0, 1, 1]);
    expect([rest.failed, swap.failed, busy.failed]).toEqual([0, 0, 1]);
  });
});
