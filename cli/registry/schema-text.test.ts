import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "./failure";
import { askForSchema, readSchemaFile } from "./schema-text";

const sdl = 'type Query {\n  "Mötesplatser."\n  sandviken: String\n}\n';

describe("a schema's file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kommungraf-schema-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (bytes: Buffer | string) => {
    const path = join(folder, "schema.graphql");
    writeFileSync(path, bytes);
    return path;
  };

  it.each([
    ["as it was written", sdl],
    ["without the mark at its beginning", `\uFEFF${sdl}`],
  ])("is read %s", async (_how, text) => {
    const path = file(text);
    expect(await readSchemaFile(path)).toEqual({ sdl, file: path });
  });

  it.each<[what: string, bytes: Buffer, told: string]>([
    ["Latin-1", Buffer.from(sdl, "latin1"), "is not UTF-8; save it as UTF-8."],
    ["UTF-16", Buffer.from(`\uFEFF${sdl}`, "utf16le"), "is not UTF-8; save it as UTF-8."],
    ["UTF-16 without a mark", Buffer.from("type Query { sandviken: Int }", "utf16le"), "is not UTF-8;"],
    ["nothing", Buffer.from("\n"), "is empty."],
  ])("is refused in %s, so that no other letters are published than were written", async (_what, bytes, told) => {
    const path = file(bytes);
    await expect(readSchemaFile(path)).rejects.toMatchObject({
      exitCode: exitCodes.wrongUse,
      message: expect.stringContaining(`--schema: ${path} ${told}`),
    });
  });

  it("is refused when it is a folder", async () => {
    await expect(readSchemaFile(folder)).rejects.toThrow(`--schema: ${folder} cannot be read (it is a folder).`);
  });
});

describe("a schema that an endpoint tells", () => {
  let server: Server;
  let answer: Buffer;
  let url: string;
  beforeAll(async () => {
    server = createServer((_, response) => response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("is read as UTF-8 and as nothing else", async () => {
    const text = JSON.stringify({ data: { _service: { sdl } } });
    answer = Buffer.from(text);
    expect(await askForSchema(url)).toEqual({ sdl });
    answer = Buffer.from(text, "latin1");
    await expect(askForSchema(url)).rejects.toMatchObject({
      exitCode: exitCodes.wrongUse,
      message: expect.stringContaining("does not tell its schema: its answer is not UTF-8."),
    });
  });
});
