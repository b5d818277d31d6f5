import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A token as its holder has it: kgt_<id>_<secret>. */
export interface TokenParts {
  readonly id: string;
  readonly secret: string;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const ID_LENGTH = 12;
const SECRET_BYTES = 32;
const TOKEN = /^kgt_([a-z2-7]{12})_([A-Za-z0-9_-]{43})$/;

export function mintToken(): TokenParts {
  const id = [...randomBytes(ID_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return { id, secret: randomBytes(SECRET_BYTES).toString("base64url") };
}

export const writeToken = ({ id, secret }: TokenParts) => `kgt_${id}_${secret}`;

export function readToken(text: string): TokenParts | undefined {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
}

/** The secret has as many random bits as the hash, so that a slow hash would guard nothing more. */
export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Takes the same time whether and where they differ. */
export function isSecretOf(secret: string, hash: Buffer): boolean {
  const given = hashSecret(secret);
  return given.length === hash.length && timingSafeEqual(given, hash);
}
