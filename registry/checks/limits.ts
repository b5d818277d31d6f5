/** Bounds of one owner's schema; the hub's largest room has a tenth of them. */
export interface SubgraphLimits {
  /** Bytes in UTF-8. */
  readonly bytes: number;
  /** Names, values and signs; comments are not counted. */
  readonly tokens: number;
  /** Brackets of any kind within one another. */
  readonly depth: number;
  readonly types: number;
  /** Fields, arguments, values of enums and members of unions, together. */
  readonly fields: number;
}

export const subgraphLimits: SubgraphLimits = {
  bytes: 256 * 1024,
  tokens: 30_000,
  depth: 32,
  types: 1_000,
  fields: 5_000,
};
