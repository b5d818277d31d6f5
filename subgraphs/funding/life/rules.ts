import type { BrokenRule } from "./broken-rule";
import type { GrantFacts } from "./grant-facts";
import { type LifeEvent, lifeOf } from "./life-event";
import { brokenMoney } from "./money-rules";
import { brokenClosure, brokenDates, brokenOrder, brokenRevocation } from "./order-rules";

/** Every rule that a grant's log does not keep, in the order of what happened for each kind of rule. */
export function brokenRules(facts: GrantFacts, log: readonly LifeEvent[]): BrokenRule[] {
  const life = lifeOf(log);
  return [
    ...brokenOrder(facts, life),
    ...brokenDates(life),
    ...brokenClosure(life),
    ...brokenRevocation(life),
    ...brokenMoney(facts, life),
  ];
}
