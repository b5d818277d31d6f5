import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { sha256 } from "../sha256";

/** What came of reading the file; `reason` goes on from "The last good supergraph". */
export type LastGood =
  | { readonly kind: "good"; readonly sdl: string }
  | { readonly kind: "none" }
  | { readonly kind: "unusable"; readonly reason: string };

/** The last line, so that a text which was cut off has none. The first lines belong to the supergraph's own header. */
const LAST_LINE = /\n# sha256 ([0-9a-f]{64})\n$/;

/** Puts the text in the place of the one before, whole or not at all; only its owner may read it. */
export async function writeLastGood(path: string, sdl: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(half, "wx", 0o600);
    try {
      await file.writeFile(`${sdl}\n# sha256 ${sha256(sdl)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

export async function readLastGood(path: string): Promise<LastGood> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? { kind: "none" } : { kind: "unusable", reason: `cannot be read (${code})` };
  }
  const end = LAST_LINE.exec(text);
  const sdl = end ? text.slice(0, end.index) : "";
  return end && sha256(sdl) === end[1]
    ? { kind: "good", sdl }
    : { kind: "unusable", reason: "is damaged: it is not the text that its last line was made for" };
}
