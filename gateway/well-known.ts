import type { FastifyInstance } from "fastify";
import { roles, SCOPE_PREFIX } from "../kit/access";
import { refuseOtherMethods } from "../kit/http/other-methods";
import { type ProblemDetails, sendProblem } from "../kit/http/problem-json";
import { createSigningKeys } from "../kit/signing-keys";

export interface WellKnown {
  /** The private keys; without them there is nothing at their address. */
  readonly signingJwks: string | undefined;
  /** Whose access tokens are taken. */
  readonly issuers: readonly string[];
  /** Address at which the public reaches the hub. */
  readonly publicUrl: (() => string) | undefined;
}

/**
 * Publishes the keys by which owners know that a call comes from this hub, and whose access tokens it takes (RFC 9728).
 */
export function wellKnownRoutes({ signingJwks, issuers, publicUrl }: WellKnown): (app: FastifyInstance) => void {
  return (app) => {
    refuseOtherMethods(app, "/.well-known/oauth-protected-resource");
    app.get("/.well-known/oauth-protected-resource", async (_request, reply) => {
      if (issuers.length === 0 || !publicUrl) return sendProblem(reply, NO_ISSUERS);
      return reply
        .header("cache-control", "public, max-age=300")
        .type("application/json")
        .send(
          JSON.stringify({
            resource: publicUrl(),
            authorization_servers: issuers,
            scopes_supported: roles.map((role) => `${SCOPE_PREFIX}${role}`),
            bearer_methods_supported: ["header"],
          }),
        );
    });
    let published: Promise<string> | undefined;
    const publicKeys = async () => {
      const keys = await createSigningKeys({ jwks: signingJwks });
      return JSON.stringify(keys.publicKeys());
    };
    refuseOtherMethods(app, "/.well-known/jwks.json");
    app.get("/.well-known/jwks.json", async (_request, reply) => {
      if (signingJwks === undefined) return sendProblem(reply, NO_KEYS);
      published ??= publicKeys();
      return reply
        .header("cache-control", "public, max-age=300")
        .type("application/jwk-set+json")
        .send(await published);
    });
  };
}

const NO_ISSUERS: ProblemDetails = {
  kind: "wrong-address",
  status: 404,
  title: "There is nothing here",
  detail: "This hub takes no access tokens: no issuer is set up.",
};

const NO_KEYS: ProblemDetails = {
  kind: "wrong-address",
  status: 404,
  title: "There is nothing here",
  detail: "This hub signs no calls, so there are no keys.",
};
