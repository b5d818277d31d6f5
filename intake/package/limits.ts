/** How much the hub reads of a package: far above what a municipality has, far below what would hurt. */
export interface Limits {
  readonly descriptorBytes: number;
  readonly fileBytes: number;
  readonly packageBytes: number;
  /** Rows of one table. */
  readonly rows: number;
  /**
   * One table as text, with the names of its columns and all that is said of its records. It is written as one JSONB
   * value, of which PostgreSQL takes 256 MB; there a table takes up to twice its text, and rows inside records, such as
   * shares of an allocation, are counted apart.
   */
  readonly tableBytes: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
}

export const defaultLimits: Limits = {
  descriptorBytes: 4_000_000,
  fileBytes: 64_000_000,
  packageBytes: 256_000_000,
  rows: 500_000,
  tableBytes: 48_000_000,
  cellCharacters: 20_000,
};
