import { sql } from "../../kit/sql";
import type { OwnerKind, TokenSummary } from "../model";
import type { Statements } from "./connection";

export interface StoredToken {
  readonly id: string;
  readonly owner: string;
  readonly kind: OwnerKind;
  readonly secretHash: Buffer;
  readonly isUsable: boolean;
  /** Its last use is not written down, or longer ago than a minute. */
  readonly isUseNews: boolean;
}

export interface NewToken {
  readonly id: string;
  readonly owner: string;
  readonly secretHash: Buffer;
  readonly days: number;
  readonly note: string | null;
  readonly createdBy: string;
}

/** @returns when it ends */
export async function addToken(statements: Statements, token: NewToken): Promise<Date> {
  const [added] = await statements.rows<{ expiresAt: Date }>(
    "addToken",
    sql`INSERT INTO token (id, owner, secret_hash, note, created_by, expires_at)
        VALUES (${token.id}, ${token.owner}, ${token.secretHash}, ${token.note}, ${token.createdBy},
                now() + make_interval(days => ${token.days}))
        RETURNING expires_at AS "expiresAt"`,
  );
  if (!added) throw new Error("A token was added and not given back");
  return added.expiresAt;
}

export async function readToken(statements: Statements, id: string): Promise<StoredToken | undefined> {
  const [token] = await statements.rows<StoredToken>(
    "readToken",
    sql`SELECT t.id, t.owner, o.kind, t.secret_hash AS "secretHash",
               t.revoked_at IS NULL AND t.expires_at > now() AS "isUsable",
               t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS "isUseNews"
        FROM token t JOIN owner o ON o.name = t.owner WHERE t.id = ${id}`,
  );
  return token;
}

export async function markTokenUsed(statements: Statements, id: string): Promise<void> {
  await statements.rows("markTokenUsed", sql`UPDATE token SET last_used_at = now() WHERE id = ${id}`);
}

/** @returns whether it was usable until now */
export async function markTokenRevoked(statements: Statements, id: string): Promise<boolean> {
  const rows = await statements.rows(
    "markTokenRevoked",
    sql`UPDATE token SET revoked_at = now() WHERE id = ${id} AND revoked_at IS NULL RETURNING id`,
  );
  return rows.length > 0;
}

/** The newest first. */
export async function readTokens(statements: Statements, owner: string | undefined): Promise<TokenSummary[]> {
  return statements.rows<TokenSummary>(
    "readTokens",
    sql`SELECT id, owner, note, created_by AS "createdBy", created_at AS "createdAt", expires_at AS "expiresAt",
               revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"
        FROM token WHERE ${owner ?? null}::text IS NULL OR owner = ${owner ?? null}
        ORDER BY created_at DESC, id`,
  );
}
