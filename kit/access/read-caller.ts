import { publicError } from "../errors";
import type { Identity } from "./identity";
import { InvalidToken, type TokenVerifier } from "./verify";

/**
 * Who sent a request, from its Authorization header.
 * @returns null for a request without the header
 * @throws a public error UNAUTHENTICATED when there is a header and it is no good: a caller who means to be known must not be
 * answered as somebody unknown
 */
export async function readCaller(authorization: string | undefined, tokens: TokenVerifier): Promise<Identity | null> {
  if (authorization === undefined) return null;
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization)?.[1];
  if (token === undefined) {
    throw publicError("UNAUTHENTICATED", "The header Authorization must be the word Bearer and an access token.");
  }
  try {
    return await tokens.identify(token);
  } catch (error) {
    if (error instanceof InvalidToken) throw publicError("UNAUTHENTICATED", error.message);
    throw error;
  }
}
