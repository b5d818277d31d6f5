/** What a report is checked against of its grant; kronor as exact decimal text, null where not known exactly. */
export interface GrantFacts {
  readonly id: string;
  readonly sourceId: string;
  readonly programmeId: string | null;
  /** Kinds of the events that stand, in the order of the grant's life. */
  readonly eventKinds: readonly string[];
  readonly awarded: string | null;
  readonly disbursed: string | null;
}
