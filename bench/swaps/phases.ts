import type { MainThread } from "./hub-process";
import { percentile } from "./percentiles";
import type { Sample } from "./steady-load";

/** What the hub does while it is asked at a constant rate. */
export const PHASES = ["rest", "swap", "busy"] as const;
export type Phase = (typeof PHASES)[number];

/** A stretch of time in which one thing was done. Moments are in milliseconds since 1970. */
export interface Window {
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
  readonly mainThread: MainThread;
}

/** How the questions of one phase fared; milliseconds from the moment each fell due to its whole answer. */
export interface PhaseFigures {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** How many took over 50 ms longer than all but one in a hundred of their kind do at rest. */
  readonly delayed: number;
  readonly failed: number;
  /** The latest that a question was sent after it fell due: the load's own share in what it measures. */
  readonly lateSend: number;
  /** Of the thread that holds the clients' connections: the largest delay of the windows, milliseconds of each second. */
  readonly mainThread: MainThread;
}

/** The goal: the most that a swap may delay a request. */
export const DELAY_MILLISECONDS = 50;

const latencyOf = ({ dueAt, endedAt }: Sample) => endedAt - dueAt;

/** Sorts samples into the phases in which they fell due; what fell due in no window is left out. */
export function figuresByPhase(
  samples: readonly Sample[],
  windows: readonly Window[],
): Readonly<Record<Phase, PhaseFigures>> {
  const within = (phase: Phase) => {
    const mine = windows.filter((window) => window.phase === phase);
    return samples.filter(({ dueAt }) => mine.some(({ from, to }) => dueAt >= from && dueAt < to));
  };
  const atRest = new Map<string, Sample[]>();
  for (const sample of within("rest")) atRest.set(sample.kind, [...(atRest.get(sample.kind) ?? []), sample]);
  const usual = new Map([...atRest].map(([kind, those]) => [kind, percentile(those.map(latencyOf), 99)]));
  const isDelayed = (sample: Sample) =>
    latencyOf(sample) > (usual.get(sample.kind) ?? Number.POSITIVE_INFINITY) + DELAY_MILLISECONDS;
  const figures = (phase: Phase): PhaseFigures => {
    const those = within(phase);
    const latencies = those.map(latencyOf);
    const mine = windows.filter((window) => window.phase === phase);
    const most = (pick: (figures: MainThread) => number) => Math.max(...mine.map(({ mainThread }) => pick(mainThread)));
    const sum = (pick: (window: Window) => number) => mine.reduce((total, window) => total + pick(window), 0);
    const seconds = sum(({ from, to }) => to - from) / 1000;
    return {
      count: those.length,
      p50: percentile(latencies, 50),
      p99: percentile(latencies, 99),
      max: percentile(latencies, 100),
      delayed: those.filter(isDelayed).length,
      failed: those.filter(({ fault }) => fault !== undefined).length,
      lateSend: percentile(
        those.map(({ dueAt, sentAt }) => sentAt - dueAt),
        100,
      ),
      mainThread: {
        loopP99: most(({ loopP99 }) => loopP99),
        loopMax: most(({ loopMax }) => loopMax),
        ran: sum(({ mainThread }) => mainThread.ran) / seconds,
        waited: sum(({ mainThread }) => mainThread.waited) / seconds,
      },
    };
  };
  return { rest: figures("rest"), swap: figures("swap"), busy: figures("busy") };
}
