import type { Reader } from "../../../kit/database";
import { sql } from "../../../kit/sql";
import type { Mistake } from "./mistakes";
import { municipalityMistakes } from "./municipality-mistakes";
import { nearest } from "./nearest";

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
  readonly filter?: Partial<Record<keyof typeof CODE_LISTS, readonly string[] | null>> | null;
}

/**
 * Codes that a question names and that do not exist. UNKNOWN is no code of a list, but stands for records without one.
 * @param municipalityCodes those of the municipalities asked for that exist
 */
export async function findUnknownCodes(
  reader: Reader,
  { municipalities, filter }: Named,
  municipalityCodes: readonly string[],
): Promise<Mistake[]> {
  const filtered = FIELDS.filter((field) => filter?.[field]);
  const lists = await readLists(
    reader,
    filtered.map((field) => CODE_LISTS[field]),
  );
  return [
    ...municipalityMistakes(["input", "municipalities"], municipalities, municipalityCodes),
    ...filtered.flatMap((field) => unknownCodes(field, filter?.[field] ?? [], lists.get(CODE_LISTS[field]) ?? [])),
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

async function readLists(reader: Reader, lists: readonly string[]): Promise<Map<string, readonly string[]>> {
  if (lists.length === 0) return new Map();
  const rows = await reader.rows<{ list: string; codes: string[] }>(
    "findCodeLists",
    sql`SELECT list, array_agg(code ORDER BY position, code) AS codes FROM initiatives.published_code WHERE list = ANY(${lists}::text[]) GROUP BY list`,
  );
  return new Map(rows.map(({ list, codes }) => [list, codes]));
}
