import type { Database } from "../../kit/database";
import { raw, sql } from "../../kit/sql";
import { openComparison } from "../../subgraphs/comparisons/comparison/open-comparison";
import { loadPage } from "../../subgraphs/comparisons/comparison/rows";
import type { ComparisonInput } from "../../subgraphs/comparisons/generated/types";
import { normaliseInput } from "../../subgraphs/comparisons/input/normalise-input";
import { rowsOfMunicipalities } from "./plain-sql/plain-query";
import type { BenchComparison } from "./questions";

/** A row of an answer, as far as both sides give it. */
export interface AnswerRow {
  readonly keys: readonly string[];
  /** Exact decimal text, or null. */
  readonly value: string | null;
  readonly records: number;
  readonly missing: number;
}

/** Which municipalities are compared; null for all. */
export type Chosen = readonly string[] | null;

const PAGE = 500;

/** The first page of a comparison, by the code that the resolver runs: the question read, the frame, rows and total. */
export function askHub(
  database: Database,
  comparison: BenchComparison,
  municipalities: Chosen,
  after: string | null = null,
) {
  const input: ComparisonInput = {
    level: "INITIATIVE",
    normalise: "NONE",
    multiValued: "FULL",
    split: "STATED",
    strict: false,
    first: PAGE,
    ...comparison.question,
    municipalities,
  };
  return database.snapshot(undefined, async (reader) => {
    const frame = await openComparison(reader, normaliseInput(input));
    return loadPage(reader, frame, { orderBy: { field: "KEYS", direction: "ASC" }, first: PAGE, after });
  });
}

/** Every row of a comparison, page by page. */
export async function everyRowOfHub(database: Database, comparison: BenchComparison, municipalities: Chosen) {
  const rows: AnswerRow[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof askHub>> = await askHub(database, comparison, municipalities, after);
    for (const { keys, value, recordCount, missingCount } of page.rows) {
      rows.push({ keys: keys.map(({ code }) => code), value, records: recordCount, missing: missingCount });
    }
    after = page.endCursor;
  } while (after !== null);
  return rows;
}

type PlainRow = Record<`key_${number}`, string> & { value: string | null; records: string; missing: string };

/** The same page from the tables: as many rows in the same order, since nobody reads more at a time. */
export async function askTables(
  database: Database,
  { plainQuery, question }: BenchComparison,
  municipalities: Chosen,
  limit: number | null = PAGE,
): Promise<AnswerRow[]> {
  const names = question.groupBy.map((_, index) => `key_${index + 1}` as const);
  const order = names.map((name) => `${name} = 'UNKNOWN', ${name} COLLATE "C"`).join(", ");
  const query = plainQuery(rowsOfMunicipalities(municipalities));
  const rows = await database.snapshot(undefined, (reader) =>
    reader.rows<PlainRow>("plain", sql`SELECT * FROM (${query}) q ORDER BY ${raw(order)} LIMIT ${limit}`),
  );
  return rows.map((row) => ({
    keys: names.map((name) => row[name] ?? ""),
    value: row.value,
    records: Number(row.records),
    missing: Number(row.missing),
  }));
}
