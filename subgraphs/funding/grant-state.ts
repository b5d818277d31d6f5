import type { GrantState } from "./generated/types";
import type { GrantEventRow } from "./grant-event.entity";

/** The state that each event leads to; events that do not change the state are left out. */
export const STATE_AFTER: Readonly<Record<string, GrantState>> = {
  CALL_PUBLISHED: "CALL_OPEN",
  APPLICATION_SUBMITTED: "APPLIED",
  ASSESSMENT: "ASSESSED",
  AWARD: "AWARDED",
  REJECTION: "REJECTED",
  PAYMENT_CLAIM: "REQUESTED",
  DISBURSEMENT: "DISBURSED",
  ALLOCATION: "UNDER_WAY",
  COSTS_INCURRED: "UNDER_WAY",
  PROGRESS_REPORT: "INTERIM_REPORTED",
  FINAL_REPORT: "FINAL_REPORTED",
  SUPPLEMENT_REQUEST: "SUPPLEMENT_REQUESTED",
  APPROVAL: "APPROVED",
  FINAL_PAYMENT: "BALANCE_PAID",
  RECOVERY_DECISION: "RECLAIMED",
  REPAYMENT: "REPAID",
  CLOSURE: "CLOSED",
  REVOCATION: "REVOKED",
};

/** A grant's state follows from its events, in the order of its life, and is stored nowhere. */
export function stateOf(events: readonly Pick<GrantEventRow, "kind">[]): GrantState {
  return events.reduce<GrantState>((state, { kind }) => STATE_AFTER[kind] ?? state, "UNKNOWN");
}

/** The kinds of the last life-changing event of grants in these states; the empty string stands for no such event. */
export function lastEventKindsOf(states: readonly GrantState[]): string[] {
  const kinds = Object.entries(STATE_AFTER).flatMap(([kind, state]) => (states.includes(state) ? [kind] : []));
  return states.includes("UNKNOWN") ? [...kinds, ""] : kinds;
}

/** Kinds of event that change a grant's state. */
export const STATE_CHANGING_KINDS: readonly string[] = Object.keys(STATE_AFTER);
