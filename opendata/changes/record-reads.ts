import type { Statements } from "../../kit/connection";
import { ownerNamed } from "../../kit/record";
import { sql } from "../../kit/sql";
import type { ChangeRow } from "./change";

/**
 * Writes into the audit log that changes of unpublished records are shown, one entry for each municipality; the last that a
 * transaction does. What cannot be logged must not be shown.
 * @param record what they are shown by, such as a webhook; without it, the record that changed when it is one alone
 */
export async function recordUnpublished(
  statements: Statements,
  action: string,
  changes: readonly ChangeRow[],
  record?: string,
): Promise<void> {
  const idsByOwner = new Map<string, Set<string>>();
  for (const { municipalityCode, recordId } of unpublishedOf(changes)) {
    idsByOwner.set(municipalityCode, (idsByOwner.get(municipalityCode) ?? new Set()).add(recordId));
  }
  // Entries lock their municipality's chain; all who lock several do it in the same order.
  for (const [owner, ids] of [...idsByOwner].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [only = null] = ids;
    const named = record ?? (ids.size === 1 ? only : null);
    await statements.rows(
      "recordChangesRead",
      sql`SELECT funding.record_audit(${owner}, ${action}, ${named}, ${ids.size})`,
    );
  }
}

/**
 * Writes into the audit log that changes of unpublished records were asked for, and none is shown: that there is a next page
 * tells something too.
 * @param owners codes that were asked about; it stands in the chain of the one, else in that of none
 */
export async function recordNoneShown(
  statements: Statements,
  action: string,
  owners: readonly string[] | null | undefined,
): Promise<void> {
  await statements.rows(
    "recordNoChangesRead",
    sql`SELECT funding.record_audit(${ownerNamed(owners)}, ${action}, NULL, 0)`,
  );
}

export const unpublishedOf = (changes: readonly ChangeRow[]) => changes.filter(({ isPublished }) => !isPublished);
