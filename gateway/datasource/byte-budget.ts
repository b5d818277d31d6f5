/** Bytes that the subgraphs' answers to one request may have together. */
export interface ByteBudget {
  readonly limit: number;
  /** @returns whether there was so much left */
  spend(bytes: number): boolean;
}

export function createByteBudget(limit: number): ByteBudget {
  let left = limit;
  return {
    limit,
    spend(bytes) {
      left -= bytes;
      return left >= 0;
    },
  };
}
