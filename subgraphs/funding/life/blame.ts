import type { NewEvent } from "./append-events";
import type { BrokenRule } from "./broken-rule";
import type { NewEntry } from "./grant-log.repository";
import { byPosition, type LifeEvent } from "./life-event";

/** An event of a request that was taken in, and what it came to. */
export interface TakenIn {
  readonly event: NewEvent;
  readonly entry: NewEntry;
}

const PAYMENTS = ["DISBURSEMENT", "FINAL_PAYMENT"];

/** Kinds of event whose amounts a rule adds up; any event may break the rules that are left out. */
const BEARS_ON: Readonly<Partial<Record<BrokenRule["code"], readonly string[]>>> = {
  DISBURSED_EXCEEDS_AWARDED: ["AWARD", ...PAYMENTS],
  AWARD_EXCEEDS_SHARE: ["AWARD", "APPROVAL", "RECOVERY_DECISION", "REPAYMENT"],
  AWARD_EXCEEDS_APPROVED_SHARE: ["AWARD", "APPROVAL", "RECOVERY_DECISION", "REPAYMENT"],
  RECLAIMED_EXCEEDS_DISBURSED: ["RECOVERY_DECISION", ...PAYMENTS],
  REPAID_EXCEEDS_DISBURSED: ["REPAYMENT", ...PAYMENTS],
  EVENT_WITHOUT_AWARD: ["AWARD"],
  CLOSURE_UNBALANCED: ["FINAL_REPORT", "REPAYMENT", ...PAYMENTS],
};

/**
 * The event of a request by which a rule is broken: the very one, or the nearest before the old event at which it shows, such
 * as an award that is corrected to less than what was paid out since. Null when the request has none.
 */
export function blamed(
  { code, event }: BrokenRule,
  taken: readonly TakenIn[],
  at: LifeEvent | undefined,
): TakenIn | null {
  const kinds = BEARS_ON[code];
  const bearing = taken.filter(({ entry }) => kinds === undefined || kinds.includes(entry.kind));
  const own = taken.find(({ entry }) => entry.id === event);
  if (own) return own;
  const before = bearing.filter(({ entry }) => at !== undefined && entry.position <= at.position);
  return before.sort((a, b) => byPosition(a.entry, b.entry)).at(-1) ?? bearing.at(-1) ?? taken.at(-1) ?? null;
}
