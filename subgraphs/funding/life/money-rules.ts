import { toKronor, toOre } from "../kronor";
import type { BrokenRule } from "./broken-rule";
import type { GrantFacts } from "./grant-facts";
import type { Life, LifeEvent } from "./life-event";

/** Kronor so far of one kind, in öre. */
interface Total {
  readonly sum: bigint;
  /** Whether any event has told, and every one has told how much. */
  readonly isKnown: boolean;
  readonly count: number;
}

type TotalName = "awarded" | "disbursed" | "accounted" | "reclaimed" | "repaid";

const TOTAL_OF: Readonly<Partial<Record<string, TotalName>>> = {
  AWARD: "awarded",
  DISBURSEMENT: "disbursed",
  FINAL_PAYMENT: "disbursed",
  FINAL_REPORT: "accounted",
  RECOVERY_DECISION: "reclaimed",
  REPAYMENT: "repaid",
};

/** Kinds of event that tell what the whole costs, as the source accepts it. */
const COST_KINDS: ReadonlySet<string> = new Set(["AWARD", "APPROVAL"]);

interface Totals extends Readonly<Record<TotalName, Total>> {
  /** What the whole costs, as the last award or approval that told it has it; decimal text. */
  readonly totalCost: string | null;
}
type Check = (event: LifeEvent, totals: Totals, facts: GrantFacts) => Omit<BrokenRule, "event"> | null;

/**
 * Amounts that cannot all be right, told by the event at which they go wrong. What is not known, or not exactly, breaks no
 * rule; sums are exact.
 */
export function brokenMoney(facts: GrantFacts, { standing }: Life): BrokenRule[] {
  const none: Total = { sum: 0n, isKnown: false, count: 0 };
  // Where all of the life is known, nothing told is nothing decided and nothing paid.
  const nothing: Total = { ...none, isKnown: facts.isWholeKnown };
  let totals: Totals = {
    awarded: nothing,
    disbursed: nothing,
    accounted: none,
    reclaimed: none,
    repaid: none,
    totalCost: null,
  };
  return standing.flatMap((event) => {
    const name = TOTAL_OF[event.kind];
    if (name) totals = { ...totals, [name]: added(totals[name], knownOre(event)) };
    if (COST_KINDS.has(event.kind) && event.totalCost !== null) totals = { ...totals, totalCost: event.totalCost };
    return (CHECKS[event.kind] ?? []).flatMap((check) => {
      const broken = check(event, totals, facts);
      return broken ? [{ ...broken, event: event.id }] : [];
    });
  });
}

function added({ sum, isKnown, count }: Total, ore: bigint | null): Total {
  return { sum: sum + (ore ?? 0n), isKnown: (isKnown || count === 0) && ore !== null, count: count + 1 };
}

/** What is stated and exact, in öre. */
function knownOre({ value, certainty, precision }: LifeEvent): bigint | null {
  const isSure = certainty === "STATED" || certainty === "DERIVED";
  return value !== null && isSure && precision === "EXACT" ? toOre(value) : null;
}

/** No more is paid out than was awarded. What is known of payments alone may be too much already. */
const withinAward: Check = (event, { awarded, disbursed }) =>
  awarded.isKnown && disbursed.sum > awarded.sum && knownOre(event) !== null
    ? { code: "DISBURSED_EXCEEDS_AWARDED", part: "amount", values: kronor({ awarded, disbursed }) }
    : null;

/**
 * What is awarded in all is no more than the programme's share of the cost that was told last, but for what is to go back. What
 * is known of the awards alone may be too much already.
 */
const withinShare: Check = (event, totals, { maxShare }) => {
  const { awarded, reclaimed, repaid, totalCost } = totals;
  const isApproval = event.kind === "APPROVAL";
  if (maxShare === null || totalCost === null || (isApproval && event.totalCost === null)) return null;
  if (!awarded.isKnown && (isApproval || knownOre(event) === null)) return null;
  if ([reclaimed, repaid].some(({ count, isKnown }) => count > 0 && !isKnown)) return null;
  const kept = awarded.sum - (reclaimed.sum > repaid.sum ? reclaimed.sum : repaid.sum);
  const most = shareOf(toOre(totalCost), maxShare);
  if (kept <= most) return null;
  const values = { awarded: toKronor(kept), share: maxShare, totalCost, most: toKronor(most) };
  return isApproval
    ? { code: "AWARD_EXCEEDS_APPROVED_SHARE", part: "totalCost", values }
    : { code: "AWARD_EXCEEDS_SHARE", part: "amount", values };
};

/** No more is reclaimed than was paid out. */
const reclaimable: Check = (event, { disbursed, reclaimed }) =>
  disbursed.isKnown && reclaimed.sum > disbursed.sum && knownOre(event) !== null
    ? { code: "RECLAIMED_EXCEEDS_DISBURSED", part: "amount", values: kronor({ disbursed, reclaimed }) }
    : null;

/** No more is paid back than was paid out. */
const withinDisbursed: Check = (_, { disbursed, repaid }) =>
  disbursed.isKnown && repaid.sum > disbursed.sum
    ? { code: "REPAID_EXCEEDS_DISBURSED", part: "amount", values: kronor({ disbursed, repaid }) }
    : null;

/**
 * In the end what was paid out was either spent or paid back. Who records the end in a system knows that there is no account
 * or repayment beside those recorded; documents may tell of the end alone.
 */
const balanced: Check = ({ origin }, { disbursed, accounted, repaid }) => {
  if (!disbursed.isKnown || disbursed.count === 0) return null;
  const isTold = ({ count, isKnown }: Total) => isKnown || (count === 0 && origin !== "DATA_PACKAGE");
  if (!isTold(accounted) || (repaid.count > 0 && !repaid.isKnown)) return null;
  if (origin === "DATA_PACKAGE" && repaid.count === 0 && accounted.sum < disbursed.sum) return null;
  return accounted.sum + repaid.sum === disbursed.sum
    ? null
    : { code: "CLOSURE_UNBALANCED", part: "kind", values: kronor({ disbursed, accounted, repaid }) };
};

const CHECKS: Readonly<Partial<Record<string, readonly Check[]>>> = {
  AWARD: [withinShare, withinAward],
  DISBURSEMENT: [withinAward],
  FINAL_PAYMENT: [withinAward],
  APPROVAL: [withinShare],
  RECOVERY_DECISION: [reclaimable],
  REPAYMENT: [withinDisbursed],
  CLOSURE: [balanced],
};

/** Whole öre of a share of a cost, rounded down. */
function shareOf(ore: bigint, share: string): bigint {
  const [whole = "", fraction = ""] = share.split(".");
  return (ore * BigInt(whole + fraction)) / 10n ** BigInt(fraction.length);
}

function kronor(totals: Readonly<Record<string, Total>>): Record<string, string> {
  return Object.fromEntries(Object.entries(totals).map(([name, { sum }]) => [name, toKronor(sum)]));
}
