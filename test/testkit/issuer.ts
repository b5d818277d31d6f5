import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { Identity, TokenVerifier } from "../../kit/access";
import { createTokenVerifier } from "../../kit/access";

export interface TestIssuer {
  readonly tokens: TokenVerifier;
  /** An access token (RFC 9068) of the test's own issuer; `claims` stand in the place of its own. */
  token(
    identity: Partial<Identity> & Pick<Identity, "owner" | "roles">,
    claims?: Record<string, unknown>,
  ): Promise<string>;
}

const ISSUER = "https://issuer.test";
const AUDIENCE = "https://hub.test";
const LIFETIME_SECONDS = 300;

/** An issuer with a key of its own, and what verifies its tokens. */
export async function createTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const key = { ...(await exportJWK(publicKey)), kid: "test", alg: "ES256", use: "sig" };
  return {
    tokens: createTokenVerifier({ audience: AUDIENCE, issuers: [{ issuer: ISSUER, jwks: { keys: [key] } }] }),
    token: ({ owner, roles, client = "test-system" }, claims = {}) =>
      new SignJWT({
        iss: ISSUER,
        aud: AUDIENCE,
        sub: client,
        jti: randomUUID(),
        iat: Math.floor(Date.now() / 1000),
        exp: Math.floor(Date.now() / 1000) + LIFETIME_SECONDS,
        client_id: client,
        scope: roles.map((role) => `kommungraf:${role}`).join(" "),
        kommungraf_owner: owner,
        ...claims,
      })
        .setProtectedHeader({ alg: "ES256", kid: "test", typ: "at+jwt" })
        .sign(privateKey),
  };
}
