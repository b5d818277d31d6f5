// An authorization server that is not ours (oidc-provider), in a process of its own: prints its address when it is ready.
// ISSUER_SETTINGS is JSON: { audience, clients: [{ id, owner, scope, jwk }] }.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const { audience, clients } = JSON.parse(process.env.ISSUER_SETTINGS ?? "{}");
const owners = new Map(clients.map(({ id, owner }) => [id, owner]));
const scopes = ["reporter", "reader", "reviewer", "operator"].map((role) => `kommungraf:${role}`);
const server = createServer();

server.listen(0, "127.0.0.1", () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const provider = new Provider(url, {
    scopes,
    clients: clients.map(({ id, scope, jwk }) => ({
      client_id: id,
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "ES256",
      id_token_signed_response_alg: "ES256",
      grant_types: ["client_credentials"],
      redirect_uris: [],
      response_types: [],
      scope,
      jwks: { keys: [jwk] },
    })),
    clientAuthMethods: ["private_key_jwt"],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "ES256", use: "sig" }] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({
          scope: scopes.join(" "),
          audience,
          accessTokenTTL: 300,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => ({ kommungraf_owner: owners.get(token.clientId) }),
  });
  server.on("request", provider.callback());
  process.stdout.write(`ready ${url}\n`);
});
