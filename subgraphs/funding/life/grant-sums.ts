import { type AmountValue, addUp, amountOf } from "../amount";
import type { AmountKind } from "../generated/types";
import { type GrantEventRow, stands } from "../grant-event.entity";
import { toKronor, toOre } from "../kronor";
import { AMOUNT_KIND, TOTAL_COST_KIND } from "./kinds";

/** A grant's amounts by kind; null where no event states one. */
export interface GrantSumsValue {
  readonly applied: AmountValue | null;
  readonly awarded: AmountValue | null;
  readonly requested: AmountValue | null;
  readonly disbursed: AmountValue | null;
  readonly allocated: AmountValue | null;
  readonly incurred: AmountValue | null;
  readonly accounted: AmountValue | null;
  readonly reclaimed: AmountValue | null;
  readonly repaid: AmountValue | null;
  readonly unspent: AmountValue | null;
}

/** The amount of an event; null when its kind has none or it is not known. */
export const amountOfEvent = (event: GrantEventRow): AmountValue | null =>
  amountOf(event, AMOUNT_KIND[event.kind] ?? null);

/** The total cost that an event states. Only systems and reports tell it, and in kronor. */
export function totalCostOf({ kind, totalCost, sources }: GrantEventRow): AmountValue | null {
  const amountKind = TOTAL_COST_KIND[kind];
  return amountOf(
    {
      value: totalCost,
      year: null,
      yearCertainty: null,
      certainty: "STATED",
      precision: "EXACT",
      asPrinted: null,
      sources,
    },
    amountKind ?? null,
  );
}

/** Everything that the events of a grant's log add up to. */
export function sumsOf(log: readonly GrantEventRow[]): GrantSumsValue {
  const sum = (kind: AmountKind) => sumOf(log, kind);
  return {
    applied: sum("APPLIED"),
    awarded: sum("AWARDED"),
    requested: sum("REQUESTED"),
    disbursed: sum("DISBURSED"),
    allocated: sum("ALLOCATED"),
    incurred: sum("INCURRED"),
    accounted: sum("ACCOUNTED"),
    reclaimed: sum("RECLAIMED"),
    repaid: sum("REPAID"),
    unspent: unspentOf(log),
  };
}

/** The events that stand of one kind of amount added up; what has no amount is not in it. */
export function sumOf(log: readonly GrantEventRow[], kind: AmountKind): AmountValue | null {
  return addUp(ofKind(log, kind).flatMap((event) => amountOfEvent(event) ?? []));
}

const ofKind = (log: readonly GrantEventRow[], kind: AmountKind) =>
  log.filter((event) => stands(event) && AMOUNT_KIND[event.kind] === kind);

/**
 * What was paid out less what was accounted for and paid back: below 0 while the recipient has spent more than it was paid.
 * Null when any of it is not known; that nothing was paid back is known once there is a final report.
 */
function unspentOf(log: readonly GrantEventRow[]): AmountValue | null {
  const events = [ofKind(log, "DISBURSED"), ofKind(log, "ACCOUNTED"), ofKind(log, "REPAID")];
  const [disbursed = [], accounted = [], repaid = []] = events.map((some) => some.map(amountOfEvent));
  const all = [...disbursed, ...accounted, ...repaid].filter((amount) => amount !== null);
  const isKnown = all.length === events.flat().length;
  const whole = addUp(all);
  if (!isKnown || disbursed.length === 0 || accounted.length === 0 || !whole) return null;
  const ore = (amounts: readonly (AmountValue | null)[]) =>
    amounts.reduce((sum, amount) => sum + toOre(amount?.value ?? "0"), 0n);
  return { ...whole, kind: "DERIVED", value: toKronor(ore(disbursed) - ore(accounted) - ore(repaid)) };
}
