import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, SignJWT } from "jose";
import { createTokenVerifier } from "../kit/access";
import { createLogger } from "../kit/logger";
import { createDevelopmentIssuer, type DevelopmentIssuer } from "./development-issuer";

const HUB = "https://hub.test";
const TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const logger = createLogger({ name: "issuer", level: "silent" });
const clients = [
  { id: "a", owner: "2281", roles: ["reporter"] },
  { id: "b", owner: "boverket", roles: ["reader", "reviewer"] },
] as const;

let issuer: DevelopmentIssuer;
let url: string;
let count = 0;

beforeAll(async () => {
  issuer = await createDevelopmentIssuer({ clients, logger, audience: () => HUB });
  ({ issuer: url } = await issuer.start(0));
});
afterAll(() => issuer?.stop());

const now = () => Math.floor(Date.now() / 1000);

async function assertion(client = "a", claims: Record<string, unknown> = {}, keyOf = client): Promise<string> {
  const { keys } = JSON.parse(issuer.privateKeysOf(keyOf) ?? "");
  count += 1;
  return new SignJWT({ iss: client, sub: client, aud: url, jti: `j${count}`, exp: now() + 60, ...claims })
    .setProtectedHeader({ alg: "ES256" })
    .sign(await importJWK(keys[0], "ES256"));
}

async function post(fields: Record<string, string> | [string, string][], headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/oauth/token`, { method: "POST", body: new URLSearchParams(fields), headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, string>,
  };
}

const fieldsFor = (made: string, more: Record<string, string> = {}) => ({
  grant_type: "client_credentials",
  client_assertion_type: TYPE,
  client_assertion: made,
  ...more,
});

describe("the development issuer", () => {
  it("gives a client that proves who it is a token that the hub takes, by its metadata and keys alone", async () => {
    const { status, headers, body } = await post(fieldsFor(await assertion()));
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 600, scope: "kommungraf:reporter" });
    const tokens = createTokenVerifier({ audience: HUB, issuers: [{ issuer: url }] });
    expect(await tokens.identify(body.access_token ?? "")).toEqual({ owner: "2281", roles: ["reporter"], client: "a" });
  });

  it("gives tokens as RFC 9068 has them", async () => {
    const { body } = await post(
      fieldsFor(await assertion("b"), { scope: "kommungraf:reader", resource: HUB, client_id: "b" }),
    );
    expect(decodeProtectedHeader(body.access_token ?? "")).toEqual({
      alg: "ES256",
      kid: expect.any(String),
      typ: "at+jwt",
    });
    const claims = decodeJwt(body.access_token ?? "");
    expect(claims).toMatchObject({
      iss: url,
      aud: HUB,
      sub: "b",
      client_id: "b",
      scope: "kommungraf:reader",
      kommungraf_owner: "boverket",
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(600);
    expect(claims.jti).toEqual(expect.any(String));
  });

  it("takes an assertion for its token endpoint as well as for its name", async () => {
    expect((await post(fieldsFor(await assertion("a", { aud: `${url}/oauth/token` })))).status).toBe(200);
  });

  it.each<[string, () => Promise<Record<string, string> | [string, string][]>, string]>([
    ["without a grant", async () => ({}), "invalid_request"],
    ["with another grant", async () => ({ grant_type: "authorization_code" }), "unsupported_grant_type"],
    [
      "with a password",
      async () => ({ grant_type: "client_credentials", client_id: "a", client_secret: "x" }),
      "invalid_client",
    ],
    [
      "with another type of assertion",
      async () => ({ ...fieldsFor(await assertion()), client_assertion_type: "saml" }),
      "invalid_client",
    ],
    ["with an assertion that is none", async () => fieldsFor("x"), "invalid_client"],
    ["of a client that there is not", async () => fieldsFor(await assertion("c", {}, "a")), "invalid_client"],
    ["signed with another client's key", async () => fieldsFor(await assertion("a", {}, "b")), "invalid_client"],
    [
      "that names another client beside the assertion",
      async () => fieldsFor(await assertion(), { client_id: "b" }),
      "invalid_client",
    ],
    ["whose assertion another issued", async () => fieldsFor(await assertion("a", { iss: "b" })), "invalid_client"],
    [
      "whose assertion is for another issuer",
      async () => fieldsFor(await assertion("a", { aud: "https://other.test" })),
      "invalid_client",
    ],
    ["whose assertion has expired", async () => fieldsFor(await assertion("a", { exp: now() - 60 })), "invalid_client"],
    [
      "whose assertion never expires",
      async () => fieldsFor(await assertion("a", { exp: undefined })),
      "invalid_client",
    ],
    [
      "whose assertion lasts an hour",
      async () => fieldsFor(await assertion("a", { exp: now() + 3600 })),
      "invalid_client",
    ],
    ["whose assertion has no jti", async () => fieldsFor(await assertion("a", { jti: undefined })), "invalid_client"],
    [
      "for a scope of another client",
      async () => fieldsFor(await assertion(), { scope: "kommungraf:operator" }),
      "invalid_scope",
    ],
    [
      "for its own scope and another",
      async () => fieldsFor(await assertion(), { scope: "kommungraf:reporter kommungraf:reviewer" }),
      "invalid_scope",
    ],
    [
      "for another resource",
      async () => fieldsFor(await assertion(), { resource: "https://other.test" }),
      "invalid_target",
    ],
    [
      "with a field twice",
      async () => [...Object.entries(fieldsFor(await assertion())), ["scope", "a"], ["scope", "b"]],
      "invalid_request",
    ],
    ["of a megabyte", async () => fieldsFor("x".repeat(1_000_000)), "invalid_request"],
  ])("refuses a request %s", async (_title, fields, error) => {
    const { status, body } = await post(await fields());
    expect(body).toEqual({ error, error_description: expect.any(String) });
    expect(status).toBe(error === "invalid_client" ? 401 : 400);
  });

  it("refuses an assertion that it has seen", async () => {
    const fields = fieldsFor(await assertion());
    expect((await post(fields)).status).toBe(200);
    expect((await post(fields)).body).toMatchObject({
      error: "invalid_client",
      error_description: expect.stringContaining("used before"),
    });
  });

  it("refuses an assertion without a signature, or signed with a public key as a secret", async () => {
    const [, payload] = (await assertion()).split(".");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    expect((await post(fieldsFor(none))).body.error).toBe("invalid_client");
    const stranger = await generateKeyPair("ES256");
    const made = await new SignJWT({ iss: "a", sub: "a", aud: url, jti: "s" })
      .setProtectedHeader({ alg: "ES256" })
      .setExpirationTime("60s")
      .sign(stranger.privateKey);
    expect((await post(fieldsFor(made))).body.error).toBe("invalid_client");
  });

  it("refuses a body that is no form", async () => {
    const response = await fetch(`${url}/oauth/token`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_request" });
  });

  it("shows no private key", async () => {
    for (const path of ["/oauth/jwks.json", "/.well-known/oauth-authorization-server"]) {
      expect(await (await fetch(`${url}${path}`)).text()).not.toContain('"d"');
    }
  });

  it("keeps keys that nobody else can read, and has them again at the next start", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kommungraf-issuer-"));
    const open = () => createDevelopmentIssuer({ clients, folder, logger, audience: () => HUB });
    const [first, second] = [await open(), await open()];
    expect(second.privateKeysOf("a")).toBe(first.privateKeysOf("a"));
    expect(readdirSync(join(folder, "clients")).sort()).toEqual(["a.json", "b.json"]);
    for (const file of ["signing-keys.json", "clients/a.json", "clients/b.json"]) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
    rmSync(folder, { recursive: true });
  });
});
