import { type Delivery, keyOf } from "../table";

/** Keys of records, by table. A code has its list before it: THEME/EMPLOYMENT. */
export type KnownRecords = ReadonlyMap<string, ReadonlySet<string>>;

/** Which records there are to refer to. */
export interface KeyIndex {
  has(table: string, key: string): boolean;
  keys(table: string): Iterable<string>;
  /** False when the table could not be read in full: then nothing is said to be missing from it. */
  isWhole(table: string): boolean;
}

export function indexDelivery(delivery: Delivery, unreadable: ReadonlySet<string>): KeyIndex {
  const keys = new Map<string, Set<string>>();
  for (const [name, table] of delivery.tables) {
    keys.set(name, new Set(table.rows.map((row) => keyOf(table, row))));
  }
  return {
    has: (table, key) => keys.get(table)?.has(key) ?? false,
    keys: (table) => keys.get(table) ?? [],
    isWhole: (table) => !unreadable.has(table) && (delivery.tables.get(table)?.isWhole ?? true),
  };
}

export function indexKnown(known: KnownRecords): KeyIndex {
  return {
    has: (table, key) => known.get(table)?.has(key) ?? false,
    keys: (table) => known.get(table) ?? [],
    isWhole: () => true,
  };
}

/** What can be referred to when nothing is known: nothing is missing either. */
export const unknownRecords: KeyIndex = { has: () => false, keys: () => [], isWhole: () => false };

export function joinIndexes(...indexes: readonly KeyIndex[]): KeyIndex {
  return {
    has: (table, key) => indexes.some((index) => index.has(table, key)),
    *keys(table) {
      for (const index of indexes) yield* index.keys(table);
    },
    isWhole: (table) => indexes.every((index) => index.isWhole(table)),
  };
}
