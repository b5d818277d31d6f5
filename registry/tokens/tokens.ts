import { publicError } from "../../kit/errors";
import type { Actor, TokenSummary } from "../model";
import { addAudit } from "../store/audit";
import type { Connection } from "../store/connection";
import { readOwner } from "../store/owners";
import { addToken, markTokenRevoked, markTokenUsed, readToken as readStoredToken, readTokens } from "../store/tokens";
import { UnknownOwner } from "../unknown-owner";
import { requireOperator } from "./rights";
import { hashSecret, isSecretOf, mintToken, readToken, writeToken } from "./token-text";

export interface TokenRequest {
  readonly owner: string;
  /** How long it can be used, 1–365; 90 when not given. */
  readonly days?: number;
  /** What it is for, in the words of who asks for it. */
  readonly note?: string;
}

export interface CreatedToken {
  readonly id: string;
  /** To be shown once: nobody can read it again. */
  readonly token: string;
  readonly owner: string;
  readonly expiresAt: Date;
}

export interface Tokens {
  /**
   * A token that speaks for one owner. Only the operator makes them.
   * @throws NotAllowed, UnknownOwner; BAD_USER_INPUT when it is to last too long
   */
  create(actor: Actor, request: TokenRequest): Promise<CreatedToken>;
  /**
   * Ends a token at once; its owner may do so, and the operator.
   * @returns whether there is such a token, ended now or before
   */
  revoke(actor: Actor, id: string): Promise<boolean>;
  list(owner?: string): Promise<TokenSummary[]>;
  /**
   * Who holds a token.
   * @param text what the client sent, without the word Bearer
   * @returns undefined alike for no token, one that is wrong in any way, has ended or was revoked
   */
  authenticate(text: string | undefined): Promise<Actor | undefined>;
}

const DEFAULT_DAYS = 90;
const MOST_DAYS = 365;

export function createTokens(connection: Connection): Tokens {
  return {
    async create(actor, { owner, days = DEFAULT_DAYS, note }) {
      await requireOperator(connection, actor, owner, "create a token");
      if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
        throw publicError("BAD_USER_INPUT", `A token lasts from 1 to ${MOST_DAYS} days.`, { argument: "days" });
      }
      const { id, secret } = mintToken();
      const expiresAt = await connection.transaction(async (statements) => {
        if (!(await readOwner(statements, owner))) throw new UnknownOwner(owner);
        const secretHash = hashSecret(secret);
        const ends = await addToken(statements, {
          id,
          owner,
          secretHash,
          days,
          note: note ?? null,
          createdBy: actor.name,
        });
        await addAudit(statements, { actor: actor.name, action: "TOKEN_CREATED", owner, details: { id, days } });
        return ends;
      });
      return { id, token: writeToken({ id, secret }), owner, expiresAt };
    },

    revoke: (actor, id) =>
      connection.transaction(async (statements) => {
        const token = await readStoredToken(statements, id);
        // That another owner has a token of that id is nothing to tell.
        if (!token || !(actor.isOperator || token.owner === actor.owner)) return false;
        if (await markTokenRevoked(statements, id)) {
          const { owner } = token;
          await addAudit(statements, { actor: actor.name, action: "TOKEN_REVOKED", owner, details: { id } });
        }
        return true;
      }),

    list: (owner) => readTokens(connection, owner),

    async authenticate(text) {
      const parts = text === undefined ? undefined : readToken(text);
      if (!parts) return undefined;
      const token = await readStoredToken(connection, parts.id);
      if (!token || !isSecretOf(parts.secret, token.secretHash) || !token.isUsable) return undefined;
      if (token.isUseNews) await markTokenUsed(connection, token.id);
      return { name: token.id, owner: token.owner, isOperator: token.kind === "OPERATOR" };
    },
  };
}
