import { createHash } from "node:crypto";
import { canonicalJson } from "../../../kit/canonical-json";

/**
 * Tells whether two requests ask for the same: a field that is null is as one that is left out, and their order is nothing.
 * @returns SHA-256 in hexadecimal
 */
export function hashOfRequest(input: object): string {
  return createHash("sha256")
    .update(canonicalJson(plain(input)))
    .digest("hex");
}

/** Plain JSON of what GraphQL reads, whose objects may have no prototype and whose text may hold half a surrogate pair. */
function plain(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/\p{Surrogate}/gu, "\ufffd");
  if (Array.isArray(value)) return value.map((one) => plain(one ?? null));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (part === null || part === undefined ? [] : [[name, plain(part)]])),
  );
}
