import { createRemoteJWKSet, errors, jwtVerify } from "jose";

/** Whether a request may ask. */
export type Verdict = { allowed: true } | { allowed: false; status: 401 | 503; reason: string };

export type CheckToken = (authorization: string | undefined) => Promise<Verdict>;

/**
 * Checks that a request comes from the hub: it carries a short-lived token (JWT, ES256) that the hub has signed for this
 * subgraph alone. The hub's public keys are fetched when first needed, and anew when it signs with one that is not known.
 * @param hubUrl the hub's address, without a slash at the end; it is also the token's issuer
 * @param subgraph name that the token is made out for
 */
export function createTokenCheck(hubUrl: string, subgraph: string): CheckToken {
  const keys = createRemoteJWKSet(new URL(`${hubUrl}/.well-known/jwks.json`), { timeoutDuration: 2_000 });
  let hasTold = false;
  /** A hub that answers at several addresses signs with one of them, and then every one of its tokens is refused. */
  const tellOtherIssuer = (error: unknown): void => {
    if (hasTold || !(error instanceof errors.JWTClaimValidationFailed) || error.claim !== "iss") return;
    hasTold = true;
    console.error(`The token's issuer is ${JSON.stringify(error.payload.iss)}, expected "${hubUrl}": see HUB_URL.`);
  };
  return async (authorization) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
    if (token === undefined) return refused("The hub's token is missing: Authorization: Bearer …");
    try {
      await jwtVerify(token, keys, {
        issuer: hubUrl,
        audience: subgraph,
        algorithms: ["ES256"],
        requiredClaims: ["exp"],
        clockTolerance: 5,
      });
      return { allowed: true };
    } catch (error) {
      tellOtherIssuer(error);
      if (isTheTokensFault(error)) return refused("The token is not one that the hub has made for this subgraph now.");
      console.error(`The hub's keys could not be fetched from ${hubUrl}:`, error);
      return { allowed: false, status: 503, reason: "The hub's keys could not be fetched." };
    }
  };
}

const refused = (reason: string): Verdict => ({ allowed: false, status: 401, reason });

const isTheTokensFault = (error: unknown) =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JWKSNoMatchingKey;
