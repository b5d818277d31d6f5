import { alignedTable, ratio } from "../table";
import { median } from "./percentiles";
import { DELAY_MILLISECONDS, PHASES, type Phase, type PhaseFigures } from "./phases";
import type { SwapsOutcome } from "./run-swaps";

export interface SwapsOf {
  readonly ranOn: string;
  readonly seconds: number;
  readonly publishes: number;
  readonly perSecond: number;
}

const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  rest: "at rest",
  swap: "during a swap",
  busy: "beside a busy thread",
};

/** What results.md says. */
export function renderSwaps(of: SwapsOf, outcomes: readonly SwapsOutcome[]): string {
  return `# Results of the benchmark of swaps

Written by \`npm run bench -- swaps\`; [README.md](../README.md) says what is measured and how to read it. ${of.ranOn};
${of.perSecond} questions per second, ${of.publishes} publishes for each count, each after ${of.seconds} s at rest. Times are in milliseconds.

## From a publish to its first answer

${alignedTable(
  ["municipalities", "registry answers", "then live", "together", "at most", "÷ least count", "all anew"],
  outcomes.map((outcome) => publishRow(outcome, outcomes[0])),
)}

## What clients notice

${alignedTable(
  ["municipalities", "", "questions", "p50", "p99", "max", `delayed > ${DELAY_MILLISECONDS}`, "failed"],
  byPhase(outcomes, ({ count, p50, p99, max, delayed, failed }) => [
    String(count),
    p50.toFixed(1),
    p99.toFixed(1),
    max.toFixed(1),
    String(delayed),
    String(failed),
  ]),
)}

${outcomes.map(({ owners, closedConnections }) => `Connections closed at ${owners}: ${closedConnections}.`).join(" ")}

## What holds them up

The thread that holds the connections: how long its event loop was held up, and how many milliseconds of each second it ran,
and waited for a processor that others had; and how late the load itself was.

${alignedTable(
  ["municipalities", "", "loop p99", "loop max", "ran", "waited", "latest send"],
  byPhase(outcomes, ({ mainThread: { loopP99, loopMax, ran, waited }, lateSend }) => [
    loopP99.toFixed(1),
    loopMax.toFixed(1),
    ran.toFixed(0),
    waited.toFixed(0),
    lateSend.toFixed(1),
  ]),
)}

## Memory of the hub's process

${alignedTable(
  ["municipalities", "MB at rest", "MB during a swap", "÷ at rest"],
  outcomes.map(({ owners, memory: { rest, swap } }) => [
    String(owners),
    rest.toFixed(0),
    swap.toFixed(0),
    ratio(swap, rest),
  ]),
)}

## Goal

${outcomes.map(goal).join("\n")}
${outcomes.flatMap(({ owners, faults }) => faults.map((fault) => `\nAn answer at ${owners}: ${fault}`)).join("\n")}`;
}

/** One count in short, for whoever waits for the others. */
export function renderOutcome(outcome: SwapsOutcome): string {
  const live = outcome.publishes.map(
    ({ published, live }) => `${published.toFixed(0)} + ${(live - published).toFixed(0)}`,
  );
  const phases = PHASES.map((phase) => {
    const { p50, p99, max, delayed, count } = outcome.phases[phase];
    const times = [p50, p99, max].map((milliseconds) => milliseconds.toFixed(0)).join(" / ");
    return `  ${PHASE_NAMES[phase]}: p50 / p99 / max ${times} ms, ${delayed} of ${count} delayed`;
  });
  return [`  live after ${live.join(", ")} ms`, ...phases, goal(outcome)].join("\n");
}

function publishRow({ owners, publishes, composed }: SwapsOutcome, least: SwapsOutcome | undefined): string[] {
  const live = publishes.map((times) => times.live);
  return [
    String(owners),
    median(publishes.map((times) => times.published)).toFixed(0),
    median(publishes.map((times) => times.live - times.published)).toFixed(0),
    median(live).toFixed(0),
    Math.max(...live).toFixed(0),
    ratio(median(live), median(least?.publishes.map((times) => times.live) ?? [])),
    composed.toFixed(0),
  ];
}

const byPhase = (outcomes: readonly SwapsOutcome[], cells: (figures: PhaseFigures) => string[]): string[][] =>
  outcomes.flatMap(({ owners, phases }) =>
    PHASES.map((phase) => [String(owners), PHASE_NAMES[phase], ...cells(phases[phase])]),
  );

function goal({ owners, phases: { swap, busy, rest } }: SwapsOutcome): string {
  const said = swap.delayed === 0 ? "met" : `missed by ${swap.delayed} of ${swap.count}`;
  return `- ${owners} municipalities, no request delayed by more than ${DELAY_MILLISECONDS} ms by a swap: ${said}; beside a busy thread ${busy.delayed} of ${busy.count}, at rest ${rest.delayed} of ${rest.count}.`;
}
