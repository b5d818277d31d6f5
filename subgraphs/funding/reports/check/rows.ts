import { type Mistake, mistake } from "../../follow-up/mistake";

/** Most characters of each text. */
export const LENGTHS = { category: 200, series: 50, words: 5000, correction: 2000 } as const;

/** Numbers up to here have as many digits as a reader can use. */
const LARGEST = 1e15;

/** What is wrong with the rows of a list; of one that is too long that alone, so that no answer is longer than its question. */
export function upTo(limit: number, rows: readonly unknown[], field: string, check: () => Mistake[]): Mistake[] {
  return rows.length > limit ? [mistake("TOO_MANY_ROWS", { field }, { count: rows.length, limit })] : check();
}

export function checkNumber(value: number, field: string): Mistake[] {
  return Math.abs(value) <= LARGEST ? [] : [mistake("NUMBER_TOO_LARGE", { field })];
}

/** Keys are short and plain, so that they are written alike everywhere. */
export function isKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}$/.test(key);
}

export function checkKey(key: string, field: string): Mistake[] {
  return isKey(key) ? [] : [mistake("KEY_INVALID", { field }, { key: shown(key) })];
}

/** An id of the municipality's own; whether there is such a record another room knows. */
export function checkOwnId(id: string | null, municipality: string, field: string): Mistake[] {
  if (id === null) return [];
  const wrong = checkId(id, field);
  if (wrong.length > 0 || id.startsWith(`${municipality}-`)) return wrong;
  return [mistake("ID_OF_ANOTHER_MUNICIPALITY", { field, record: id }, { id, municipality })];
}

export function checkId(id: string | null, field: string): Mistake[] {
  const isId = id === null || /^[a-z0-9][a-z0-9-]{0,199}$/.test(id);
  return isId ? [] : [mistake("ID_INVALID", { field }, { id: shown(id) })];
}

/** Rows whose key an earlier row has. */
export function repeated<Row>(rows: readonly Row[], keyOf: (row: Row) => string): { index: number; row: Row }[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ index, row }];
    seen.add(key);
    return [];
  });
}

/** What a caller wrote, short and without control characters, to stand in a message. */
export function shown(text: string): string {
  const plain = text.replaceAll(/[\p{C}]/gu, "�");
  return [...plain].length > 60 ? `${[...plain].slice(0, 60).join("")}…` : plain;
}
