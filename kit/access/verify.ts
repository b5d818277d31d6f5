import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from "jose";
import { z } from "zod";
import { type Identity, roles } from "./identity";

/** Tells who sent a bearer token. */
export interface TokenVerifier {
  /** @throws InvalidToken when the token is no good, in words that its sender may see */
  identify(token: string): Promise<Identity>;
}

/** A token that is no good: malformed, expired, of an issuer or for an audience that the hub does not know. */
export class InvalidToken extends Error {
  override readonly name = "InvalidToken";
}

/** Knows no issuer, so every token is refused. */
export const noIssuers: TokenVerifier = {
  async identify() {
    throw new InvalidToken("This hub takes no access tokens: no issuer is set up.");
  },
};

/** An authorization server whose tokens are taken. */
export interface TrustedIssuer {
  /** Its `iss`. */
  readonly issuer: string;
  /** Its keys, where they are known; else they are fetched from `jwksUri`. */
  readonly jwks?: JSONWebKeySet;
  readonly jwksUri?: string;
  /** Claim that names the owner. Default: kommungraf_owner. */
  readonly ownerClaim?: string;
  /** Owners by what the claim says, such as an organisation number; without it the claim names the owner itself. */
  readonly owners?: Readonly<Record<string, string>>;
}

export interface TokenVerifierOptions {
  /** Who tokens must be for: the hub's public address. */
  readonly audience: string;
  readonly issuers: readonly TrustedIssuer[];
}

const claimsOf = z.object({
  client_id: z.string().min(1).max(200),
  scope: z.string().max(1000),
});

/** Scopes are named after the roles that they give. */
const SCOPE = "kommungraf:";
const CLOCK_SECONDS = 30;

/**
 * Takes access tokens as RFC 9068 has them, of the issuers given and no others: signed with a key of the issuer, for this hub,
 * not expired, with scopes that name roles and a claim that names the owner.
 */
export function createTokenVerifier({ audience, issuers }: TokenVerifierOptions): TokenVerifier {
  const trusted = new Map(issuers.map((one) => [one.issuer, { ...one, keys: keysOf(one) }]));
  return {
    async identify(token) {
      const issuer = trusted.get(issuerOf(token) ?? "");
      if (!issuer) throw new InvalidToken("The access token is of no issuer that this hub knows.");
      const payload = await verified(token, issuer.keys, { audience, issuer: issuer.issuer });
      return identityOf(payload, issuer);
    },
  };
}

type Keys = Parameters<typeof jwtVerify>[1];

function keysOf({ issuer, jwks, jwksUri }: TrustedIssuer): Keys {
  if (jwks) return createLocalJWKSet(jwks);
  if (jwksUri === undefined) throw new Error(`The issuer ${issuer} has neither keys nor an address of keys.`);
  return createRemoteJWKSet(new URL(jwksUri));
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new InvalidToken("The access token is no JWT.");
  }
}

async function verified(
  token: string,
  keys: Keys,
  expected: { audience: string; issuer: string },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...expected,
      typ: "at+jwt",
      algorithms: ["ES256", "ES384", "EdDSA", "PS256", "RS256"],
      clockTolerance: CLOCK_SECONDS,
      requiredClaims: ["exp", "iat", "sub", "client_id"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new InvalidToken("The access token has expired. Get a new one.");
    if (error instanceof errors.JWTClaimValidationFailed) {
      throw new InvalidToken(`The access token is not for this hub: its ${error.claim} is missing or another.`);
    }
    if (error instanceof errors.JOSEError) throw new InvalidToken("The access token is not signed as it must be.");
    throw error;
  }
}

function identityOf(payload: JWTPayload, { ownerClaim = "kommungraf_owner", owners }: TrustedIssuer): Identity {
  const claims = claimsOf.safeParse(payload);
  if (!claims.success) throw new InvalidToken("The access token lacks client_id or scope.");
  const named = payload[ownerClaim];
  const owner = typeof named === "string" ? (owners ? owners[named] : named) : undefined;
  if (owner === undefined || owner === "") {
    throw new InvalidToken(`The access token names no owner that this hub knows in ${ownerClaim}.`);
  }
  const scopes = claims.data.scope.split(" ");
  const given = roles.filter((role) => scopes.includes(`${SCOPE}${role}`));
  if (given.length === 0)
    throw new InvalidToken(`The access token has no scope of this hub: ${SCOPE}${roles.join(`, ${SCOPE}`)}.`);
  return { owner, roles: given, client: claims.data.client_id };
}
