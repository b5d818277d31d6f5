import type { Dataset, KeyColumn } from "./dataset";

/** The key of a row, as its dataset orders rows. */
export type RowKey = readonly (string | number)[];

/** Where a file ended, for those who go on after it. */
export function encodeCursor(dataset: Dataset, key: RowKey): string {
  return Buffer.from(JSON.stringify([dataset.name, ...key])).toString("base64url");
}

/** @returns undefined for what is no cursor of the dataset */
export function decodeCursor(dataset: Dataset, text: string): RowKey | undefined {
  if (!/^[A-Za-z0-9_-]{1,1200}$/.test(text)) return undefined;
  try {
    const [name, ...key]: unknown[] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (name !== dataset.name || key.length !== dataset.key.length) return undefined;
    return key.every((part, at) => isOf(dataset.key[at], part)) ? (key as RowKey) : undefined;
  } catch {
    return undefined;
  }
}

function isOf(column: KeyColumn | undefined, part: unknown): boolean {
  if (column?.type === "text") return typeof part === "string";
  return Number.isInteger(part) && (part as number) >= 0 && (part as number) < 2 ** 31;
}
