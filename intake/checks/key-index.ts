import type { Guess } from "../nearest";
import { type Delivery, keyOf, type Row } from "../table";

/** Keys of records, by table. A code has its list before it: THEME/EMPLOYMENT. */
export type KnownRecords = ReadonlyMap<string, ReadonlySet<string>>;

/** Which records there are to refer to. */
export interface KeyIndex {
  has(table: string, key: string): boolean;
  keys(table: string): Iterable<string>;
  /** Keys that are themselves mistaken: a record with nearly such a key is not called missing. */
  doubtful(table: string): Iterable<string>;
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
    doubtful: (name) => {
      const table = delivery.tables.get(name);
      const isMistaken = (row: Row) => table?.schema.primaryKey.some((column) => row.faulty.has(column));
      return table ? table.rows.filter(isMistaken).map((row) => keyOf(table, row)) : [];
    },
    isWhole: (table) => !unreadable.has(table) && (delivery.tables.get(table)?.isWhole ?? true),
  };
}

export function indexKnown(known: KnownRecords): KeyIndex {
  return {
    has: (table, key) => known.get(table)?.has(key) ?? false,
    keys: (table) => known.get(table) ?? [],
    doubtful: () => [],
    isWhole: () => true,
  };
}

/** What can be referred to when nothing is known: nothing is missing either. */
export const unknownRecords: KeyIndex = {
  has: () => false,
  keys: () => [],
  doubtful: () => [],
  isWhole: () => false,
};

export function joinIndexes(...indexes: readonly KeyIndex[]): KeyIndex {
  return {
    has: (table, key) => indexes.some((index) => index.has(table, key)),
    *keys(table) {
      for (const index of indexes) yield* index.keys(table);
    },
    *doubtful(table) {
      for (const index of indexes) yield* index.doubtful(table);
    },
    isWhole: (table) => indexes.every((index) => index.isWhole(table)),
  };
}

/** Whether a record with nearly that key is there, whose own key is mistaken; the owner's code may be the mistake. */
export function isDoubtful(index: KeyIndex, table: string, key: string, guess: Guess): boolean {
  const withoutOwner = (text: string) => text.replace(/^\d{1,4}-/, "");
  return guess(withoutOwner(key), () => [...index.doubtful(table)].map(withoutOwner)) !== null;
}
