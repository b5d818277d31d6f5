import type { AmountValue } from "../amount";

/** A grant's amounts by kind; null where no event states one. */
export interface GrantSumsValue {
  readonly applied: AmountValue | null;
  readonly awarded: AmountValue | null;
  readonly requested: AmountValue | null;
  readonly disbursed: AmountValue | null;
  readonly allocated: AmountValue | null;
  readonly incurred: AmountValue | null;
  readonly accounted: AmountValue | null;
  readonly reclaimed: AmountValue | null;
  readonly repaid: AmountValue | null;
  readonly unspent: AmountValue | null;
}
