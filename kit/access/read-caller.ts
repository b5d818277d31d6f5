import { publicError } from "../errors";
import { IdentityUnavailable, InvalidToken } from "./errors";
import type { Identity } from "./identity";
import type { TokenVerifier } from "./verify";

/**
 * Who sent a request, from its Authorization header.
 * @param authorization the header, or every one of that name
 * @returns null for a request without the header
 * @throws a public error UNAUTHENTICATED when there is a header and it is no good: a caller who means to be known must not be
 * answered as somebody unknown; IDENTITY_UNAVAILABLE when nobody can say. Its `http` has the status and headers to send.
 */
export async function readCaller(
  authorization: string | readonly string[] | undefined,
  tokens: TokenVerifier,
): Promise<Identity | null> {
  const given = typeof authorization === "string" ? [authorization] : (authorization ?? []);
  const [header] = given;
  if (header === undefined) return null;
  if (given.length > 1) throw unauthenticated("The header Authorization is there more than once.");
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) {
    throw unauthenticated("The header Authorization must be the word Bearer and an access token.");
  }
  try {
    return await tokens.identify(token);
  } catch (error) {
    if (error instanceof InvalidToken) throw unauthenticated(error.message);
    if (error instanceof IdentityUnavailable) {
      throw publicError(
        "IDENTITY_UNAVAILABLE",
        "The issuer of the access token does not answer, so the hub cannot know it. Try again in a moment.",
        { http: { status: 503, headers: new Map([["retry-after", "5"]]) } },
      );
    }
    throw error;
  }
}

const unauthenticated = (message: string) =>
  publicError("UNAUTHENTICATED", message, {
    http: { status: 401, headers: new Map([["www-authenticate", 'Bearer error="invalid_token"']]) },
  });
