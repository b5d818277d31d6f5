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
  AWARD: ["UNKNOWN", "CALL_OPEN", "APPLIED", "ASSESSED", ...RUNNING, "APPROVED"],
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

/** What may follow when a decision was revoked: that the money goes back, and then the end. */
const LEFT_BY_REVOCATION: ReadonlySet<string> = new Set<GrantEventKind>(["RECOVERY_DECISION", "REPAYMENT", "CLOSURE"]);

/**
 * Whether an event may come after everything that came before it, however long ago.
 * @param earlier kinds of the events before it
 */
export function mayStillCome(earlier: ReadonlySet<string>, kind: string): boolean {
  if (earlier.has("REVOCATION") && !LEFT_BY_REVOCATION.has(kind)) return false;
  return !(earlier.has("FINAL_REPORT") && ENDED_BY_FINAL_REPORT.has(kind));
}
