import type { GrantEventKind, GrantState } from "../generated/types";
import { STATE_AFTER } from "../grant-state";

/** Awarded, and neither settled nor ended. */
const RUNNING = ["AWARDED", "REQUESTED", "DISBURSED", "UNDER_WAY", "INTERIM_REPORTED"] as const;
/** A report is under review or has been. */
const REVIEWED = ["SUPPLEMENT_REQUESTED", "APPROVED"] as const;
/** Money goes back. */
const RETURNED = ["RECLAIMED", "REPAID"] as const;

/**
 * The states in which each kind of event may come. A party records its own acts alone, so what the other never recorded must
 * not hold it up: steps may be left out, but none may come before what it follows from, or after the end. A grant of whose
 * life nothing is known may begin with anything but its end.
 */
const STATES_BEFORE: Readonly<Record<GrantEventKind, readonly GrantState[]>> = {
  CALL_PUBLISHED: ["UNKNOWN"],
  APPLICATION_SUBMITTED: ["UNKNOWN", "CALL_OPEN"],
  ASSESSMENT: ["UNKNOWN", "CALL_OPEN", "APPLIED", "ASSESSED"],
  // A further decision adds to the first.
  AWARD: ["UNKNOWN", "CALL_OPEN", "APPLIED", "ASSESSED", ...RUNNING, ...REVIEWED],
  REJECTION: ["CALL_OPEN", "APPLIED", "ASSESSED"],
  PAYMENT_CLAIM: ["UNKNOWN", ...RUNNING, ...REVIEWED, "FINAL_REPORTED"],
  DISBURSEMENT: ["UNKNOWN", ...RUNNING, ...REVIEWED],
  ALLOCATION: ["UNKNOWN", ...RUNNING, ...REVIEWED],
  COSTS_INCURRED: ["UNKNOWN", ...RUNNING, ...REVIEWED],
  CHANGE: ["UNKNOWN", "APPLIED", "ASSESSED", ...RUNNING, ...REVIEWED],
  PROGRESS_REPORT: ["UNKNOWN", ...RUNNING, ...REVIEWED, ...RETURNED],
  FINAL_REPORT: ["UNKNOWN", ...RUNNING, ...REVIEWED, ...RETURNED],
  SUPPLEMENT_REQUEST: ["UNKNOWN", ...RUNNING, ...REVIEWED, "FINAL_REPORTED", "BALANCE_PAID", ...RETURNED],
  APPROVAL: ["UNKNOWN", ...RUNNING, ...REVIEWED, "FINAL_REPORTED", "BALANCE_PAID", ...RETURNED],
  FINAL_PAYMENT: ["UNKNOWN", "REQUESTED", "FINAL_REPORTED", "APPROVED"],
  RECOVERY_DECISION: ["UNKNOWN", ...RUNNING, ...REVIEWED, "FINAL_REPORTED", "BALANCE_PAID", ...RETURNED, "REVOKED"],
  REPAYMENT: ["UNKNOWN", ...RUNNING, ...REVIEWED, "FINAL_REPORTED", "BALANCE_PAID", ...RETURNED, "REVOKED"],
  CLOSURE: [...RUNNING, "APPROVED", "FINAL_REPORTED", "BALANCE_PAID", "REPAID"],
  REVOCATION: [...RUNNING, ...REVIEWED, "FINAL_REPORTED", "BALANCE_PAID", ...RETURNED],
};

/** Nothing new comes after these, but what is left to settle of a grant that was revoked. */
export const ENDS: ReadonlySet<GrantState> = new Set<GrantState>(["REJECTED", "CLOSED", "REVOKED"]);

/** Whether an event of the kind may come while the grant is in the state. */
export function mayFollow(state: GrantState, kind: string): boolean {
  return (STATES_BEFORE[kind as GrantEventKind] ?? []).includes(state);
}

/** Whether an event of the kind may come later, after others that nobody tells of. */
export function mayComeLater(state: GrantState, kind: string): boolean {
  return statesFrom(state).some((later) => mayFollow(later, kind));
}

/** The state and all that may come of it. */
function statesFrom(state: GrantState): GrantState[] {
  const reached = new Set([state]);
  // A set gives what is added to it while it is gone through.
  for (const one of reached) {
    for (const [kind, after] of Object.entries(STATE_AFTER)) if (mayFollow(one, kind)) reached.add(after);
  }
  return [...reached];
}

/** What a final report puts an end to; the balance, the review and the return of money are left. */
const ENDED_BY_FINAL_REPORT: ReadonlySet<string> = new Set<GrantEventKind>([
  "AWARD",
  "DISBURSEMENT",
  "ALLOCATION",
  "COSTS_INCURRED",
  "PROGRESS_REPORT",
  "FINAL_REPORT",
]);

/** What the source may do all the same once it has asked for a supplement: a final report of the recipient's holds it up no more. */
const REOPENED_BY_SUPPLEMENT: ReadonlySet<string> = new Set<GrantEventKind>(["AWARD", "DISBURSEMENT"]);

/** What the recipient can tell of only once there is an award. */
const FOLLOWS_FROM_AWARD: ReadonlySet<string> = new Set<GrantEventKind>([
  "PAYMENT_CLAIM",
  "ALLOCATION",
  "COSTS_INCURRED",
  "PROGRESS_REPORT",
  "FINAL_REPORT",
  "REPAYMENT",
]);

/** What may follow when a decision was revoked: that the money goes back, and then the end. */
const LEFT_BY_REVOCATION: ReadonlySet<string> = new Set<GrantEventKind>(["RECOVERY_DECISION", "REPAYMENT", "CLOSURE"]);

/** What came before an event, however long ago. */
export interface Past {
  /** Kinds of the events. */
  readonly kinds: ReadonlySet<string>;
  /** Whether the source has asked for a supplement since the final report, and has approved nothing since. */
  readonly awaitsSupplement: boolean;
}

export const NO_PAST: Past = { kinds: new Set(), awaitsSupplement: false };

/** The past of what comes after an event of the kind. */
export function pastAfter({ kinds, awaitsSupplement }: Past, kind: string): Past {
  const isAnswered = kind === "FINAL_REPORT" || kind === "APPROVAL";
  return {
    kinds: kinds.has(kind) ? kinds : new Set([...kinds, kind]),
    awaitsSupplement: kind === "SUPPLEMENT_REQUEST" ? kinds.has("FINAL_REPORT") : awaitsSupplement && !isAnswered,
  };
}

/** Whether an event may come after everything that came before it. */
export function mayStillCome({ kinds, awaitsSupplement }: Past, kind: string): boolean {
  if (kinds.has("REVOCATION") && !LEFT_BY_REVOCATION.has(kind)) return false;
  if (awaitsSupplement && REOPENED_BY_SUPPLEMENT.has(kind)) return true;
  return !(kinds.has("FINAL_REPORT") && ENDED_BY_FINAL_REPORT.has(kind));
}

/** Whether an event lacks the award that it follows from, where all of the life before it is known. */
export function lacksAward({ kinds }: Past, kind: string): boolean {
  return FOLLOWS_FROM_AWARD.has(kind) && !kinds.has("AWARD");
}
