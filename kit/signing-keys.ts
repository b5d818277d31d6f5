import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type CryptoKey,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from "jose";
import { z } from "zod";

export interface SigningKeys {
  /**
   * A token (JWT) by which the receiver knows that the hub asks; good for two minutes.
   * @param audience who is asked: the name of a subgraph
   * @param issuer who asks: the hub's public address
   */
  sign(audience: string, issuer: string): Promise<string>;
  /** What receivers check tokens with. */
  publicKeys(): JSONWebKeySet;
  /** All of it, for another thread of the hub. A secret. */
  readonly privateJwks: string;
}

export interface SigningKeysOptions {
  /** Private keys as a JWK set (RFC 7517) in JSON: the first signs, all are published. */
  jwks?: string;
  /** Where the key is kept that is made when none is given; without a file it lasts as long as the process. */
  file?: string;
}

const ALGORITHM = "ES256";
const LIFETIME_SECONDS = 120;
/** A token is used again for so long, and still has most of its time when it is. */
const REUSE_MILLISECONDS = 30_000;
const MOST_KEPT = 1000;

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const keySet = z.object({
  keys: z
    .array(z.object({ kty: z.literal("EC"), crv: z.literal("P-256"), x: coordinate, y: coordinate, d: coordinate }))
    .min(1),
});

type PrivateJwk = z.infer<typeof keySet>["keys"][number];

interface SigningKey {
  kid: string;
  key: CryptoKey;
  published: JWK;
}

/** @throws Error when the keys are not usable; the message says where they come from and never quotes them */
export async function createSigningKeys({ jwks, file }: SigningKeysOptions = {}): Promise<SigningKeys> {
  const set = jwks !== undefined ? readKeySet(jwks, "HUB_SIGNING_KEYS") : await keptKeySet(file);
  const keys = await Promise.all(
    set.map((jwk, index) =>
      usableKey(jwk).catch(() => {
        throw new Error(
          `${source(jwks, file)}: key ${index + 1} is not usable; its x and y must be those of its d, on P-256.`,
        );
      }),
    ),
  );
  const [signing] = keys;
  if (!signing) throw new Error(`${source(jwks, file)} holds no key.`);
  const kept = new Map<string, { token: Promise<string>; until: number }>();

  async function makeToken(audience: string, issuer: string): Promise<string> {
    return new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, kid: signing?.kid, typ: "JWT" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .setJti(randomUUID())
      .sign(signing?.key as CryptoKey);
  }

  return {
    sign(audience, issuer) {
      const id = JSON.stringify([audience, issuer]);
      const known = kept.get(id);
      if (known && known.until > Date.now()) return known.token;
      if (kept.size >= MOST_KEPT) kept.clear();
      const token = makeToken(audience, issuer);
      kept.set(id, { token, until: Date.now() + REUSE_MILLISECONDS });
      token.catch(() => kept.delete(id));
      return token;
    },
    publicKeys: () => ({ keys: keys.map(({ published }) => ({ ...published })) }),
    privateJwks: JSON.stringify({ keys: set }),
  };
}

const source = (jwks: string | undefined, file: string | undefined) =>
  jwks !== undefined ? "HUB_SIGNING_KEYS" : (file ?? "The signing key");

function readKeySet(text: string, from: string): PrivateJwk[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words would quote the text.
    throw new Error(`${from} is not JSON; it must be a JWK set with private keys: {"keys": [...]}.`);
  }
  const read = keySet.safeParse(json);
  if (read.success) return read.data.keys;
  const places = [...new Set(read.error.issues.map(({ path }) => path.join(".") || "the whole"))];
  throw new Error(
    `${from} is not a JWK set with private ES256 keys (kty EC, crv P-256, x, y, d); wrong: ${places.join(", ")}.`,
  );
}

async function usableKey(jwk: PrivateJwk): Promise<SigningKey> {
  const { d: _, ...open } = jwk;
  const kid = await calculateJwkThumbprint(open, "sha256");
  const key = (await importJWK({ ...jwk }, ALGORITHM)) as CryptoKey;
  const published = { ...open, kid, alg: ALGORITHM, use: "sig" };
  const proof = await new SignJWT().setProtectedHeader({ alg: ALGORITHM }).sign(key);
  await compactVerify(proof, await importJWK(published, ALGORITHM));
  return { kid, key, published };
}

async function keptKeySet(file: string | undefined): Promise<PrivateJwk[]> {
  if (file === undefined) return [await newKey()];
  const before = await readIfThere(file);
  if (before !== undefined) return readKeySet(before, file);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify({ keys: [await newKey()] }), { mode: 0o600, flag: "wx" });
  try {
    // A link appears whole or not at all; of two processes at once the later finds the earlier's.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readKeySet(await readFile(file, "utf8"), file);
}

async function newKey(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const { kty, crv, x, y, d } = await exportJWK(privateKey);
  return { kty, crv, x, y, d } as PrivateJwk;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
