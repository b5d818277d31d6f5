import { createHmac, generateKeyPairSync } from "node:crypto";
import { base64url, type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from "jose";
import { IdentityUnavailable, InvalidToken } from "./errors";
import { startKeyServer } from "./test-support/key-server";
import { createTokenVerifier, noIssuers, type TokenVerifier } from "./verify";

const ISSUER = "https://issuer.test";
const HUB = "https://hub.test";

let key: CryptoKey;
let publicKey: CryptoKey;
let otherKey: CryptoKey;
let published: JWK;
let tokens: TokenVerifier;

beforeAll(async () => {
  const pair = await generateKeyPair("ES256", { extractable: true });
  ({ privateKey: key, publicKey } = pair);
  ({ privateKey: otherKey } = await generateKeyPair("ES256"));
  published = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256", use: "sig" };
  tokens = createTokenVerifier({ audience: HUB, issuers: [{ issuer: ISSUER, jwks: { keys: [published] } }] });
});

/** What goes on as it is while a test sets the clock. */
const TIMERS = [
  "nextTick",
  "setImmediate",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
  "queueMicrotask",
  "performance",
] as const;

const now = () => Math.floor(Date.now() / 1000);

interface Made {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  key?: CryptoKey;
}

/** A good token, but for what is given. */
function token({ header = {}, claims = {}, key: signer = key }: Made = {}): Promise<string> {
  const payload: Record<string, unknown> = {
    iss: ISSUER,
    aud: HUB,
    sub: "a-system",
    client_id: "a-system",
    scope: "openid kommungraf:reporter",
    kommungraf_owner: "2281",
    iat: now(),
    exp: now() + 300,
    jti: "1",
    ...claims,
  };
  const jws = new SignJWT(JSON.parse(JSON.stringify(payload)));
  return jws.setProtectedHeader({ alg: "ES256", kid: "k1", typ: "at+jwt", ...header } as never).sign(signer, {
    crit: { b64: true },
  });
}

const segment = (value: unknown) => base64url.encode(JSON.stringify(value));

/** A token that no library would make. */
function handMade(header: Record<string, unknown>, sign: (text: string) => string, claims = {}): string {
  const payload = {
    iss: ISSUER,
    aud: HUB,
    sub: "a",
    client_id: "a",
    scope: "kommungraf:reporter",
    kommungraf_owner: "2281",
  };
  const text = `${segment({ typ: "at+jwt", kid: "k1", ...header })}.${segment({ ...payload, iat: now(), exp: now() + 300, ...claims })}`;
  return `${text}.${sign(text)}`;
}

const hs256 = (secret: string) => (text: string) => createHmac("sha256", secret).update(text).digest("base64url");

describe("a token", () => {
  it("that is good tells owner, roles and client", async () => {
    expect(await tokens.identify(await token())).toEqual({ owner: "2281", roles: ["reporter"], client: "a-system" });
  });

  it.each<[string, Record<string, unknown>, object]>([
    [
      "of a reader and reviewer",
      { scope: "kommungraf:reviewer kommungraf:reader", kommungraf_owner: "boverket" },
      { owner: "boverket", roles: ["reader", "reviewer"] },
    ],
    [
      "of an operator",
      { scope: "kommungraf:operator", kommungraf_owner: "hub" },
      { owner: "hub", roles: ["operator"] },
    ],
    ["for several audiences, the hub among them", { aud: ["https://other.test", HUB] }, { owner: "2281" }],
    ["that has just expired on a clock that is a little behind", { exp: now() - 5 }, { owner: "2281" }],
  ])("%s is taken", async (_title, claims, identity) => {
    expect(await tokens.identify(await token({ claims }))).toMatchObject(identity);
  });

  it("is taken with the whole media type as its typ", async () => {
    expect(await tokens.identify(await token({ header: { typ: "application/at+jwt" } }))).toMatchObject({
      owner: "2281",
    });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ["expired", { exp: now() - 60 }, /expired/],
    ["not valid yet", { nbf: now() + 600 }, /not valid yet/],
    ["issued in the future", { iat: now() + 600, exp: now() + 900 }, /not valid yet/],
    ["without an end", { exp: undefined }, /exp/],
    ["without the time of its issue", { iat: undefined }, /iat/],
    ["with an end that is no number", { exp: "never" }, /exp/],
    ["for another audience", { aud: "https://elsewhere.test" }, /aud/],
    ["for an audience that begins like the hub's", { aud: `${HUB}.evil.test` }, /aud/],
    ["without an audience", { aud: undefined }, /aud/],
    ["of an unknown issuer", { iss: "https://evil.test" }, /issuer/],
    ["of an issuer with a slash more", { iss: `${ISSUER}/` }, /issuer/],
    ["of an issuer that is no text", { iss: [ISSUER] }, /issuer/],
    ["without an issuer", { iss: undefined }, /issuer/],
    ["without a subject", { sub: undefined }, /sub/],
    ["without a client", { client_id: undefined }, /client_id/],
    ["with a client of line breaks", { client_id: "a\nb" }, /client_id/],
    ["with a client that is too long", { client_id: "a".repeat(201) }, /client_id/],
    ["without scopes", { scope: undefined }, /scope/],
    ["with a list as its scope", { scope: ["kommungraf:reporter"] }, /scope/],
    ["with no scope of the hub", { scope: "openid kommungraf:admin KOMMUNGRAF:OPERATOR" }, /no scope/],
    ["without an owner", { kommungraf_owner: undefined }, /owner/],
    ["with an empty owner", { kommungraf_owner: "" }, /owner/],
    ["with several owners", { kommungraf_owner: ["2281", "2181"] }, /owner/],
    ["of a reporter for a funding source", { kommungraf_owner: "boverket" }, /four digits/],
    ["of a reporter for more than one code", { kommungraf_owner: "2281,2181" }, /four digits/],
    ["of a reporter for the hub", { kommungraf_owner: "hub" }, /four digits/],
    ["of a reader for a municipality", { scope: "kommungraf:reader" }, /funding source/],
    ["of a reviewer for the hub", { scope: "kommungraf:reviewer", kommungraf_owner: "hub" }, /funding source/],
    ["of a reader for a pattern", { scope: "kommungraf:reader", kommungraf_owner: "bover%" }, /funding source/],
    ["of an operator for an agency", { scope: "kommungraf:operator", kommungraf_owner: "boverket" }, /hub/],
    ["of a reporter who would be an operator too", { scope: "kommungraf:reporter kommungraf:operator" }, /hub/],
  ])("%s is refused", async (_title, claims, message) => {
    const made = await token({ claims });
    await expect(tokens.identify(made)).rejects.toThrow(InvalidToken);
    await expect(tokens.identify(made)).rejects.toThrow(message);
  });

  it.each<[string, Record<string, unknown>]>([
    ["no kid", { kid: undefined }],
    ["an empty kid", { kid: "" }],
    ["a kid that the issuer has not", { kid: "k2" }],
    ["the typ of an ID token", { typ: "JWT" }],
    ["no typ", { typ: undefined }],
    ["an address of keys", { jku: "https://evil.test/jwks.json" }],
    ["an address of a certificate", { x5u: "https://evil.test/cert.pem" }],
    ["a certificate", { x5c: ["MIIB"] }],
    ["an extension that must be understood", { crit: ["b64"], b64: true }],
  ])("with %s in its header is refused", async (_title, header) => {
    await expect(tokens.identify(await token({ header }))).rejects.toThrow(InvalidToken);
  });

  it("that brings its own key is refused", async () => {
    const own = await generateKeyPair("ES256", { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    await expect(tokens.identify(await token({ key: own.privateKey, header: { jwk } }))).rejects.toThrow(InvalidToken);
    await expect(tokens.identify(await token({ key: own.privateKey }))).rejects.toThrow("not signed");
  });

  it("signed with another key under the issuer's kid is refused", async () => {
    await expect(tokens.identify(await token({ key: otherKey }))).rejects.toThrow("not signed");
  });

  it("whose claims were changed after it was signed is refused", async () => {
    const [header, , signature] = (await token()).split(".");
    const [, payload] = (await token({ claims: { kommungraf_owner: "2181" } })).split(".");
    await expect(tokens.identify(`${header}.${payload}.${signature}`)).rejects.toThrow("not signed");
  });

  it.each<[string, () => Promise<string> | string]>([
    ["without a signature", () => handMade({ alg: "none" }, () => "")],
    ["without a signature, in capitals", () => handMade({ alg: "NONE" }, () => "")],
    ["without an algorithm", () => handMade({}, () => "AAAA")],
    [
      "signed with the public key's text as a secret",
      async () => handMade({ alg: "HS256" }, hs256(await exportSPKI(publicKey))),
    ],
    [
      "signed with the public key's JWK as a secret",
      () => handMade({ alg: "HS256" }, hs256(JSON.stringify(published))),
    ],
    ["signed with the coordinate as a secret", () => handMade({ alg: "HS256" }, hs256(String(published.x)))],
    ["that says RS256 of an elliptic key", () => handMade({ alg: "RS256" }, () => "AAAA")],
    ["with an empty signature of ES256", () => handMade({ alg: "ES256" }, () => "")],
    ["with a signature of zeros", () => handMade({ alg: "ES256" }, () => Buffer.alloc(64).toString("base64url"))],
    [
      "with a signature in DER",
      () =>
        handMade({ alg: "ES256" }, () =>
          generateKeyPairSync("ec", { namedCurve: "P-256" })
            .publicKey.export({ type: "spki", format: "der" })
            .toString("base64url"),
        ),
    ],
    ["of two parts", () => "eyJhbGciOiJFUzI1NiJ9.e30"],
    ["of five parts, as encrypted ones have", () => "e30.e30.e30.e30.e30"],
    ["whose payload is no JSON", () => `${segment({ alg: "ES256", kid: "k1", typ: "at+jwt" })}.AAAA.AAAA`],
    ["whose payload is a list", () => `${segment({ alg: "ES256", kid: "k1", typ: "at+jwt" })}.${segment([])}.AAAA`],
    ["that is a word", () => "token"],
    ["that is empty", () => ""],
    ["that is a token of the registry", () => `kgt_abc_${"x".repeat(43)}`],
    ["of a megabyte", () => `eyJ${"A".repeat(1_000_000)}.e30.AAAA`],
  ])("%s is refused", async (_title, make) => {
    await expect(tokens.identify(await make())).rejects.toThrow(InvalidToken);
  });

  it("is refused whatever it is where no issuer is known", async () => {
    await expect(noIssuers.identify(await token())).rejects.toThrow(InvalidToken);
  });

  it("that was good is refused once it has expired, though it is remembered", async () => {
    jest.useFakeTimers({ now: Date.now(), doNotFake: ["nextTick", "setImmediate"] });
    try {
      const made = await token({ claims: { exp: now() + 2 } });
      await tokens.identify(made);
      jest.setSystemTime(Date.now() + 40_000);
      await expect(tokens.identify(made)).rejects.toThrow("expired");
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("an issuer's own words", () => {
  const verifierOf = (extra: object) =>
    createTokenVerifier({ audience: HUB, issuers: [{ issuer: ISSUER, jwks: { keys: [published] }, ...extra }] });

  it("for an owner are translated", async () => {
    const mapped = verifierOf({ ownerClaim: "org", owners: { "212000-2411": "2281" } });
    expect(await mapped.identify(await token({ claims: { org: "212000-2411" } }))).toMatchObject({ owner: "2281" });
    for (const org of ["212000-0000", "constructor", "__proto__", "2281"]) {
      await expect(mapped.identify(await token({ claims: { org } }))).rejects.toThrow(InvalidToken);
    }
  });

  it("for a role are translated, and the hub's own mean nothing then", async () => {
    const mapped = verifierOf({ scopes: { "https://ena.test/rapportera": "reporter" } });
    expect(await mapped.identify(await token({ claims: { scope: "https://ena.test/rapportera" } }))).toMatchObject({
      roles: ["reporter"],
    });
    await expect(mapped.identify(await token())).rejects.toThrow(InvalidToken);
  });

  it("for the hub are the audience", async () => {
    const mapped = verifierOf({ audience: "urn:kommungraf" });
    expect(await mapped.identify(await token({ claims: { aud: "urn:kommungraf" } }))).toMatchObject({ owner: "2281" });
    await expect(mapped.identify(await token())).rejects.toThrow(InvalidToken);
  });
});

describe("the keys of an issuer", () => {
  it("are found by its metadata and fetched once", async () => {
    const server = await startKeyServer(() => [published]);
    const verifier = createTokenVerifier({ audience: HUB, issuers: [{ issuer: server.url }] });
    for (const jti of ["1", "2", "3"]) {
      await verifier.identify(await token({ claims: { iss: server.url, jti } }));
    }
    expect(server.asked).toEqual(["/.well-known/oauth-authorization-server", "/keys"]);
    await server.stop();
  });

  it("are found by OpenID Connect's metadata too, below the issuer's path", async () => {
    const server = await startKeyServer(() => [published], { metadata: "openid", path: "/tenant" });
    const verifier = createTokenVerifier({ audience: HUB, issuers: [{ issuer: server.url }] });
    await verifier.identify(await token({ claims: { iss: server.url } }));
    expect(server.asked).toEqual([
      "/.well-known/oauth-authorization-server/tenant",
      "/tenant/.well-known/openid-configuration",
      "/keys",
    ]);
    await server.stop();
  });

  it.each([
    ["is not there", { metadata: "none" }],
    ["is another issuer's", { issuer: "https://other.test" }],
    ["leads to keys that anybody on the way could change", { jwksUri: "http://keys.example/jwks.json" }],
    ["leads to keys that are not there", { jwksUri: "/nothing" }],
    ["leads away", { metadata: "redirect" }],
    ["leads to what is no key set", { keys: "{}" }],
    ["leads to more than any key set has", { keys: JSON.stringify({ keys: [], more: "x".repeat(300_000) }) }],
  ] as const)("let nobody in while its metadata %s, and say that nobody can tell", async (_title, settings) => {
    const server = await startKeyServer(() => [published], settings);
    const verifier = createTokenVerifier({ audience: HUB, issuers: [{ issuer: server.url }] });
    await expect(verifier.identify(await token({ claims: { iss: server.url } }))).rejects.toThrow(IdentityUnavailable);
    await server.stop();
  });

  it("are asked for no oftener than every few seconds while it does not answer", async () => {
    const server = await startKeyServer(() => [published], { metadata: "none" });
    const verifier = createTokenVerifier({ audience: HUB, issuers: [{ issuer: server.url }] });
    for (const jti of ["1", "2", "3"]) {
      const made = await token({ claims: { iss: server.url, jti } });
      await expect(verifier.identify(made)).rejects.toThrow(IdentityUnavailable);
    }
    expect(server.asked).toHaveLength(2);
    await server.stop();
  });

  it("that are known go on being good for a while when it is away, though somebody asks for others", async () => {
    const server = await startKeyServer(() => [published]);
    const verifier = createTokenVerifier({ audience: HUB, issuers: [{ issuer: server.url }] });
    const claims = { iss: server.url, exp: now() + 3600 };
    await verifier.identify(await token({ claims }));
    await server.stop();
    jest.useFakeTimers({ now: Date.now() + 60_000, doNotFake: [...TIMERS] });
    try {
      const stranger = await token({ claims, header: { kid: "made-up" } });
      await expect(verifier.identify(stranger)).rejects.toThrow(IdentityUnavailable);
      expect(await verifier.identify(await token({ claims: { ...claims, jti: "2" } }))).toMatchObject({
        owner: "2281",
      });
      jest.setSystemTime(Date.now() + 600_000);
      const late = await token({ claims: { ...claims, jti: "3" } });
      await expect(verifier.identify(late)).rejects.toThrow(IdentityUnavailable);
    } finally {
      jest.useRealTimers();
    }
  });

  it("may change: a new one is looked for, though not for every kid that somebody makes up", async () => {
    const next = { ...published, kid: "k2" };
    let keys = [published];
    const server = await startKeyServer(() => keys);
    jest.useFakeTimers({ now: Date.now(), doNotFake: [...TIMERS] });
    try {
      const verifier = createTokenVerifier({
        audience: HUB,
        issuers: [{ issuer: server.url, jwksUri: `${server.url}/keys` }],
      });
      const claims = { iss: server.url };
      await verifier.identify(await token({ claims }));
      keys = [next];
      for (const kid of ["a", "b", "k2"]) {
        await expect(verifier.identify(await token({ claims, header: { kid } }))).rejects.toThrow(InvalidToken);
      }
      expect(server.asked).toEqual(["/keys"]);
      jest.setSystemTime(Date.now() + 31_000);
      const fresh = { ...claims, exp: now() + 300, iat: now() };
      expect(await verifier.identify(await token({ claims: fresh, header: { kid: "k2" } }))).toMatchObject({
        owner: "2281",
      });
      expect(server.asked).toEqual(["/keys", "/keys"]);
    } finally {
      jest.useRealTimers();
      await server.stop();
    }
  });
});
