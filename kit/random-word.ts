import { randomBytes } from "node:crypto";

/** Digits and small letters without i, l, o and u, which are taken for others. */
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Twelve random signs (60 bits) for an id of the hub's own making. */
export function randomWord(): string {
  return [...randomBytes(12)].map((byte) => SIGNS[byte % SIGNS.length]).join("");
}
