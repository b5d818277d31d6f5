/** A row of the feed, of whichever room. */
export interface ChangeRow {
  /** Its own place in the feed, as text to continue after. */
  readonly cursor: string;
  readonly municipalityCode: string;
  readonly kind: string;
  readonly recordId: string;
  /** Id of the grant, of an event of one. */
  readonly parentId: string | null;
  readonly operation: "CREATED" | "UPDATED" | "WITHDRAWN";
  readonly sourceId: string | null;
  readonly isPublished: boolean;
  readonly changedAt: Date;
}

/** A change as a page of the feed shows it. */
export interface ShownChange extends ChangeRow {
  /** Whether it leads to what is not published of its record, too: whether includeUnpublished was asked for. */
  readonly isWhole: boolean;
}

/** The rooms that have a feed, in the order in which they stand in it. Cursors hold their numbers: add to the end alone. */
export const feedRooms = ["areas", "organisations", "initiatives", "funding"] as const;
