import DataLoader from "dataloader";

/**
 * Loads records by key, all keys of a tick in one call.
 * @param find gives the records for the keys in any order; missing ones are left out
 * @returns a loader that gives the record, or null when there is none
 */
export function createLoader<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const byKey = new Map((await find(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/**
 * Loads the records that belong to each key, all keys of a tick in one call.
 * @param find gives the records of all keys in the order they should have
 * @param keysOf the key or keys that a record belongs to
 */
export function createGroupLoader<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keysOf: (row: Row) => string | readonly string[],
): DataLoader<string, Row[]> {
  return new DataLoader(async (keys) => {
    const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
    for (const row of await find(keys)) {
      for (const key of [keysOf(row)].flat()) groups.get(key)?.push(row);
    }
    return keys.map((key) => groups.get(key) ?? []);
  });
}

/** For a reference that the database keeps: a record that must be there. */
export async function required<Row>(record: Promise<Row | null>): Promise<Row> {
  const found = await record;
  if (found === null) throw new Error("A record that the database refers to is missing");
  return found;
}
