import { createLocalJWKSet, decodeJwt, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import { OAuthError } from "./oauth-error";

export interface AssertionOptions {
  /** Public keys by client. */
  readonly keys: ReadonlyMap<string, JSONWebKeySet>;
  /** Names of the issuer, of which the assertion must be for one. */
  audiences(): readonly string[];
}

const LONGEST_SECONDS = 300;
const CLOCK_SECONDS = 10;

/**
 * Finds out which client asks, by a JWT that it signed (private_key_jwt, RFC 7523): for this issuer, good for five minutes at
 * most, and never seen before.
 */
export function createAssertionCheck({ keys, audiences }: AssertionOptions): (assertion: string) => Promise<string> {
  const sets = new Map([...keys].map(([id, set]) => [id, createLocalJWKSet(set)]));
  /** When each `jti` may come again: once its assertion has expired. */
  const seen = new Map<string, number>();

  function useOnce(client: string, { jti, exp = 0 }: JWTPayload): void {
    const now = Date.now() / 1000;
    if (exp > now + LONGEST_SECONDS + CLOCK_SECONDS) throw refused("it may last five minutes at most");
    for (const [key, until] of seen) if (until < now) seen.delete(key);
    const key = JSON.stringify([client, jti]);
    if (seen.has(key)) throw refused("it was used before; each has a jti of its own");
    seen.set(key, exp + CLOCK_SECONDS);
  }

  return async (assertion) => {
    const client = subjectOf(assertion);
    const known = sets.get(client);
    if (!known) throw new OAuthError("invalid_client", "There is no such client.");
    try {
      const { payload } = await jwtVerify(assertion, known, {
        issuer: client,
        subject: client,
        audience: [...audiences()],
        algorithms: ["ES256"],
        clockTolerance: CLOCK_SECONDS,
        requiredClaims: ["exp", "jti"],
      });
      useOnce(client, payload);
      return client;
    } catch (error) {
      if (error instanceof OAuthError) throw error;
      if (error instanceof errors.JWTExpired) throw refused("it has expired");
      if (error instanceof errors.JWTClaimValidationFailed) throw refused(`its ${error.claim} is missing or wrong`);
      throw refused("it is not signed with the client's key");
    }
  };
}

function subjectOf(assertion: string): string {
  try {
    return String(decodeJwt(assertion).sub);
  } catch {
    throw refused("it is no JWT");
  }
}

const refused = (why: string) => new OAuthError("invalid_client", `The client assertion is refused: ${why}.`);
