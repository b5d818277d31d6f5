import type { TestDatabase } from "../testkit/database";

/**
 * Copies rows of a table within a test database.
 * @param table with its schema, such as `funding."grant"`
 * @param changes SQL for the columns that the copies have otherwise, over the row `r` and what `beside` gives
 * @param beside SQL of further rows to join, such as `generate_series(1, 10) AS copy(n)`
 */
export async function copyRows(
  database: TestDatabase,
  table: string,
  changes: Readonly<Record<string, string>>,
  beside: string,
  where = "TRUE",
): Promise<void> {
  const columns = await database.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const values = columns.map(({ name }) => changes[name] ?? `r."${name}"`).join(", ");
  await database.query(`INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table} AS r, ${beside} WHERE ${where}`);
}
