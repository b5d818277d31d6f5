import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  type ProtectedHeaderParameters,
} from "jose";
import type { Logger } from "../logger";
import { IdentityUnavailable, InvalidToken } from "./errors";
import type { Identity } from "./identity";
import { identityOf } from "./identity-of";
import { issuerKeys } from "./issuer-keys";
import { createRemembered } from "./remembered";
import type { TrustedIssuer } from "./trusted-issuer";

/** Tells who sent a bearer token. */
export interface TokenVerifier {
  /** Whose tokens it takes. */
  readonly issuers: readonly string[];
  /**
   * @throws InvalidToken when the token is no good, in words that its sender may see
   * @throws IdentityUnavailable when the issuer's keys cannot be read
   */
  identify(token: string): Promise<Identity>;
}

/** Knows no issuer, so every token is refused. */
export const noIssuers: TokenVerifier = {
  issuers: [],
  async identify() {
    throw new InvalidToken("This hub takes no access tokens: no issuer is set up.");
  },
};

export interface TokenVerifierOptions {
  /** Who tokens must be for, where an issuer says nothing else: the hub's public address. */
  readonly audience: string | (() => string);
  readonly issuers: readonly TrustedIssuer[];
  /** Told when an issuer's keys cannot be read. */
  readonly logger?: Logger | undefined;
}

/** In characters. Those of Ena and of common issuers have one or two thousand. */
const LONGEST_TOKEN = 8192;
const CLOCK_SECONDS = 30;
const ALGORITHMS = ["ES256", "ES384", "EdDSA", "PS256", "RS256"];
/** Headers that would let a token bring its own key, or ask for something that is not known here. */
const REFUSED_HEADERS = ["jku", "jwk", "x5u", "x5c", "crit", "b64", "zip"] as const;
const REMEMBERED_TOKENS = 1000;
const REMEMBERED_MILLISECONDS = 10_000;

/**
 * Takes access tokens as RFC 9068 has them, of the issuers given and no others: signed with a key of the issuer, for this hub,
 * not expired, with scopes that name roles and a claim that names an owner that fits them. What was found out about a good
 * token is remembered for ten seconds, and never longer than it lasts.
 */
export function createTokenVerifier({ audience, issuers, logger }: TokenVerifierOptions): TokenVerifier {
  const trusted = new Map(issuers.map((one) => [one.issuer, { ...one, keys: issuerKeys(one) }]));
  const remembered = createRemembered<Identity>(REMEMBERED_TOKENS, REMEMBERED_MILLISECONDS);
  return {
    issuers: [...trusted.keys()],
    async identify(token) {
      if (token.length > LONGEST_TOKEN) throw new InvalidToken("The access token is too long.");
      const known = remembered.get(token);
      if (known) return known;
      checkHeader(token);
      const issuer = trusted.get(issuerOf(token) ?? "");
      if (!issuer) throw new InvalidToken("The access token is of no issuer that this hub knows.");
      const expected = {
        audience: issuer.audience ?? (typeof audience === "string" ? audience : audience()),
        issuer: issuer.issuer,
      };
      const payload = await verified(token, issuer.keys, expected).catch((error: unknown) => {
        if (error instanceof IdentityUnavailable) logger?.warn({ err: error.cause }, error.message);
        throw error;
      });
      const identity = identityOf(payload, issuer);
      remembered.set(token, identity, (payload.exp ?? 0) * 1000);
      return identity;
    },
  };
}

function checkHeader(token: string): void {
  let header: ProtectedHeaderParameters;
  try {
    header = decodeProtectedHeader(token);
  } catch {
    throw new InvalidToken("The access token is no JWT.");
  }
  const refused = REFUSED_HEADERS.find((name) => Object.hasOwn(header, name));
  if (refused !== undefined) throw new InvalidToken(`The access token has the header ${refused}, which is not taken.`);
  if (typeof header.kid !== "string" || header.kid === "") {
    throw new InvalidToken("The access token does not say which key it is signed with: its header kid is missing.");
  }
}

function issuerOf(token: string): string | undefined {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === "string" ? iss : undefined;
  } catch {
    throw new InvalidToken("The access token is no JWT.");
  }
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  expected: { audience: string; issuer: string },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...expected,
      typ: "at+jwt",
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_SECONDS,
      requiredClaims: ["exp", "iat", "sub", "client_id"],
    });
    if ((payload.iat ?? 0) > Date.now() / 1000 + CLOCK_SECONDS) throw notYet();
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new InvalidToken("The access token has expired. Get a new one.");
    if (error instanceof errors.JWTClaimValidationFailed) {
      if (error.claim === "nbf") throw notYet();
      throw new InvalidToken(`The access token is not for this hub: its ${error.claim} is missing or another.`);
    }
    if (error instanceof errors.JOSEError) throw new InvalidToken("The access token is not signed as it must be.");
    // What a key cannot be used for is told by the platform, in errors of its own.
    if (error instanceof TypeError) throw new InvalidToken("The access token is not signed as it must be.");
    throw error;
  }
}

const notYet = () => new InvalidToken("The access token is not valid yet. Set the clock of its issuer.");
