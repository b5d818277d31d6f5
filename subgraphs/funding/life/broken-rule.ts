import type { Mistake } from "../follow-up/mistake";
import type { lifeMistakes } from "./mistakes";

/** A rule of a grant's life that its events do not keep. */
export interface BrokenRule {
  readonly code: keyof typeof lifeMistakes;
  /** Id of the event by which it is broken. */
  readonly event: string;
  /** What of the event to look at. */
  readonly part: "kind" | "date" | "amount" | "totalCost";
  readonly values: Mistake["values"];
}
