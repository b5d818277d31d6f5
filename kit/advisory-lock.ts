import { createHash } from "node:crypto";
import type { DataSource, QueryRunner } from "typeorm";

/** Holds a session-wide advisory lock while the work runs, so that two processes take turns. */
export async function withAdvisoryLock<T>(
  dataSource: DataSource,
  name: string,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const key = createHash("sha256").update(name).digest().readBigInt64BE().toString();
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query("SELECT pg_advisory_lock($1::bigint)", [key]);
    try {
      return await work(runner);
    } finally {
      await runner.query("SELECT pg_advisory_unlock($1::bigint)", [key]);
    }
  } finally {
    await runner.release();
  }
}
