import type { FastifyInstance } from "fastify";
import { importJWK, type JSONWebKeySet, type JWK } from "jose";
import { roles, SCOPE_PREFIX, type TrustedIssuer } from "../kit/access";
import { HttpRefusal } from "../kit/http";
import { createHttpApp } from "../kit/http/http-app";
import { defaultHttpLimits } from "../kit/http/http-limits";
import { createLifeCycle } from "../kit/http/life-cycle";
import type { Logger } from "../kit/logger";
import { createSigningKeys } from "../kit/signing-keys";
import type { DevelopmentClient } from "./client";
import { createAssertionCheck } from "./client-assertion";
import { createTokenGrant } from "./grant-token";
import { clientKeyFile, issuerKeysFile } from "./key-files";
import { OAuthError } from "./oauth-error";
import { readForm } from "./read-form";

export interface DevelopmentIssuerOptions {
  readonly clients: readonly DevelopmentClient[];
  /** Where the keys are kept, the issuer's and those of its clients; without it they last as long as the issuer. */
  readonly folder?: string | undefined;
  readonly logger: Logger;
  /** Who tokens are for: the hub's public address. Asked for when one is made. */
  audience(): string;
}

/** An authorization server for development and tests; nobody else knows its clients. */
export interface DevelopmentIssuer {
  /** @param port 0 for any free one; it listens on this machine alone */
  start(port: number): Promise<TrustedIssuer>;
  stop(): Promise<void>;
  /** Private key of a client, as a JWK set in JSON. */
  privateKeysOf(clientId: string): string | undefined;
}

const TOKEN_PATH = "/oauth/token";
const KEYS_PATH = "/oauth/jwks.json";
const nothing = { start: async () => {}, stop: async () => {} };

/**
 * OAuth 2.0 as Ena has it, as far as systems need it: client credentials, clients known by private_key_jwt, and access tokens
 * as RFC 9068 has them. It makes the clients' keys itself, so it proves nothing about anybody and is never for production.
 */
export async function createDevelopmentIssuer(options: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> {
  const { clients, folder, logger, audience } = options;
  const fileOf = (path: (folder: string) => string) => (folder === undefined ? {} : { file: path(folder) });
  const own = await createSigningKeys(fileOf(issuerKeysFile));
  const clientKeys = new Map(
    await Promise.all(
      clients.map(async ({ id }) => [id, await createSigningKeys(fileOf((at) => clientKeyFile(at, id)))] as const),
    ),
  );
  const { keys: [published] = [] } = own.publicKeys();
  let url = "";
  const issuer = () => url;
  const grant = createTokenGrant({
    clients,
    key: await signingKey(own.privateJwks),
    kid: published?.kid ?? "",
    issuer,
    audience,
    checkAssertion: createAssertionCheck({
      keys: new Map([...clientKeys].map(([id, keys]) => [id, keys.publicKeys()])),
      audiences: () => [url, `${url}${TOKEN_PATH}`],
    }),
  });

  const limits = { ...defaultHttpLimits, bodyBytes: 16_384, requestMilliseconds: 10_000 };
  const life = createLifeCycle("issuer", nothing, limits, new Set());
  const app = createHttpApp({ logger, limits, cors: false, isStopping: () => life.state() === "stopping" });
  serveDocuments(app, {
    "/.well-known/oauth-authorization-server": () => metadata(url),
    [KEYS_PATH]: () => own.publicKeys(),
  });
  app.post(TOKEN_PATH, async (request, reply) => {
    reply.header("cache-control", "no-store").type("application/json");
    try {
      return reply.send(JSON.stringify(await grant(await readForm(request))));
    } catch (error) {
      const refusal = error instanceof HttpRefusal ? new OAuthError("invalid_request", error.message) : error;
      if (!(refusal instanceof OAuthError)) throw error;
      return reply
        .code(refusal.status)
        .send(JSON.stringify({ error: refusal.code, error_description: refusal.message }));
    }
  });

  return {
    async start(port) {
      ({ url } = await life.start(app, { host: "127.0.0.1", port }));
      return { issuer: url, jwks: own.publicKeys() };
    },
    stop: () => life.stop(app),
    privateKeysOf: (clientId) => clientKeys.get(clientId)?.privateJwks,
  };
}

function serveDocuments(app: FastifyInstance, documents: Readonly<Record<string, () => object>>): void {
  for (const [path, read] of Object.entries(documents)) {
    app.get(path, async (_request, reply) =>
      reply.header("cache-control", "no-store").type("application/json").send(JSON.stringify(read())),
    );
  }
}

/** What it says of itself (RFC 8414). */
const metadata = (url: string) => ({
  issuer: url,
  token_endpoint: `${url}${TOKEN_PATH}`,
  jwks_uri: `${url}${KEYS_PATH}`,
  grant_types_supported: ["client_credentials"],
  response_types_supported: [],
  token_endpoint_auth_methods_supported: ["private_key_jwt"],
  token_endpoint_auth_signing_alg_values_supported: ["ES256"],
  scopes_supported: roles.map((role) => `${SCOPE_PREFIX}${role}`),
});

async function signingKey(privateJwks: string) {
  const {
    keys: [first],
  } = JSON.parse(privateJwks) as JSONWebKeySet & { keys: [JWK] };
  const key = await importJWK(first, "ES256");
  if (key instanceof Uint8Array) throw new Error("The issuer's key is no private key.");
  return key;
}
