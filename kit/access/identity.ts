/** What a caller may be: each is for data of one owner. */
export const roles = ["reporter", "reader", "reviewer", "operator"] as const;

/**
 * reporter: a municipality's system. reader: an agency that reads what is handed in to it. reviewer: an agency that reads and
 * answers. operator: who runs the hub.
 */
export type Role = (typeof roles)[number];

/** Who a request comes from, as a token that was verified says. */
export interface Identity {
  /** Municipality code of a reporter, funding source of a reader or reviewer; the word hub of an operator. */
  readonly owner: string;
  readonly roles: readonly Role[];
  /** Name of the system, from the token. */
  readonly client: string;
}
