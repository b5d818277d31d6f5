import { buffer } from "node:stream/consumers";
import { Zstd } from "@hpcc-js/wasm-zstd";
import { zstdOf } from "./zstd";

async function* chunksOf(text: string, times: number): AsyncGenerator<Buffer> {
  for (let made = 0; made < times; made += 1) yield Buffer.from(`${text} ${made}\n`.repeat(500));
}

async function unpacked(packed: Buffer): Promise<string> {
  return Buffer.from((await Zstd.load()).decompress(packed)).toString();
}

const whole = async (text: string, times: number) => (await buffer(chunksOf(text, times))).toString();

it("packs as Zstandard, which unpacks to the same", async () => {
  const packed = await buffer(zstdOf(chunksOf("insats i Nacksta", 20)));
  expect(packed.readUInt32LE()).toBe(0xfd2fb528);
  expect(packed.length).toBeLessThan(20_000);
  expect(await unpacked(packed)).toBe(await whole("insats i Nacksta", 20));
});

it("packs nothing as an empty frame", async () => {
  expect(await unpacked(await buffer(zstdOf(chunksOf("", 0))))).toBe("");
});

it("packs several at the same time, each by itself", async () => {
  const texts = ["Nacksta", "Ljusne", "Valsta", "Brynäs"];
  const all = await Promise.all(texts.map(async (text) => unpacked(await buffer(zstdOf(chunksOf(text, 15))))));
  expect(all).toEqual(await Promise.all(texts.map((text) => whole(text, 15))));
});

it("lets go of its stream when the bytes fail", async () => {
  async function* failing(): AsyncGenerator<Buffer> {
    yield Buffer.from("x");
    throw new Error("the rows failed");
  }
  await expect(buffer(zstdOf(failing()))).rejects.toThrow("the rows failed");
  expect(await unpacked(await buffer(zstdOf(chunksOf("after", 2))))).toBe(await whole("after", 2));
});
