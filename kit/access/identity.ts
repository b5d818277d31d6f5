/** What a caller may be: each is for data of one owner. */
export const roles = ["reporter", "reader", "reviewer", "operator"] as const;

/**
 * reporter: a municipality's system. reader: an agency that reads what is handed in to it. reviewer: an agency that reads and
 * answers. operator: who runs the hub.
 */
export type Role = (typeof roles)[number];

/** Owner of an operator. */
export const HUB_OWNER = "hub";

/** Scopes are named after the roles that they give. */
export const SCOPE_PREFIX = "kommungraf:";

/** Claim that names the owner, unless an issuer has another. */
export const OWNER_CLAIM = "kommungraf_owner";

/** Who a request comes from, as a token that was verified says. */
export interface Identity {
  /** Municipality code of a reporter, funding source of a reader or reviewer; the word hub of an operator. */
  readonly owner: string;
  readonly roles: readonly Role[];
  /** Name of the system, from the token. */
  readonly client: string;
}

const MUNICIPALITY = /^\d{4}$/;
const SOURCE = /^[a-z][a-z0-9-]{1,59}$/;

/** Whether the owner is of the kind that the role is for: a municipality, a funding source or the hub. */
export function ownerFits(role: Role, owner: string): boolean {
  if (role === "operator") return owner === HUB_OWNER;
  if (role === "reporter") return MUNICIPALITY.test(owner);
  return SOURCE.test(owner) && owner !== HUB_OWNER;
}

/** Kinds of owners in words, for messages. */
export const ownerOf: Readonly<Record<Role, string>> = {
  reporter: "a municipality code of four digits",
  reader: "a funding source, such as boverket",
  reviewer: "a funding source, such as boverket",
  operator: `the word ${HUB_OWNER}`,
};
