import type { FastifyInstance } from "fastify";
import { refuseOtherMethods } from "../kit/http/other-methods";
import { type ProblemDetails, sendProblem } from "../kit/http/problem-json";
import { createSigningKeys } from "../kit/signing-keys";

/**
 * Publishes the keys by which owners know that a call comes from this hub.
 * @param signingJwks the private keys; without them there is nothing at the address
 */
export function wellKnownRoutes(signingJwks: string | undefined): (app: FastifyInstance) => void {
  return (app) => {
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

const NO_KEYS: ProblemDetails = {
  kind: "wrong-address",
  status: 404,
  title: "There is nothing here",
  detail: "This hub signs no calls, so there are no keys.",
};
