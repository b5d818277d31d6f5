import type { TestDatabase } from "../../../../test/testkit/database";
import type { FactRow } from "./naive-cells";

const KEYS: Readonly<Record<string, string>> = {
  fact: "municipality_code, subject, id",
  fact_source: "municipality_code, subject, fact_id, split, source_id",
  rollup: "dimension, grain, municipality_code, year, subject, kind, code",
  municipality: "municipality_code",
  citation: "municipality_code, document_id",
  read_model: "one_row",
};

/** Every row of the six tables, column by column, in the order of their keys. */
export async function readModel(database: TestDatabase): Promise<Record<string, string[]>> {
  const tables = await Promise.all(
    Object.entries(KEYS).map(async ([table, key]) => {
      const rows = await database.query<{ row: string }>(
        `SELECT t::text AS row FROM comparisons.${table} t ORDER BY ${key}`,
      );
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(tables);
}

/** Rows of the six tables that have been written since, by table: none when nothing was touched. */
export function rowVersions(database: TestDatabase): Promise<unknown[]> {
  const tables = Object.keys(KEYS).map(
    (table) => `SELECT '${table}' AS name, xmin::text, ctid::text FROM comparisons.${table}`,
  );
  return database.query(`${tables.join(" UNION ALL ")} ORDER BY 1, 2, 3`);
}

/** Every fact with the rows of its fact_source, in the order of their keys. */
export function readFacts(database: TestDatabase): Promise<(FactRow & Record<string, unknown>)[]> {
  return database.query(
    `SELECT f.*, f.value::text AS value, coalesce((
       SELECT jsonb_agg(jsonb_build_object('split', s.split, 'source_id', s.source_id, 'source_kind', s.source_kind,
         'value', s.value::text, 'certainty', s.certainty) ORDER BY s.split, s.source_id)
       FROM comparisons.fact_source s
       WHERE (s.municipality_code, s.subject, s.fact_id) = (f.municipality_code, f.subject, f.id)
     ), '[]') AS parts
     FROM comparisons.fact f ORDER BY f.municipality_code, f.subject, f.id`,
  );
}

/** Every cell as text by its key. */
export async function readCells(database: TestDatabase): Promise<Record<string, Record<string, string>>> {
  const rows = await database.query<Record<string, unknown>>("SELECT * FROM comparisons.rollup");
  return Object.fromEntries(
    rows.map(({ dimension, grain, municipality_code, year, subject, kind, code, ...sums }) => [
      [dimension, grain, municipality_code, year, subject, kind, code].join(" "),
      Object.fromEntries(Object.entries(sums).map(([column, value]) => [column, String(value)])),
    ]),
  );
}
