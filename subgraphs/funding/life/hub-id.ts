import { randomInt } from "node:crypto";

/** Without letters and digits that are taken for one another. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH = 12;

/** An id of the hub's own making, from which both owners can be read: 2281-boverket~7k2m9x4p3q8r. */
export function hubId(municipality: string, source: string): string {
  const word = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${municipality}-${source}~${word}`;
}
