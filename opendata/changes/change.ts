/** A row of the feed, of whichever room. */
export interface ChangeRow {
  readonly municipalityCode: string;
  /** Number of the transaction that wrote it, as decimal text. */
  readonly transaction: string;
  /** Order within its room, as decimal text. */
  readonly position: string;
  readonly room: string;
  readonly kind: string;
  readonly recordId: string;
  readonly operation: "CREATED" | "UPDATED" | "WITHDRAWN";
  readonly sourceId: string | null;
  readonly isPublished: boolean;
  readonly changedAt: Date;
}
