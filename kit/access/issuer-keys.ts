import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import { discoverIssuer } from "./discover";
import { IdentityUnavailable } from "./errors";
import { fetchCapped } from "./fetch-capped";
import type { TrustedIssuer } from "./trusted-issuer";

type RemoteJWKSet = ReturnType<typeof createRemoteJWKSet>;

const MILLISECONDS = 5000;
/** A key that is not among those known is looked for again after so long, and not before. */
const COOLDOWN_MILLISECONDS = 30_000;
/** Keys that an issuer has taken away are good for so long. */
const CACHE_MILLISECONDS = 600_000;
/** An issuer that does not answer is left alone for so long. */
const PAUSE_MILLISECONDS = 3000;

/**
 * The keys of an issuer: known, or fetched when the first token comes and again when they may have changed.
 * @returns a function that throws an error of jose when there is no such key, and IdentityUnavailable when nobody can say
 */
export function issuerKeys({ issuer, jwks, jwksUri }: TrustedIssuer): JWTVerifyGetKey {
  if (jwks) return createLocalJWKSet(jwks);
  let remote: Promise<RemoteJWKSet> | undefined;
  let paused: { until: number; error: IdentityUnavailable } | undefined;

  return async (header, token) => {
    if (paused && paused.until > Date.now()) throw paused.error;
    let keys: RemoteJWKSet | undefined;
    try {
      remote ??= remoteKeys(issuer, jwksUri);
      keys = await remote;
      return await keys(header, token);
    } catch (cause) {
      if (saysNoSuchKey(cause)) throw cause;
      const error = new IdentityUnavailable(issuer, cause);
      // Only a key that nobody knows was looked for: tokens that are signed with those known are as good as before.
      if (keys?.fresh) throw error;
      paused = { until: Date.now() + PAUSE_MILLISECONDS, error };
      // What its metadata says may have changed.
      if (jwksUri === undefined) remote = undefined;
      throw error;
    }
  };
}

async function remoteKeys(issuer: string, jwksUri: string | undefined): Promise<RemoteJWKSet> {
  const address = jwksUri ?? (await discoverIssuer(issuer)).jwksUri;
  return createRemoteJWKSet(new URL(address), {
    timeoutDuration: MILLISECONDS,
    cooldownDuration: COOLDOWN_MILLISECONDS,
    cacheMaxAge: CACHE_MILLISECONDS,
    [customFetch]: fetchCapped,
  });
}

const saysNoSuchKey = (error: unknown) =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
