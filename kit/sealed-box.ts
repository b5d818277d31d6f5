import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";

/** Seals texts that the database may hold only so that it cannot read them. */
export interface SealedBox {
  /** @param purpose what the text is for, such as an id: it opens for the same purpose alone */
  seal(text: string, purpose: string): Promise<string>;
  /** @throws Error when it was sealed with another key or for another purpose, or has been altered */
  open(sealed: string, purpose: string): Promise<string>;
}

export interface SealedBoxOptions {
  /** 32 bytes in base64. */
  readonly key?: string | undefined;
  /** Where the key is kept that is made when none is given; without a file it lasts as long as the process. */
  readonly file?: string | undefined;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1.";

export const sealedBoxKeyVariable = z
  .string()
  .refine((text) => isKey(text), `must be ${KEY_BYTES} random bytes in base64, such as openssl rand -base64 32 gives`);

/** AES-256-GCM; the key is read, or made, when it is first needed. */
export function createSealedBox({ key, file }: SealedBoxOptions = {}): SealedBox {
  let kept: Promise<Buffer> | undefined;
  const keyOf = () => {
    kept ??= key !== undefined ? Promise.resolve(readKey(key, "The key that was given")) : keptKey(file);
    // A file that could not be read may be readable next time.
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  };
  return {
    async seal(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", await keyOf(), nonce).setAAD(Buffer.from(purpose));
      const sealed = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
      return VERSION + Buffer.concat(sealed).toString("base64");
    },
    async open(sealed, purpose) {
      const bytes = Buffer.from(sealed.slice(VERSION.length), "base64");
      if (!sealed.startsWith(VERSION) || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error("No sealed text.");
      const cipher = createDecipheriv("aes-256-gcm", await keyOf(), bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()]).toString("utf8");
    },
  };
}

function isKey(text: string): boolean {
  const bytes = Buffer.from(text.trim(), "base64");
  return bytes.length === KEY_BYTES && bytes.toString("base64") === text.trim();
}

/** @param from where it comes from; the message never quotes it */
function readKey(text: string, from: string): Buffer {
  if (!isKey(text)) throw new Error(`${from} is not ${KEY_BYTES} bytes in base64.`);
  return Buffer.from(text.trim(), "base64");
}

async function keptKey(file: string | undefined): Promise<Buffer> {
  if (file === undefined) return randomBytes(KEY_BYTES);
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (before !== undefined) return readKey(before, file);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(KEY_BYTES).toString("base64"), { mode: 0o600, flag: "wx" });
  try {
    // A link appears whole or not at all; of two processes at once the later finds the earlier's.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readKey(await readFile(file, "utf8"), file);
}
