import { STATE_AFTER } from "../grant-state";
import type { AppendTo, NewEvent } from "./append-events";
import { REPORT_KINDS } from "./kinds";
import { type LifeEvent, lifeOf } from "./life-event";

/**
 * Where in the grant's life a new event stands: after all others. A correction stands where the corrected event does, but for
 * a report that is handed in anew because a supplement was asked for: that comes after what asked for it.
 */
export function positionOf(event: NewEvent, origin: AppendTo["origin"], log: readonly LifeEvent[]): number {
  const corrected = log.find(({ id }) => id === event.correctsId);
  const last = log.reduce((most, { position }) => Math.max(most, position), 0);
  if (!corrected) return last + 1;
  const isNewVersion = REPORT_KINDS.has(event.kind) && !event.isRetraction;
  return isNewVersion && (origin === "REPORT" || answersSupplement(corrected, log)) ? last + 1 : corrected.position;
}

/** Whether the last that happened is that a supplement to this report was asked for. */
function answersSupplement(report: LifeEvent, log: readonly LifeEvent[]): boolean {
  const { standing } = lifeOf(log);
  const last = standing.findLast(({ kind }) => STATE_AFTER[kind] !== undefined);
  return (
    last?.kind === "SUPPLEMENT_REQUEST" && standing.findLast(({ kind }) => REPORT_KINDS.has(kind))?.id === report.id
  );
}
