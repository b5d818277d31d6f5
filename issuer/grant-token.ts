import { randomUUID } from "node:crypto";
import { type CryptoKey, SignJWT } from "jose";
import { OWNER_CLAIM, SCOPE_PREFIX } from "../kit/access";
import type { DevelopmentClient } from "./client";
import { OAuthError } from "./oauth-error";

export interface GrantOptions {
  readonly clients: readonly DevelopmentClient[];
  /** Private key that tokens are signed with. */
  readonly key: CryptoKey;
  readonly kid: string;
  issuer(): string;
  /** Who tokens are for. */
  audience(): string;
  /** Which client made the assertion. @throws OAuthError */
  checkAssertion(assertion: string): Promise<string>;
}

/** What a token endpoint answers (RFC 6749 section 5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: "Bearer";
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
}

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const LIFETIME_SECONDS = 600;

/**
 * Gives a client that proves who it is an access token (RFC 9068) for the scopes that it asks for, or for all that it has.
 * @returns a function of the form's fields, which throws OAuthError when it is refused
 */
export function createTokenGrant({ clients, key, kid, issuer, audience, checkAssertion }: GrantOptions) {
  return async (form: ReadonlyMap<string, string>): Promise<TokenAnswer> => {
    if (form.get("grant_type") !== "client_credentials") {
      throw form.has("grant_type")
        ? new OAuthError("unsupported_grant_type", "The only grant here is client_credentials.")
        : new OAuthError("invalid_request", "The form lacks grant_type.");
    }
    const assertion = form.get("client_assertion");
    if (form.get("client_assertion_type") !== ASSERTION_TYPE || assertion === undefined) {
      throw new OAuthError(
        "invalid_client",
        `A client is known by its signed assertion: send client_assertion_type=${ASSERTION_TYPE} and client_assertion.`,
      );
    }
    const id = await checkAssertion(assertion);
    const client = clients.find((one) => one.id === id);
    if (!client || (form.get("client_id") ?? id) !== id) {
      throw new OAuthError("invalid_client", "The client_id is not that of the assertion.");
    }
    if ((form.get("resource") ?? audience()) !== audience()) {
      throw new OAuthError("invalid_target", `Tokens are for ${audience()} and for nothing else.`);
    }
    const scope = scopeOf(client, form.get("scope"));
    const token = await new SignJWT({ client_id: id, scope, [OWNER_CLAIM]: client.owner })
      .setProtectedHeader({ alg: "ES256", kid, typ: "at+jwt" })
      .setIssuer(issuer())
      .setAudience(audience())
      .setSubject(id)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(key);
    return { access_token: token, token_type: "Bearer", expires_in: LIFETIME_SECONDS, scope };
  };
}

function scopeOf({ roles }: DevelopmentClient, asked: string | undefined): string {
  const own = roles.map((role) => `${SCOPE_PREFIX}${role}`);
  const wanted = asked === undefined ? own : [...new Set(asked.split(" "))];
  if (wanted.every((scope) => own.includes(scope))) return wanted.join(" ");
  throw new OAuthError("invalid_scope", `This client may have ${own.join(" ")}, and nothing else.`);
}
