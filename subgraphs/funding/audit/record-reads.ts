import { ownerNamed } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import type { SubgraphContext } from "../../../kit/subgraph";

/** A record that not everybody may see. */
export interface UnpublishedRecord {
  readonly municipalityCode: string;
  readonly id: string;
}

/** What was read of one municipality's. */
export interface Read {
  /** 0000 for what is of no municipality. */
  readonly municipalityCode: string;
  /** The one record that was read, or the chain; null for what has no one name. */
  readonly record: string | null;
  readonly count: number;
}

type Caller = Pick<SubgraphContext<unknown>, "identity" | "write">;

/**
 * Writes into the audit log that the caller is shown records that are not published; it is to be awaited before they are. One
 * entry for each municipality, with the record's id when it is one alone; none for no records.
 * @param action name of the root field, such as followUpReports
 * @throws what the write throws: what cannot be logged is not shown
 */
export async function recordReads(
  context: Caller,
  action: string,
  records: readonly UnpublishedRecord[],
): Promise<void> {
  const idsByMunicipality = new Map<string, Set<string>>();
  for (const { municipalityCode, id } of records) {
    const ids = idsByMunicipality.get(municipalityCode) ?? new Set();
    idsByMunicipality.set(municipalityCode, ids.add(id));
  }
  await recordEach(
    context,
    action,
    [...idsByMunicipality].map(([municipalityCode, ids]) => {
      const [id = null] = ids;
      return { municipalityCode, record: ids.size === 1 ? id : null, count: ids.size };
    }),
  );
}

/**
 * Writes into the audit log that the caller asked for what is not published, which passed, and was shown none of it; a count
 * or an empty page tells something too.
 * @param municipalities codes that the call named; it stands in the chain of the one, else in that of none
 */
export const recordNoneShown = (
  context: Caller,
  action: string,
  municipalities: readonly string[] | null | undefined,
): Promise<void> =>
  recordEach(context, action, [{ municipalityCode: ownerNamed(municipalities), record: null, count: 0 }]);

/** As recordReads, for what has been counted already. */
export async function recordEach(context: Caller, action: string, reads: readonly Read[]): Promise<void> {
  if (reads.length === 0) return;
  // Each entry locks its chain; all who lock several do it in the same order, so that none waits for another in a circle.
  const inOrder = [...reads].sort((a, b) => (a.municipalityCode < b.municipalityCode ? -1 : 1));
  await context.write(async (statements) => {
    for (const { municipalityCode, record, count } of inOrder) {
      await statements.rows(
        "recordRead",
        sql`SELECT record_audit(${municipalityCode}, ${action}, ${record}, ${count})`,
      );
    }
  });
}
