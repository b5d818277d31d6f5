import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  jwtVerify,
} from "jose";
import { createSigningKeys } from "./signing-keys";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "signing-keys-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function privateJwk() {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return exportJWK(privateKey);
}

describe("a token", () => {
  it("is good for its audience for two minutes, by the published keys", async () => {
    const keys = await createSigningKeys();
    const token = await keys.sign("sundsvall", "https://kommungraf.example");
    const check = { issuer: "https://kommungraf.example", audience: "sundsvall" };
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(keys.publicKeys()), check);
    expect(payload).toEqual({
      iss: "https://kommungraf.example",
      aud: "sundsvall",
      iat: expect.any(Number),
      exp: (payload.iat ?? 0) + 120,
      jti: expect.any(String),
    });
    expect(protectedHeader).toEqual({ alg: "ES256", typ: "JWT", kid: keys.publicKeys().keys[0]?.kid });
    await expect(
      jwtVerify(token, createLocalJWKSet(keys.publicKeys()), { ...check, audience: "botkyrka" }),
    ).rejects.toThrow("aud");
  });

  it("is used again for the same audience and issuer only, and not when it is 30 seconds old", async () => {
    const keys = await createSigningKeys();
    const first = await keys.sign("sundsvall", "https://a.example");
    expect(await keys.sign("sundsvall", "https://a.example")).toBe(first);
    expect(await keys.sign("botkyrka", "https://a.example")).not.toBe(first);
    expect(await keys.sign("sundsvall", "https://b.example")).not.toBe(first);
    const now = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 30_001);
    expect(await keys.sign("sundsvall", "https://a.example")).not.toBe(first);
    now.mockRestore();
  });
});

describe("given keys", () => {
  it("are all published without their private part, and the first signs", async () => {
    const given = [await privateJwk(), await privateJwk()];
    const keys = await createSigningKeys({ jwks: JSON.stringify({ keys: given }) });
    const published = keys.publicKeys().keys;
    expect(published).toHaveLength(2);
    for (const [index, key] of published.entries()) {
      const { kty, crv, x, y } = given[index] ?? {};
      const kid = await calculateJwkThumbprint({ kty, crv, x, y }, "sha256");
      expect(key).toEqual({ kty, crv, x, y, kid, alg: "ES256", use: "sig" });
    }
    expect(decodeProtectedHeader(await keys.sign("a", "b")).kid).toBe(published[0]?.kid);
  });

  it("can be handed to another thread whole", async () => {
    const keys = await createSigningKeys();
    const other = await createSigningKeys({ jwks: keys.privateJwks });
    expect(other.publicKeys()).toEqual(keys.publicKeys());
    expect(await jwtVerify(await other.sign("a", "b"), createLocalJWKSet(keys.publicKeys()))).toBeTruthy();
  });

  it.each<[string, (jwk: Record<string, unknown>) => unknown, RegExp]>([
    ["are no JSON", () => "secret-text", /^HUB_SIGNING_KEYS is not JSON/],
    ["are no set", (jwk) => jwk, /wrong: keys\.$/],
    ["are none", () => ({ keys: [] }), /wrong: keys\.$/],
    ["are of another kind", (jwk) => ({ keys: [{ ...jwk, kty: "RSA" }] }), /wrong: keys\.0\.kty\.$/],
    ["lack the private part", ({ d: _, ...jwk }) => ({ keys: [jwk] }), /wrong: keys\.0\.d\.$/],
  ])("are refused when they %s, without being quoted", async (_, build, message) => {
    const jwk = (await privateJwk()) as Record<string, unknown>;
    const built = build(jwk);
    const jwks = typeof built === "string" ? built : JSON.stringify(built);
    const refusal = createSigningKeys({ jwks });
    await expect(refusal).rejects.toThrow(message);
    const said = await refusal.catch((error: Error) => error.message);
    for (const secret of [jwk.d as string, "secret-text"]) expect(said).not.toContain(secret);
  });

  it("are refused when the private part is of another key", async () => {
    const [one, other] = [await privateJwk(), await privateJwk()];
    await expect(createSigningKeys({ jwks: JSON.stringify({ keys: [{ ...one, d: other.d }] }) })).rejects.toThrow(
      "HUB_SIGNING_KEYS: key 1 is not usable",
    );
  });
});

describe("a key file", () => {
  it("is made once, for the owner's eyes only, and read from then on", async () => {
    const file = join(folder, "deep", "keys.json");
    const first = await createSigningKeys({ file });
    const second = await createSigningKeys({ file });
    expect(second.publicKeys()).toEqual(first.publicKeys());
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(JSON.parse(first.privateJwks));
  });

  it("is the same for all that begin at once", async () => {
    const file = join(folder, "keys.json");
    const all = await Promise.all(Array.from({ length: 8 }, () => createSigningKeys({ file })));
    expect(new Set(all.map(({ privateJwks }) => privateJwks)).size).toBe(1);
    expect(await readdir(folder)).toEqual(["keys.json"]);
  });

  it("that holds something else is left as it is and refused by its name", async () => {
    const file = join(folder, "keys.json");
    await writeFile(file, "not a key");
    await expect(createSigningKeys({ file })).rejects.toThrow(`${file} is not JSON`);
    expect(await readFile(file, "utf8")).toBe("not a key");
  });
});
