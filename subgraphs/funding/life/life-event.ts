import type { GrantEventRow } from "../grant-event.entity";
import { REPORT_KINDS } from "./kinds";

/** What the rules of a grant's life look at in an event. */
export type LifeEvent = Pick<
  GrantEventRow,
  | "id"
  | "number"
  | "position"
  | "kind"
  | "date"
  | "value"
  | "certainty"
  | "precision"
  | "totalCost"
  | "origin"
  | "correctsId"
  | "isRetraction"
  | "reportId"
>;

/** An event in the life as it happened. */
export interface Step {
  readonly event: LifeEvent;
  /** False for the earlier version of a report: it happened, and what it says counts no longer. */
  readonly isStanding: boolean;
  /** Whether it is a new version of a report that was handed in before. */
  readonly isNewVersion: boolean;
}

/** What a log tells, in the order of the grant's life. */
export interface Life {
  readonly steps: readonly Step[];
  /** The events of the steps that stand. */
  readonly standing: readonly LifeEvent[];
}

/**
 * A log as what happened. A correction takes the place of what it corrects, as if that had never been said; but a
 * report that was handed in anew, later in the grant's life, was handed in twice.
 */
export function lifeOf(log: readonly LifeEvent[]): Life {
  const byId = new Map(log.map((event) => [event.id, event]));
  const corrected = new Set(log.map(({ correctsId }) => correctsId));
  const steps = log
    .filter(({ id, isRetraction }) => !isRetraction && !corrected.has(id))
    .flatMap((event): Step[] => {
      const earlier = earlierVersions(event, byId);
      return [
        ...earlier.map((version, index) => ({
          event: version,
          isStanding: false,
          isNewVersion: index < earlier.length - 1,
        })),
        { event, isStanding: true, isNewVersion: earlier.length > 0 },
      ];
    })
    .sort((a, b) => byPosition(a.event, b.event));
  return { steps, standing: steps.flatMap(({ event, isStanding }) => (isStanding ? [event] : [])) };
}

/** The versions of a report before this one, the latest first; versions of one place are one. */
function earlierVersions(event: LifeEvent, byId: ReadonlyMap<string, LifeEvent>): LifeEvent[] {
  const versions: LifeEvent[] = [];
  let place = event.position;
  let before = event.correctsId === null ? undefined : byId.get(event.correctsId);
  while (before && REPORT_KINDS.has(before.kind) && before.origin !== "DATA_PACKAGE") {
    if (before.position < place) versions.push(before);
    place = before.position;
    before = before.correctsId === null ? undefined : byId.get(before.correctsId);
  }
  return versions;
}

export function byPosition(a: LifeEvent, b: LifeEvent): number {
  return a.position - b.position || a.number - b.number;
}
