import type { SubgraphContext } from "../../../kit/subgraph";

/** A record that not everybody may see. */
export interface UnpublishedRecord {
  readonly municipalityCode: string;
  readonly id: string;
}

/**
 * Writes into the audit log that the caller is shown records that are not published; it is to be awaited before they are. One
 * entry for each municipality, with the record's id when it is one alone.
 * @param action name of the root field, such as followUpReports
 */
export async function recordReads(
  _context: Pick<SubgraphContext<unknown>, "identity" | "write">,
  _action: string,
  _records: readonly UnpublishedRecord[],
): Promise<void> {
  throw new Error("Not built yet");
}
