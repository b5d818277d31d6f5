import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface Claims {
  readonly issuer?: string;
  readonly audience: string;
  /** Such as 1m, or -1m for one that is too old. */
  readonly expires?: string;
  /** Signed with a key that the hub does not have. */
  readonly forged?: boolean;
}

export interface StandInHub {
  readonly url: string;
  /** What a request carries: Bearer and a token. */
  authorization(claims: Claims): Promise<string>;
  stop(): Promise<void>;
}

/** A hub as far as a subgraph sees it: public keys at their address, and tokens that are signed with them. */
export async function startStandInHub(): Promise<StandInHub> {
  const [own, other] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(own.publicKey)), kid: "k1", alg: "ES256", use: "sig" }] });
  const server = createServer((request, response) => {
    if (request.url !== "/.well-known/jwks.json") response.writeHead(404).end();
    else response.setHeader("content-type", "application/json").end(jwks);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = ({ issuer = url, audience, expires = "1m", forged = false }: Claims) =>
    new SignJWT()
      .setProtectedHeader({ alg: "ES256", kid: "k1", typ: "JWT" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign((forged ? other : own).privateKey);
  return {
    url,
    authorization: async (claims) => `Bearer ${await sign(claims)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
