import type { CertaintyValue, SourceValue } from "../../../kit/record";
import { type AmountValue, addUp, amountOf } from "../amount";
import type { GrantEventRow } from "../grant-event.entity";
import type { InitiativeAmountRow } from "../initiative-amount.entity";
import { toKronor, toOre } from "../kronor";
import { totalCostOf } from "../life/grant-sums";

/** Certainties that follow-up shows: what is inferred, modelled or unknown is missing there. */
export const SURE: readonly CertaintyValue[] = ["STATED", "DERIVED"];

export const isSure = ({ certainty }: { readonly certainty: CertaintyValue | null }) =>
  certainty !== null && SURE.includes(certainty);

/** The amount when it is STATED or DERIVED, else null. */
export const sureAmount = (amount: AmountValue | null) => (amount !== null && isSure(amount) ? amount : null);

/** An event as follow-up counts it: without its amount when that is not sure. */
export const withSureAmount = (event: GrantEventRow): GrantEventRow =>
  event.value === null || isSure(event) ? event : { ...event, value: null };

/**
 * What the work that a grant is for is estimated to cost: as the award accepts it, else as the application states it, else as
 * is said of the one initiative that the grant is for. Statements that differ from each other give none.
 * @param events those that stand, in the order of the grant's life
 * @param ofInitiative amounts said of the initiative that the grant is for alone; none when there is no such
 */
export function estimatedTotalOf(
  events: readonly GrantEventRow[],
  ofInitiative: readonly InitiativeAmountRow[],
): AmountValue | null {
  return (
    totalOfLast(events, "AWARD") ??
    totalOfLast(events, "APPLICATION_SUBMITTED") ??
    unlessTheyDiffer(
      ofInitiative
        .filter(({ kind }) => kind === "ESTIMATED_TOTAL")
        .map((row) => sureAmount(amountOf(row, row.kind)))
        .filter((amount) => amount !== null),
    )
  );
}

function totalOfLast(events: readonly GrantEventRow[], kind: string): AmountValue | null {
  const last = events.findLast((event) => event.kind === kind && event.totalCost !== null);
  return last ? totalCostOf(last) : null;
}

function unlessTheyDiffer(amounts: readonly AmountValue[]): AmountValue | null {
  const [first, ...others] = amounts;
  return first && others.every(({ value }) => toOre(value) === toOre(first.value)) ? first : null;
}

/**
 * What others than the source pay: total less award, exact to the öre. Null when one is not known, when both are said of
 * different years, and when less is left than nothing: then the two are not of the same.
 */
export function coFinancingOf(total: AmountValue | null, awarded: AmountValue | null): AmountValue | null {
  if (!total || !awarded || !isSure(total) || !isSure(awarded)) return null;
  if (total.year !== null && awarded.year !== null && total.year !== awarded.year) return null;
  const rest = toOre(total.value) - toOre(awarded.value);
  if (rest < 0n) return null;
  const ofYear = total.year === null ? awarded : total;
  return {
    value: toKronor(rest),
    kind: "CO_FINANCING",
    year: ofYear.year,
    yearCertainty: ofYear.yearCertainty,
    certainty: "DERIVED",
    precision: [total, awarded].some(({ precision }) => precision === "APPROXIMATE") ? "APPROXIMATE" : "EXACT",
    asPrinted: null,
    note: null,
    sources: withoutRepeats([...total.sources, ...awarded.sources]),
  };
}

const withoutRepeats = (sources: readonly SourceValue[]) => [
  ...new Map(
    sources.map((source) => [JSON.stringify([source.documentId, source.locator, source.quote]), source]),
  ).values(),
];

/** A part of a grant as a report states it. */
export interface ReportedPart {
  /** Kronor as exact decimal text. */
  readonly value: string;
  /** Year of the report's period; null when it lies in several. */
  readonly year: number | null;
}

/** Parts that reports state, added up: DERIVED when there are several. */
export function reportedSum(
  parts: readonly ReportedPart[],
  certainty: "STATED" | "DERIVED",
  kind: "ALLOCATED" | "INCURRED" = "ALLOCATED",
): AmountValue | null {
  return addUp(
    parts.map(({ value, year }) => ({
      value,
      kind,
      year,
      yearCertainty: year === null ? null : "DERIVED",
      certainty,
      precision: "EXACT",
      asPrinted: null,
      note: null,
      sources: [],
    })),
  );
}
