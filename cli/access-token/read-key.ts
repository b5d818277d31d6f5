import { readFileSync } from "node:fs";
import { type CryptoKey, importJWK, importPKCS8, type JWK } from "jose";
import { isRecord } from "../../kit/is-record";
import { wrongUse } from "../registry/failure";

export interface ClientKey {
  readonly key: CryptoKey;
  readonly algorithm: string;
  readonly kid: string | undefined;
}

const ALGORITHM = "ES256";

/**
 * Reads a client's private key: a JWK or the first of a JWK set, with the `alg` that it names, or PEM.
 * @throws CommandFailure when it cannot be read; the message never quotes it
 */
export async function readKey(file: string): Promise<ClientKey> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw wrongUse(`The key ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  try {
    return await parseKey(text);
  } catch {
    throw wrongUse(`${file} holds no private key for ${ALGORITHM}: it must be a JWK, a JWK set or PEM (PKCS #8).`);
  }
}

/** @throws Error when the text is no private key */
export async function parseKey(text: string): Promise<ClientKey> {
  if (text.includes("-----BEGIN")) {
    return { key: await importPKCS8(text, ALGORITHM), algorithm: ALGORITHM, kid: undefined };
  }
  const json: unknown = JSON.parse(text);
  const jwk = (isRecord(json) && Array.isArray(json.keys) ? json.keys[0] : json) as JWK;
  const algorithm = jwk.alg ?? ALGORITHM;
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array || key.type !== "private") throw new Error("The key is no private key.");
  return { key, algorithm, kid: jwk.kid };
}
