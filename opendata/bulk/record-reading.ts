import type { OnBehalf } from "../../kit/connection";
import type { Database, SnapshotReader } from "../../kit/database";
import { sql } from "../../kit/sql";
import type { Asked } from "./formats";
import { unpublishedSql } from "./statement";

/**
 * Writes into the audit log that the caller is given rows that not everybody may see, one entry for each municipality; to be
 * awaited before the first of them is sent.
 */
export async function recordReading(
  database: Database,
  reader: SnapshotReader,
  { dataset, question, identity }: Asked,
  onBehalf: OnBehalf,
): Promise<void> {
  if (!question.unpublished) return;
  const counts = await reader.rows<{ municipalityCode: string; count: number }>(
    "countUnpublishedRows",
    unpublishedSql(dataset, question, identity),
  );
  if (counts.length === 0) return;
  await database.write(onBehalf, async (statements) => {
    // In the order of their codes, so that two who read the same municipalities do not wait for each other.
    for (const { municipalityCode, count } of counts) {
      await statements.rows(
        "recordBulkReading",
        sql`SELECT funding.record_audit(${municipalityCode}, ${`bulk/${dataset.name}`}, NULL, ${count})`,
      );
    }
  });
}
