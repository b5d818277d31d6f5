import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSealedBox, sealedBoxKeyVariable } from "./sealed-box";

const key = randomBytes(32).toString("base64");
const box = createSealedBox({ key });

it("opens what it sealed, also after a restart with the same key, and seals the same text differently each time", async () => {
  const sealed = [await box.seal("åäö whsec_x", "a"), await box.seal("åäö whsec_x", "a")];
  expect(new Set(sealed).size).toBe(2);
  expect(sealed.join()).not.toContain("whsec");
  for (const one of sealed) expect(await createSealedBox({ key }).open(one, "a")).toBe("åäö whsec_x");
});

it("does not open for another purpose, with another key, or what has been altered", async () => {
  const sealed = await box.seal("secret", "a");
  await expect(box.open(sealed, "b")).rejects.toThrow();
  await expect(createSealedBox().open(sealed, "a")).rejects.toThrow();
  for (const altered of [
    sealed.slice(0, -4),
    `${sealed.slice(0, 8)}${sealed[8] === "A" ? "B" : "A"}${sealed.slice(9)}`,
    "",
    "v1.",
  ]) {
    await expect(box.open(altered, "a")).rejects.toThrow();
  }
});

it("keeps the key that it makes in a file that others cannot read, the same for all who make it at once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sealed-"));
  const file = join(folder, "deeper", "key");
  const sealed = await Promise.all([1, 2, 3].map((n) => createSealedBox({ file }).seal(`text ${n}`, "a")));
  const later = createSealedBox({ file });
  expect(await Promise.all(sealed.map((one) => later.open(one, "a")))).toEqual(["text 1", "text 2", "text 3"]);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect((await readFile(file, "utf8")).length).toBe(44);
  await writeFile(file, "not a key");
  await expect(createSealedBox({ file }).seal("text", "a")).rejects.toThrow(`${file} is not 32 bytes in base64.`);
  await rm(folder, { recursive: true });
});

it("takes 32 bytes in base64 as a variable and nothing else", () => {
  expect(sealedBoxKeyVariable.safeParse(key).success).toBe(true);
  for (const wrong of ["", "secret", randomBytes(31).toString("base64"), `${key}x`, randomBytes(32).toString("hex")]) {
    expect(sealedBoxKeyVariable.safeParse(wrong).success).toBe(false);
  }
});
