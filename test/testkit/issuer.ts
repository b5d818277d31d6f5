import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { Identity, TokenVerifier } from "../../kit/access";
import { createTokenVerifier } from "../../kit/access";

export interface TestIssuer {
  readonly tokens: TokenVerifier;
  /** An access token (RFC 9068) of the test's own issuer. */
  token(
    identity: Partial<Identity> & Pick<Identity, "owner" | "roles">,
    claims?: Record<string, unknown>,
  ): Promise<string>;
}

const ISSUER = "https://issuer.test";
const AUDIENCE = "https://hub.test";

/** An issuer with a key of its own, and what verifies its tokens. */
export async function createTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const key = { ...(await exportJWK(publicKey)), kid: "test", alg: "ES256", use: "sig" };
  return {
    tokens: createTokenVerifier({ audience: AUDIENCE, issuers: [{ issuer: ISSUER, jwks: { keys: [key] } }] }),
    token: ({ owner, roles, client = "test-system" }, claims = {}) =>
      new SignJWT({
        client_id: client,
        scope: roles.map((role) => `kommungraf:${role}`).join(" "),
        kommungraf_owner: owner,
        ...claims,
      })
        .setProtectedHeader({ alg: "ES256", kid: "test", typ: "at+jwt" })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(client)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime("5m")
        .sign(privateKey),
  };
}
