import type { FuzzyDateValue } from "../../../kit/record";
import type { GrantState } from "../generated/types";
import { STATE_AFTER } from "../grant-state";
import type { BrokenRule } from "./broken-rule";
import type { GrantFacts } from "./grant-facts";
import { REPORT_KINDS } from "./kinds";
import type { Life, LifeEvent } from "./life-event";
import { ENDS, lacksAward, mayComeLater, mayFollow, mayStillCome, NO_PAST, pastAfter } from "./transitions";

/** What happened in an order in which it cannot happen. */
export function brokenOrder({ isWholeKnown }: Pick<GrantFacts, "isWholeKnown">, { steps }: Life): BrokenRule[] {
  const broken: BrokenRule[] = [];
  let past = NO_PAST;
  let state: GrantState = "UNKNOWN";
  for (const { event, isNewVersion } of steps) {
    const { id, kind } = event;
    const at = { event: id, part: "kind", values: { kind, state } } as const;
    if (!hasPlace(event, isNewVersion, state)) broken.push({ code: "EVENT_NOT_NEXT", ...at });
    else if (isWholeKnown && lacksAward(past, kind)) broken.push({ code: "EVENT_WITHOUT_AWARD", ...at });
    else if (!isNewVersion && !mayStillCome(past, kind)) broken.push({ code: "EVENT_TOO_LATE", ...at });
    past = pastAfter(past, kind);
    state = STATE_AFTER[kind] ?? state;
  }
  return broken;
}

/**
 * Closing a grant over a report that is handed in and not approved: nobody could answer the report any more, and what it says
 * would stay hidden.
 */
export function brokenClosure({ steps }: Life): BrokenRule[] {
  const open = new Set<string>();
  return steps.flatMap(({ event: { id, kind, reportId } }): BrokenRule[] => {
    if (reportId !== null && REPORT_KINDS.has(kind)) open.add(reportId);
    if (reportId !== null && kind === "APPROVAL") open.delete(reportId);
    if (kind !== "CLOSURE" || open.size === 0) return [];
    return [{ code: "CLOSURE_OVER_REPORT", event: id, part: "kind", values: { reports: [...open].join(", ") } }];
  });
}

/**
 * Revoking a grant over a report that waits for the source's answer: it could not be given any more. A source that has asked
 * for a supplement has answered, so the recipient cannot hold it up.
 */
export function brokenRevocation({ steps }: Life): BrokenRule[] {
  const waiting = new Set<string>();
  return steps.flatMap(({ event: { id, kind, reportId } }): BrokenRule[] => {
    if (reportId !== null && REPORT_KINDS.has(kind)) waiting.add(reportId);
    if (reportId !== null && (kind === "APPROVAL" || kind === "SUPPLEMENT_REQUEST")) waiting.delete(reportId);
    if (kind !== "REVOCATION" || waiting.size === 0) return [];
    return [{ code: "REVOCATION_OVER_REPORT", event: id, part: "kind", values: { reports: [...waiting].join(", ") } }];
  });
}

/** Systems tell each of their acts; documents may tell of some events and not of those between. */
function hasPlace({ kind, origin }: LifeEvent, isNewVersion: boolean, state: GrantState): boolean {
  if (isNewVersion) return !ENDS.has(state);
  return origin === "DATA_PACKAGE" ? mayComeLater(state, kind) : mayFollow(state, kind);
}

/** Events that are surely dated before one that stands before them. */
export function brokenDates({ steps }: Life): BrokenRule[] {
  const broken: BrokenRule[] = [];
  let latest: FuzzyDateValue | null = null;
  for (const { event } of steps) {
    const date = knownDate(event.date);
    if (!date) continue;
    if (latest && isSurelyBefore(date, latest)) {
      const values = { date: date.value, earlier: latest.value };
      broken.push({ code: "DATE_BEFORE_EARLIER", event: event.id, part: "date", values });
    } else latest = date;
  }
  return broken;
}

/** Only what is stated is known; of a season one cannot tell where in the year it ends. */
export function knownDate(date: FuzzyDateValue | null): FuzzyDateValue | null {
  return date?.certainty === "STATED" && date.precision !== "SEASON" ? date : null;
}

export function isSurelyBefore(a: FuzzyDateValue, b: FuzzyDateValue): boolean {
  const length = Math.min(a.value.length, b.value.length);
  return a.value.slice(0, length) < b.value.slice(0, length);
}
