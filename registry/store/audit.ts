import { sql } from "../../kit/sql";
import type { AuditEntry } from "../model";
import type { Statements } from "./connection";

export interface AuditFilter {
  readonly owner?: string;
  /** Only entries with a lower number. */
  readonly before?: number;
  readonly limit: number;
}

export async function addAudit(statements: Statements, entry: Omit<AuditEntry, "number" | "at">): Promise<void> {
  const { actor, action, owner, details } = entry;
  await statements.rows(
    "addAudit",
    sql`INSERT INTO audit (actor, action, owner, details)
        VALUES (${actor}, ${action}, ${owner}, ${JSON.stringify(details)}::jsonb)`,
  );
}

/** What was done, the newest first. */
export async function readAudit(statements: Statements, { owner, before, limit }: AuditFilter): Promise<AuditEntry[]> {
  const rows = await statements.rows<Omit<AuditEntry, "number"> & { readonly number: string }>(
    "readAudit",
    sql`SELECT number, at, actor, action, owner, details FROM audit
        WHERE (${owner ?? null}::text IS NULL OR owner = ${owner ?? null})
          AND (${before ?? null}::bigint IS NULL OR number < ${before ?? null})
        ORDER BY number DESC LIMIT ${limit}`,
  );
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}
