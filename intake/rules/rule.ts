import type { Mistake } from "../mistake";
import type { MistakeCode } from "../mistake-catalogue";
import type { Delivery } from "../table";

export interface RuleContext {
  /** Records, as table and key, that a faulty source was probably about. */
  readonly excused: ReadonlySet<string>;
  readonly today: Date;
}

/**
 * A rule over several cells or rows. Each stands in a file of its own and leaves cells alone that already have a
 * mistake, so that one mistake is one message.
 */
export interface Rule {
  readonly code: MistakeCode;
  check(delivery: Delivery, context: RuleContext): Mistake[];
}
