import { alignedTable, grouped, ratio } from "../table";
import type { ComparisonsOutcome, ComparisonTimings } from "./run-comparisons";

export interface ResultsOf {
  readonly amounts: readonly number[];
  readonly steps: readonly number[];
  readonly seed: number;
  /** What it ran on, such as "PostgreSQL 18.4, Node 20.20.2, Linux x64". */
  readonly ranOn: string;
}

/** At the largest size, for what a rollup serves. */
const GOALS = { timesFaster: 20, growth: 1.5 };

/** What results.md says: ratios alone, which another machine would give too, about. */
export function renderResults(of: ResultsOf, outcome: ComparisonsOutcome): string {
  return `# Results of the benchmark of comparisons

Written by \`npm run bench -- comparisons\`; [README.md](../README.md) says what is measured and how to read it. ${of.ranOn}; seed ${of.seed}.

## How many times faster than plain SQL over the rooms' tables

${alignedTable(["comparison", "served by", ...of.amounts.map((count) => `${grouped(count)} amounts`)], timesFaster(outcome))}

## How many times faster, by municipalities

Of those that are compared, at the largest size.

${alignedTable(["comparison", "served by", ...of.steps.map((count) => `${count} municipalities`)], timesFaster(outcome, "byStep"))}

## How the hub's cost grows

${alignedTable(["comparison", "served by", ...growthHeader(of)], growth(of, outcome))}

## How the cost of plain SQL grows

${alignedTable(["comparison", "served by", ...growthHeader(of)], growth(of, outcome, "plain"))}

## What the read model costs to keep

${alignedTable(["", ...of.amounts.map((count) => `${grouped(count)} amounts`)], upkeep(outcome))}
${goals(of, outcome)}`;
}

/** Milliseconds, for the terminal alone: they say more of the machine than of the hub. */
export function renderMilliseconds(of: ResultsOf, { timings, upkeep: costs }: ComparisonsOutcome): string {
  const header = [
    "milliseconds: hub / plain",
    ...of.amounts.map((count) => grouped(count)),
    ...of.steps.map((count) => `${count} mun.`),
  ];
  const rows = timings.map(({ comparison, bySize, byStep }) => [
    comparison.name,
    ...[...bySize, ...byStep].map(({ hub, plain }) => `${hub.toFixed(1)} / ${plain.toFixed(1)}`),
  ]);
  const keeping = (["load", "rebuild", "refresh"] as const).map((part) => [
    part,
    ...costs.map((cost) => cost[part].toFixed(0)),
    ...of.steps.map(() => ""),
  ]);
  return alignedTable(header, [...rows, ...keeping]);
}

const servedBy = ({ comparison }: ComparisonTimings) => (comparison.hasRollup ? "rollup" : "facts");

function timesFaster({ timings }: ComparisonsOutcome, along: "bySize" | "byStep" = "bySize"): string[][] {
  return timings.map((timing) => [
    timing.comparison.name,
    servedBy(timing),
    ...timing[along].map(({ hub, plain }) => ratio(plain, hub)),
  ]);
}

function growthHeader({ amounts, steps }: ResultsOf): string[] {
  return [
    ...amounts.slice(1).map((count) => `${grouped(count)} ÷ ${grouped(amounts[0] ?? 0)} amounts`),
    ...steps.slice(1).map((count, index) => `${count} ÷ ${steps[index]} municipalities`),
  ];
}

function growth(_: ResultsOf, { timings }: ComparisonsOutcome, side: "hub" | "plain" = "hub"): string[][] {
  return timings.map((timing) => [
    timing.comparison.name,
    servedBy(timing),
    ...timing.bySize.slice(1).map((larger) => growthRatio(larger[side], timing.bySize[0]?.[side])),
    ...timing.byStep.slice(1).map((larger, index) => growthRatio(larger[side], timing.byStep[index]?.[side])),
  ]);
}

/** With two decimals around the goal, where one would not tell on which side of it a cost is. */
function growthRatio(larger: number, smaller = Number.NaN): string {
  const growth = larger / smaller;
  return Math.abs(growth - GOALS.growth) < 0.25 ? growth.toFixed(2) : ratio(larger, smaller);
}

function upkeep({ upkeep: costs }: ComparisonsOutcome): string[][] {
  return [
    ["everything anew ÷ writing the rooms' rows", ...costs.map(({ load, rebuild }) => ratio(rebuild, load))],
    ["one municipality refreshed ÷ everything anew", ...costs.map(({ rebuild, refresh }) => ratio(refresh, rebuild))],
  ];
}

/** Says whether the goals are met, when the sizes that they are about were run. */
function goals({ amounts }: ResultsOf, { timings }: ComparisonsOutcome): string {
  const small = amounts.indexOf(10_000);
  const large = amounts.indexOf(1_000_000);
  if (small < 0 || large < 0) return "";
  const served = timings.filter(({ comparison }) => comparison.hasRollup);
  const misses = (isMet: (timing: ComparisonTimings) => boolean) => {
    const missed = served.filter((timing) => !isMet(timing)).map(({ comparison }) => comparison.name);
    return missed.length === 0 ? `all ${served.length}` : `all ${served.length} but ${missed.join("; ")}`;
  };
  const faster = misses(({ bySize }) => at(bySize, large, "plain") / at(bySize, large, "hub") >= GOALS.timesFaster);
  const flat = misses(({ bySize }) => at(bySize, large, "hub") / at(bySize, small, "hub") < GOALS.growth);
  return `
## Goals, for comparisons that a rollup serves

- At 1 000 000 amounts at least ${GOALS.timesFaster} times faster than plain SQL: ${faster}.
- At 1 000 000 amounts less than ${GOALS.growth} times the cost at 10 000: ${flat}.

Of these, comparisons of initiatives are small for plain SQL too: one GROUP BY of a hundred thousand rows. Beside it the hub's
fixed cost, of version, warnings and labels, shows.
`;
}

const at = (timings: ComparisonTimings["bySize"], index: number, side: "hub" | "plain") =>
  timings[index]?.[side] ?? Number.NaN;
