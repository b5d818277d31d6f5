import type { Statements } from "../../../kit/connection";
import type { SourceValue } from "../../../kit/record";
import type { Mistake } from "../follow-up/mistake";

/** An event to add to a grant's log. */
export interface NewEvent {
  /** Place in the input that mistakes name, such as events[2]. */
  readonly place: string;
  readonly kind: string;
  /** A day, such as 2026-01-31. */
  readonly date: string;
  /** Kronor as exact decimal text. */
  readonly value: string | null;
  readonly year: number | null;
  readonly totalCost: string | null;
  readonly registrationNumber: string | null;
  readonly note: string | null;
  readonly sources: readonly SourceValue[];
  readonly correctsId: string | null;
  readonly isRetraction: boolean;
  readonly reportId: string | null;
  readonly reportVersion: number | null;
}

export interface AppendTo {
  readonly grantId: string;
  readonly origin: "RECORDED" | "REPORT";
  /** Municipality code or funding source that tells of it. */
  readonly by: string;
  /** How long the caller believes the log to be; null when it does not matter. */
  readonly expectedRevision: number | null;
}

/**
 * Adds events to a grant's log after checking every rule of its life.
 * @returns the new events' ids, or all mistakes and nothing written
 */
export async function appendEvents(
  _statements: Statements,
  _to: AppendTo,
  _events: readonly NewEvent[],
): Promise<{ readonly ids: readonly string[]; readonly mistakes: readonly Mistake[] }> {
  throw new Error("Not built yet");
}
