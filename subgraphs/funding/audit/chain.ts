import { createHash } from "node:crypto";
import type { AuditEntryRow } from "./audit-entry";

/** Hash that the first entry of a chain has before it. */
export const NO_HASH = "0".repeat(64);

/** Where a chain ends. */
export interface ChainEnd {
  readonly municipalityCode: string;
  readonly position: number;
  readonly hash: string;
}

/** The first entry that is not as it was written, and why. */
export interface BrokenEntry {
  readonly municipalityCode: string;
  readonly position: number;
  readonly reason: BreakReason;
}

/**
 * MISSING: it is not there, and later ones are. OUT_OF_ORDER: it stands where another should. CHANGED: a field of it is not as
 * it was. NOT_LINKED: it does not follow the one before. CUT_OFF: it is not there, and none after it. REWRITTEN: it fits its
 * chain and is another than it was.
 */
export type BreakReason = "MISSING" | "OUT_OF_ORDER" | "CHANGED" | "NOT_LINKED" | "CUT_OFF" | "REWRITTEN";

/** What an entry's hash is of: its fields and the hash before, one a line, as record_audit in the database writes them. */
export function hashOf(entry: AuditEntryRow): string {
  const lines = [
    entry.previousHash,
    entry.municipalityCode,
    entry.position,
    entry.at.toISOString(),
    entry.owner,
    entry.roles,
    entry.client,
    entry.action,
    entry.record ?? "",
    entry.recordCount,
    entry.requestId ?? "",
  ];
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/**
 * Checks one entry against the one before it in its chain.
 * @param before undefined for the first of a chain
 * @returns what is wrong with it, or undefined
 */
export function checkEntry(before: ChainEnd | undefined, entry: AuditEntryRow): BrokenEntry["reason"] | undefined {
  const expected = (before?.position ?? 0) + 1;
  if (entry.position > expected) return "MISSING";
  if (entry.position < expected) return "OUT_OF_ORDER";
  if (entry.hash !== hashOf(entry)) return "CHANGED";
  if (entry.previousHash !== (before?.hash ?? NO_HASH)) return "NOT_LINKED";
  return undefined;
}

export interface Verified {
  /** Where each chain ends, or where it was whole until, by municipality. */
  readonly ends: readonly ChainEnd[];
  readonly entries: number;
  /** Null when every chain is whole. */
  readonly broken: BrokenEntry | null;
}

/**
 * Recomputes chains and stops at the first entry that does not fit. Chains may stand among each other; the entries of each in
 * its order.
 * @param entries of one chain or several; memory holds one entry of each chain
 * @param earlier where the chains ended at an earlier time. Only that tells when the last entries were taken away, or a whole
 * chain was written anew
 */
export async function verifyChains(
  entries: Iterable<AuditEntryRow> | AsyncIterable<AuditEntryRow>,
  earlier: readonly ChainEnd[] = [],
): Promise<Verified> {
  const before = new Map(earlier.map((end) => [end.municipalityCode, end]));
  const ends = new Map<string, ChainEnd>();
  let count = 0;
  const verified = (broken: BrokenEntry | null): Verified => ({ ends: [...ends.values()], entries: count, broken });
  for await (const entry of entries) {
    const { municipalityCode, position, hash } = entry;
    const last = ends.get(municipalityCode);
    const reason = checkEntry(last, entry);
    // What is missing is the entry after the last that is there.
    if (reason === "MISSING") return verified({ municipalityCode, position: (last?.position ?? 0) + 1, reason });
    if (reason) return verified({ municipalityCode, position, reason });
    const known = before.get(municipalityCode);
    if (known?.position === position && known.hash !== hash) {
      return verified({ municipalityCode, position, reason: "REWRITTEN" });
    }
    ends.set(municipalityCode, { municipalityCode, position, hash });
    count += 1;
  }
  for (const { municipalityCode, position } of earlier) {
    const reached = ends.get(municipalityCode)?.position ?? 0;
    if (reached < position) return verified({ municipalityCode, position: reached + 1, reason: "CUT_OFF" });
  }
  return verified(null);
}
