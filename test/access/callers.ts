import type { Identity } from "../../kit/access";

/** The municipality and the source whose data the operations of the matrix are about. */
export const MUNICIPALITY = "2281";
export const SOURCE = "boverket";

const of = (role: Identity["roles"][number], owner: string): Identity => ({ owner, roles: [role], client: "matrix" });

/** Who calls, in the order of the matrix's columns; null for a caller without a token. */
export const callers = {
  "no token": null,
  "reporter 2281": of("reporter", MUNICIPALITY),
  "reporter 2181": of("reporter", "2181"),
  "reader boverket": of("reader", SOURCE),
  "reader other": of("reader", "tillvaxtverket"),
  "reviewer boverket": of("reviewer", SOURCE),
  "reviewer other": of("reviewer", "tillvaxtverket"),
  operator: of("operator", "hub"),
  /** A token of who is let in, that has expired. */
  expired: null,
} as const satisfies Record<string, Identity | null>;

export type Caller = keyof typeof callers;
export const callerNames = Object.keys(callers) as Caller[];
