import type { QueryRunner } from "typeorm";
import { createWriter } from "../../kit/database";
import { streamRows } from "../../kit/stream-rows";
import type { AuditEntryRow } from "../../subgraphs/funding/audit/audit-entry";
import { databaseAtHand } from "../registry/database-at-hand";
import { wrongUse } from "../registry/failure";
import { withPostgres } from "../with-postgres";

export interface AuditDatabase {
  /** The entries of one chain or all, chain by chain, some at a time; all as of one moment. */
  entries(municipality?: string): AsyncGenerator<AuditEntryRow>;
  /** Writes into the log that so many entries are given away, before they are. */
  recordExport(municipality?: string): Promise<void>;
}

/**
 * Works on the log in the database at hand, and says on the standard error which that is.
 * @throws CommandFailure when there is none
 */
export async function withAuditDatabase<T>(work: (database: AuditDatabase) => Promise<T>): Promise<T> {
  process.stderr.write(`Database: ${databaseAtHand()}.\n`);
  return withPostgres(async ({ url }) => {
    const source = await createWriter(url).initialize();
    const runner = source.createQueryRunner();
    try {
      const [{ found }] = await runner.query("SELECT to_regclass('funding.audit_entry') IS NOT NULL AS found");
      if (!found) throw wrongUse("The database has no audit log yet. Bring it up to date with kommungraf migrate.");
      return await work(auditDatabase(runner));
    } finally {
      await runner.release();
      await source.destroy();
    }
  });
}

const entriesSql = `/* exportAudit */
  SELECT a.municipality_code AS "municipalityCode", a.position::float8 AS position, a.at, a.owner, a.roles, a.client, a.action,
    a.record, a.record_count AS "recordCount", a.request_id AS "requestId", a.previous_hash AS "previousHash", a.hash
  FROM funding.audit_entry a WHERE $1::text IS NULL OR a.municipality_code = $1
  ORDER BY a.municipality_code COLLATE "C", a.position`;

function auditDatabase(runner: QueryRunner): AuditDatabase {
  return {
    async *entries(municipality) {
      await runner.query("BEGIN READ ONLY");
      try {
        yield* streamRows<AuditEntryRow>(runner, entriesSql, [municipality ?? null]);
      } finally {
        await runner.query("ROLLBACK");
      }
    },
    async recordExport(municipality) {
      await runner.query("BEGIN");
      await runner.query(
        `SELECT set_config('kommungraf.owner', 'hub', true), set_config('kommungraf.roles', 'operator', true),
          set_config('kommungraf.client', 'kommungraf audit export', true)`,
      );
      await runner.query(
        `SELECT funding.record_audit('0000', 'exportAudit', $1, count(*)::int) FROM funding.audit_entry a
         WHERE $1::text IS NULL OR a.municipality_code = $1`,
        [municipality ?? null],
      );
      await runner.query("COMMIT");
    },
  };
}
