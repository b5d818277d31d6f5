import type { FuzzyDateValue } from "../../../kit/record";
import { STATE_AFTER } from "../grant-state";
import type { AppendTo, NewEvent } from "./append-events";
import { REPORT_KINDS } from "./kinds";
import { byPosition, type LifeEvent, lifeOf } from "./life-event";
import { isSurelyBefore, knownDate } from "./order-rules";

/** Room for a day's number behind the point, and for the events of one day behind that. */
const DAYS = 1e5;
const STEP = 1e-10;

/** The places of a grant's life while events are added to it. */
export class Places {
  readonly #byId: Map<string, LifeEvent>;
  /** What happened, in order; earlier versions of reports too. */
  readonly #steps: LifeEvent[];
  #last: number;

  constructor(log: readonly LifeEvent[]) {
    this.#byId = new Map(log.map((event) => [event.id, event]));
    this.#steps = lifeOf(log).steps.map(({ event }) => event);
    this.#last = log.reduce((most, { position }) => Math.max(most, position), 0);
  }

  /**
   * Where in the grant's life a new event stands: by its day, after what happened before it or on the same day, and after what
   * has no known day there. A correction stands where the corrected event does, but for a report that is handed in anew because
   * a supplement was asked for: that comes after all others.
   * @returns a number between those of its neighbours; the places of all others stay
   */
  of({ kind, date, correctsId, isRetraction }: NewEvent, origin: AppendTo["origin"]): number {
    const corrected = correctsId === null ? undefined : this.#byId.get(correctsId);
    if (!corrected) return this.#byDay(date);
    const isNewVersion = REPORT_KINDS.has(kind) && !isRetraction;
    return isNewVersion && (origin === "REPORT" || this.#answersSupplement(corrected))
      ? this.#end()
      : corrected.position;
  }

  /** Takes an event in at its place. */
  add(event: LifeEvent): void {
    const { correctsId, isRetraction, position } = event;
    const corrected = correctsId === null ? undefined : this.#byId.get(correctsId);
    this.#byId.set(event.id, event);
    this.#last = Math.max(this.#last, position);
    if (corrected && corrected.position === position) this.#steps.splice(this.#steps.indexOf(corrected), 1);
    if (isRetraction) return;
    const next = this.#steps.findLastIndex((step) => byPosition(step, event) < 0) + 1;
    this.#steps.splice(next, 0, event);
  }

  #end(): number {
    return Math.floor(this.#last) + 1;
  }

  #byDay(day: string): number {
    const date: FuzzyDateValue = { value: day, precision: "DAY", certainty: "STATED" };
    const before = this.#steps.findLastIndex((step) => isNotAfter(step, date));
    const after = this.#steps.findIndex((step, index) => index > before && isAfter(step, date));
    const next = this.#steps[after];
    if (!next) return this.#end();
    const previous = this.#steps[after - 1];
    return previous ? between(previous.position, next.position, day) : Math.ceil(next.position) - 1;
  }

  /** Whether the last that happened is that a supplement to this report was asked for. */
  #answersSupplement(report: LifeEvent): boolean {
    const last = this.#steps.findLast(({ kind }) => STATE_AFTER[kind] !== undefined);
    return (
      last?.kind === "SUPPLEMENT_REQUEST" &&
      this.#steps.findLast(({ kind }) => REPORT_KINDS.has(kind))?.id === report.id
    );
  }
}

function isNotAfter(step: LifeEvent, day: FuzzyDateValue): boolean {
  const date = knownDate(step.date);
  return date !== null && (isSurelyBefore(date, day) || date.value === day.value);
}

function isAfter(step: LifeEvent, day: FuzzyDateValue): boolean {
  const date = knownDate(step.date);
  return date !== null && isSurelyBefore(day, date);
}

/**
 * A place between two others. It is made of the day, so that however many events come late, and in whichever order, there is
 * room for the next; only where a corrected day stands in the way it is halfway.
 */
function between(low: number, high: number, day: string): number {
  const byDay = Math.floor(low) + Date.parse(day) / 86_400_000 / DAYS;
  const place = Math.max(byDay, low + STEP);
  return place < high ? place : (low + high) / 2;
}
