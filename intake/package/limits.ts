/** How much the hub reads of a package: far above what a municipality has, far below what would hurt. */
export interface Limits {
  readonly descriptorBytes: number;
  readonly fileBytes: number;
  readonly packageBytes: number;
  /** Rows of one table. */
  readonly rows: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
}

export const defaultLimits: Limits = {
  descriptorBytes: 4_000_000,
  fileBytes: 64_000_000,
  packageBytes: 256_000_000,
  rows: 500_000,
  cellCharacters: 20_000,
};
