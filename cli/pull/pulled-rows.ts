/** Files of a pull, each with the records of one kind. */
export const fileNames = [
  "grants",
  "grant-events",
  "follow-up-reports",
  "pots",
  "allocations",
  "report-templates",
  "funding-programmes",
] as const;
export type FileName = (typeof fileNames)[number];

/** A record as the graph gives it. */
export interface PulledRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** What a run did to the records of a file. */
export interface RowCounts {
  created: number;
  updated: number;
  withdrawn: number;
  /** Records in the file after the run. */
  total: number;
}

/** The records of one file, a line of JSON each. */
export class PulledRows {
  readonly #before: ReadonlyMap<string, string>;
  readonly #lines: Map<string, string>;

  /** @param lines as they stand in the file, by id */
  constructor(lines: ReadonlyMap<string, string> = new Map()) {
    this.#before = lines;
    this.#lines = new Map(lines);
  }

  put(record: PulledRecord): void {
    this.#lines.set(record.id, JSON.stringify(record));
  }

  /** Takes away a record that the graph no longer knows. */
  remove(id: string): void {
    this.#lines.delete(id);
  }

  removeWhere(matches: (record: PulledRecord) => boolean): void {
    for (const [id, line] of this.#lines) if (matches(JSON.parse(line))) this.#lines.delete(id);
  }

  /** Puts these records in the place of all that there are. */
  putAll(records: readonly PulledRecord[]): void {
    this.#lines.clear();
    for (const record of records) this.put(record);
  }

  /** Lines in the order of their ids, by code unit, so that two pulls of the same records are the same file. */
  *sortedLines(): Generator<string> {
    for (const id of [...this.#lines.keys()].sort()) yield `${this.#lines.get(id)}\n`;
  }

  hasChanged(): boolean {
    const { created, updated, withdrawn } = this.counts();
    return created + updated + withdrawn > 0;
  }

  /** What has changed since the file was read. A record that is gone counts as withdrawn. */
  counts(): RowCounts {
    const counts = { created: 0, updated: 0, withdrawn: 0, total: this.#lines.size };
    for (const [id, line] of this.#lines) {
      const before = this.#before.get(id);
      if (before === undefined) counts.created += 1;
      else if (before !== line && isWithdrawn(line) && !isWithdrawn(before)) counts.withdrawn += 1;
      else if (before !== line) counts.updated += 1;
    }
    for (const id of this.#before.keys()) if (!this.#lines.has(id)) counts.withdrawn += 1;
    return counts;
  }
}

/** Whether an owner no longer delivers the record, or an event was corrected or taken back. */
function isWithdrawn(line: string): boolean {
  const { withdrawnAt, correctedBy } = JSON.parse(line) as PulledRecord;
  return (withdrawnAt ?? null) !== null || (correctedBy ?? null) !== null;
}
