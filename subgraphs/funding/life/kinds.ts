import type { AmountKind, GrantEventKind } from "../generated/types";

/** Kinds of event that the recipient's municipality records; all others are the source's. The database knows the same list. */
export const REPORTERS_KINDS: ReadonlySet<string> = new Set<GrantEventKind>([
  "APPLICATION_SUBMITTED",
  "PAYMENT_CLAIM",
  "ALLOCATION",
  "COSTS_INCURRED",
  "CHANGE",
  "PROGRESS_REPORT",
  "FINAL_REPORT",
  "REPAYMENT",
]);

/** What the amount of an event is, by the kind of the event; kinds that are left out have none. */
export const AMOUNT_KIND: Readonly<Partial<Record<string, AmountKind>>> = {
  APPLICATION_SUBMITTED: "APPLIED",
  AWARD: "AWARDED",
  PAYMENT_CLAIM: "REQUESTED",
  DISBURSEMENT: "DISBURSED",
  FINAL_PAYMENT: "DISBURSED",
  ALLOCATION: "ALLOCATED",
  COSTS_INCURRED: "INCURRED",
  FINAL_REPORT: "ACCOUNTED",
  RECOVERY_DECISION: "RECLAIMED",
  REPAYMENT: "REPAID",
} satisfies Partial<Record<GrantEventKind, AmountKind>>;

/** What the total cost of an event is, by the kind of the event; kinds that are left out state none. */
export const TOTAL_COST_KIND: Readonly<Partial<Record<string, AmountKind>>> = {
  APPLICATION_SUBMITTED: "ESTIMATED_TOTAL",
  AWARD: "ESTIMATED_TOTAL",
  FINAL_REPORT: "ACCOUNTED",
  APPROVAL: "ACCOUNTED",
} satisfies Partial<Record<GrantEventKind, AmountKind>>;

/** Money that is decided on or has moved: who records it knows how much. */
export const AMOUNT_REQUIRED_KINDS: ReadonlySet<string> = new Set<GrantEventKind>([
  "AWARD",
  "DISBURSEMENT",
  "FINAL_PAYMENT",
  "RECOVERY_DECISION",
  "REPAYMENT",
]);

/** Reports of the recipient; a supplement that was asked for is a new version of one of them. */
export const REPORT_KINDS: ReadonlySet<string> = new Set<GrantEventKind>(["PROGRESS_REPORT", "FINAL_REPORT"]);
