import { createHash } from "node:crypto";

/** SQL expressions that look like chance and are none: the same key, seed and purpose always give the same. */
export interface Dice {
  /** A whole number from 0 to `sides` - 1. */
  roll(key: string, purpose: string, sides: number | string): string;
  /** True for about that many in a hundred keys. */
  chance(key: string, purpose: string, percent: number): string;
  /** One of the values of an SQL array. */
  pick(key: string, purpose: string, array: string): string;
}

/** @param seed other rows for every other number */
export function createDice(seed: number): Dice {
  const roll: Dice["roll"] = (key, purpose, sides) =>
    `((hashint8extended((${key})::bigint, ${saltOf(seed, purpose)}) & 9223372036854775807) % (${sides}))::int`;
  return {
    roll,
    chance: (key, purpose, percent) => `(${roll(key, purpose, 100)} < ${percent})`,
    pick: (key, purpose, array) => `(${array})[1 + ${roll(key, purpose, `cardinality(${array})`)}]`,
  };
}

/** Purposes must not share their numbers: else every pot with two sources would also be the one without a year. */
function saltOf(seed: number, purpose: string): string {
  return createHash("sha256").update(`${seed} ${purpose}`).digest().readUIntBE(0, 6).toString();
}

/** An SQL array of text. */
export const texts = (values: readonly string[]): string =>
  `ARRAY[${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")}]`;

/** `sources` of a record: the document of the municipality and year. */
export const cited = (code: string, year: string): string =>
  `jsonb_build_array(jsonb_build_object('documentId', ${code} || '-dokument-' || ${year}, 'locator', 'tabell 1', 'quote', NULL, 'field', NULL))`;

/** What an import writes beside a record's own columns; a fixed time, so that the same call makes the same rows. */
export const lifeColumns = "sources, quality_notes, changed_at";
/** The same of an entry of a log. */
export const entryColumns = "sources, quality_notes, recorded_at";
export const life = (sources: string, notes = "'[]'::jsonb"): string =>
  `${sources}, ${notes}, timestamptz '2026-01-01 00:00:00Z'`;
