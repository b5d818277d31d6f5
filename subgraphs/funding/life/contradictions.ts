import { mistake, wordsOf } from "../follow-up/mistake";
import type { BrokenRule } from "./broken-rule";
import { type LifeEvent, lifeOf } from "./life-event";
import { brokenMoney } from "./money-rules";
import { brokenOrder } from "./order-rules";

/** An event as documents tell it. */
export type ToldEvent = Pick<LifeEvent, "id" | "position" | "kind" | "date" | "value" | "certainty" | "precision">;

export interface Contradiction extends Pick<BrokenRule, "part"> {
  /** Id of the event at which it shows. */
  readonly event: string;
  /** What is wrong, in English. */
  readonly message: string;
  /** What to do, in English. */
  readonly remedy: string;
}

/**
 * What documents tell of one grant's life that cannot all be so: the order in which things happened, and amounts that do not
 * go together. The order of days is another rule's. What is not told contradicts nothing.
 */
export function contradictionsIn(told: readonly ToldEvent[]): Contradiction[] {
  const log = told.map(
    (event, index): LifeEvent => ({
      ...event,
      number: index + 1,
      totalCost: null,
      origin: "DATA_PACKAGE",
      correctsId: null,
      isRetraction: false,
      reportId: null,
    }),
  );
  const life = lifeOf(log);
  const facts = { maxShare: null, isWholeKnown: false };
  return [...brokenOrder(facts, life), ...brokenMoney(facts, life)].map(({ code, event, part, values }) => {
    const found = mistake(code, { record: event }, values);
    return { event, part, message: wordsOf(found, "message", "EN"), remedy: wordsOf(found, "remedy", "EN") };
  });
}
