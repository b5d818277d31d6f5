import type { EntityManager } from "typeorm";

/** Allocations and grant events in a batch: enough to make a statement worth its while, few enough to sort in memory. */
const BATCH_RECORDS = 50_000;

/** The municipalities in batches of about equal size, so that everything anew takes no more memory than a part of it. */
export async function batchesOf(
  manager: EntityManager,
  codes: readonly string[],
  largest = BATCH_RECORDS,
): Promise<string[][]> {
  const rows = await manager.query<{ code: string; records: number }[]>(
    `/* countRecords */
    SELECT c.code, coalesce(sum(r.records), 0)::int AS records
    FROM unnest($1::text[]) AS c(code) LEFT JOIN (
      SELECT municipality_code, count(*) AS records FROM funding.published_allocation GROUP BY 1
      UNION ALL
      SELECT municipality_code, count(*) FROM funding.published_grant_amount GROUP BY 1
    ) r ON r.municipality_code = c.code GROUP BY 1 ORDER BY 1`,
    [codes],
  );
  const batches: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const { code, records } of rows) {
    if (size + records > largest) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(code);
    size += records;
  }
  return batches;
}
