import type { Reader } from "../../../kit/database";
import { join, sql } from "../../../kit/sql";
import type { Mistake } from "./mistakes";
import { municipalityMistakes } from "./municipality-mistakes";
import { nearest } from "./nearest";
import { idMistake, RECORD_FIELDS, type RecordField, unknownIds } from "./unknown-ids";

/** Filters on open code lists, and what the lists are called. */
const CODE_LISTS = {
  themes: "THEME",
  targetGroups: "TARGET_GROUP",
  strategyAreas: "STRATEGY_AREA",
  instruments: "INSTRUMENT",
} as const;

const FIELDS = Object.keys(CODE_LISTS) as (keyof typeof CODE_LISTS)[];

/** What of a question names codes. */
interface Named {
  readonly municipalities?: readonly string[] | null;
  readonly filter?: Partial<Record<keyof typeof CODE_LISTS | RecordField, readonly string[] | null>> | null;
}

/**
 * Codes and ids that a question names and that do not exist. UNKNOWN is none of them, but stands for records without one.
 * @param municipalityCodes those of the municipalities asked for that exist
 */
export async function findUnknownCodes(
  reader: Reader,
  { municipalities, filter }: Named,
  municipalityCodes: readonly string[],
): Promise<Mistake[]> {
  const filtered = FIELDS.filter((field) => filter?.[field]);
  const identified = RECORD_FIELDS.flatMap((field) => {
    const ids = filter?.[field];
    return ids ? [{ field, ids }] : [];
  });
  const found = await find(
    reader,
    filtered.map((field) => CODE_LISTS[field]),
    identified,
  );
  const lists = new Map(found.map(({ list, codes }) => [list, codes]));
  return [
    ...municipalityMistakes(["input", "municipalities"], municipalities, municipalityCodes),
    ...filtered.flatMap((field) => unknownCodes(field, filter?.[field] ?? [], lists.get(CODE_LISTS[field]) ?? [])),
    ...identified.flatMap(({ field }) =>
      found.flatMap(({ list, asked, codes }) =>
        list === field && asked !== null ? [idMistake(field, asked, codes)] : [],
      ),
    ),
  ];
}

function unknownCodes(field: string, codes: readonly string[], known: readonly string[]): Mistake[] {
  return codes
    .filter((code) => code !== "UNKNOWN" && !known.includes(code))
    .map((code) => ({
      path: ["input", "filter", field],
      message: `There is no code ${JSON.stringify(code)}.`,
      remedy: [
        ...nearest(code, known).map((near) => `Did you mean ${near}?`),
        `Take a code from { ${field} { code label } }.`,
      ].join(" "),
    }));
}

interface Found {
  /** The code list, or the filter. */
  readonly list: string;
  /** An id that no record has; null of a code list. */
  readonly asked: string | null;
  /** The codes of the list, or ids that may have been meant. */
  readonly codes: readonly string[];
}

async function find(
  reader: Reader,
  lists: readonly string[],
  identified: readonly { readonly field: RecordField; readonly ids: readonly string[] }[],
): Promise<Found[]> {
  if (lists.length === 0 && identified.length === 0) return [];
  const parts = [
    sql`SELECT list::text AS list, NULL::text AS asked, array_agg(code::text ORDER BY position, code) AS codes FROM initiatives.published_code WHERE list = ANY(${lists}::text[]) GROUP BY list`,
    ...identified.map(({ field, ids }) => unknownIds(field, ids)),
  ];
  return reader.rows<Found>(
    "findUnknownCodes",
    join(
      parts.map((part) => sql`(${part})`),
      " UNION ALL ",
    ),
  );
}
