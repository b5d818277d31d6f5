import type { OwnerGraph } from "./owner-graph";

const LONGEST_KEY = 200;
/** Control characters, halves of characters, and what turns or hides text: no id has them, and logs and pages may show them. */
const UNSEEMLY = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A key as text; undefined for what no row of the hub can have as its key. */
export function readKey(keyField: string, value: unknown): string | undefined {
  if (typeof value !== "string" && !Number.isSafeInteger(value)) return undefined;
  const key = String(value);
  if (key === "" || key.length > LONGEST_KEY || UNSEEMLY.test(key)) return undefined;
  return keyField === "code" && !/^\d{4}$/.test(key) ? undefined : key;
}

/**
 * The municipality that a row belongs to, as its key says: a municipality's own code, or the four digits that an id
 * begins with; undefined for a national row.
 */
export function municipalityOf(keyField: string, key: string): string | undefined {
  const [, code] = (keyField === "code" ? /^(\d{4})$/ : /^(\d{4})-/).exec(key) ?? [];
  return code;
}

/** Whether an owner may be asked about a row: a municipality about its own rows, an agency about all. */
export function mayAnswerFor({ municipality }: OwnerGraph, keyField: string, key: string): boolean {
  return municipality === null || municipality === municipalityOf(keyField, key);
}
