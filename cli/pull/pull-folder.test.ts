import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPullFolder, type PulledFiles, type PullFolder, type PullState } from "./pull-folder";
import { fileNames, PulledRows } from "./pulled-rows";

const scope = { source: "boverket", municipalities: [], isUnpublished: false };
const state: PullState = { selection: "1", source: "boverket", municipalities: [], unpublished: false, cursor: "c1" };

function filesWith(grants: readonly string[]): PulledFiles {
  const files = Object.fromEntries(fileNames.map((name) => [name, new PulledRows()])) as PulledFiles;
  for (const id of grants) files.grants.put({ id });
  return files;
}

describe("a folder of pulled files", () => {
  let path: string;
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), "kommungraf-pull-"));
  });
  afterEach(() => rm(path, { recursive: true }));

  async function at<T>(work: (folder: PullFolder) => Promise<T>): Promise<T> {
    const folder = await openPullFolder(path);
    try {
      return await work(folder);
    } finally {
      await folder.close();
    }
  }
  const text = (name: string) => readFile(join(path, name), "utf8");

  it("has nothing at first", async () => {
    expect(await at((folder) => folder.read(scope, "1"))).toEqual({ kind: "nothing" });
  });

  it("gives back what was written, sorted by id, and nothing stands beside the files", async () => {
    await at((folder) => folder.writeAnew(filesWith(["b", "a~e10", "a~e9", "a"]), state));
    expect(await text("grants.ndjson")).toBe('{"id":"a"}\n{"id":"a~e10"}\n{"id":"a~e9"}\n{"id":"b"}\n');
    expect((await readdir(path)).sort()).toEqual([...fileNames.map((name) => `${name}.ndjson`), "state.json"].sort());
    const found = await at((folder) => folder.read(scope, "1"));
    expect(found).toMatchObject({ kind: "state", state });
  });

  it.each([
    ["another source", { ...scope, source: "tillvaxtverket" }, "1"],
    ["other municipalities", { ...scope, municipalities: ["2281"] }, "1"],
    ["unpublished reports too", { ...scope, isUnpublished: true }, "1"],
    ["rows of another shape", scope, "2"],
  ])("cannot be gone on with for %s", async (_what, other, selection) => {
    await at((folder) => folder.writeAnew(filesWith([]), state));
    expect(await at((folder) => folder.read(other, selection))).toMatchObject({ kind: "unusable" });
  });

  it.each([
    ["state.json", "{"],
    ["grants.ndjson", '{"id":"a"}\n{"id":'],
    ["grant-events.ndjson", "17\n"],
  ])("cannot be gone on with when %s is not as it was written", async (name, content) => {
    await at((folder) => folder.writeAnew(filesWith(["a"]), state));
    await writeFile(join(path, name), content);
    expect(await at((folder) => folder.read(scope, "1"))).toMatchObject({
      kind: "unusable",
      reason: `${name} cannot be read`,
    });
  });

  it("cannot be gone on with when a file is gone", async () => {
    await at((folder) => folder.writeAnew(filesWith(["a"]), state));
    await rm(join(path, "grants.ndjson"));
    expect(await at((folder) => folder.read(scope, "1"))).toMatchObject({ kind: "unusable" });
  });

  it("has no cursor while everything is written anew, so that what is half written is not gone on with", async () => {
    await at((folder) => folder.writeAnew(filesWith(["a"]), state));
    const files = filesWith(["b"]);
    const broken = {
      ...files,
      "grant-events": { sortedLines: () => ["x", Symbol("no line")] },
    } as unknown as PulledFiles;
    await expect(at((folder) => folder.writeAnew(broken, { ...state, cursor: "c2" }))).rejects.toThrow(TypeError);
    expect(await text("grants.ndjson")).toBe('{"id":"b"}\n');
    expect(await at((folder) => folder.read(scope, "1"))).toEqual({ kind: "nothing" });
  });

  it("keeps the cursor of before when going on is cut off", async () => {
    await at((folder) => folder.writeAnew(filesWith(["a"]), state));
    const broken = {
      ...filesWith(["a", "b"]),
      "grant-events": { hasChanged: () => true, sortedLines: () => [Symbol("no line")] },
    } as unknown as PulledFiles;
    await expect(at((folder) => folder.write(broken, { ...state, cursor: "c2" }))).rejects.toThrow(TypeError);
    const found = await at((folder) => folder.read(scope, "1"));
    expect(found).toMatchObject({ kind: "state", state: { cursor: "c1" } });
  });

  it("is one run's at a time", async () => {
    await at(async () => {
      await writeFile(join(path, ".pulling"), String(process.ppid));
      await expect(openPullFolder(path)).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining(path) });
    });
  });

  it("is taken over from a run that was killed", async () => {
    // No process has so high a number.
    await writeFile(join(path, ".pulling"), "4194999");
    expect(await at((folder) => folder.read(scope, "1"))).toEqual({ kind: "nothing" });
  });

  it("is cleared of what a run that was killed had begun to write", async () => {
    await writeFile(join(path, ".grants.ndjson.new"), '{"id":');
    await at(async () => undefined);
    expect(await readdir(path)).toEqual([]);
  });

  const rightsOf = async (...names: string[]) => ((await stat(join(path, ...names))).mode & 0o777).toString(8);
  const onUnix = process.platform === "win32" ? it.skip : it;

  onUnix("is its owner's alone when reports that are not approved are in it, also what was there before", async () => {
    const inner = join(path, "made");
    const write = async (isPrivate: boolean, grants: readonly string[]) => {
      const folder = await openPullFolder(inner, { isPrivate });
      try {
        await folder.write(filesWith(grants), state);
      } finally {
        await folder.close();
      }
    };
    await write(true, ["a"]);
    expect(await rightsOf("made")).toBe("700");
    expect([await rightsOf("made", "grants.ndjson"), await rightsOf("made", "state.json")]).toEqual(["600", "600"]);
    await chmod(inner, 0o755);
    await chmod(join(inner, "grants.ndjson"), 0o644);
    await write(true, []);
    expect([await rightsOf("made", "grants.ndjson"), await rightsOf("made", "state.json")]).toEqual(["600", "600"]);
    // Who chose the folder may have others in it.
    expect(await rightsOf("made")).toBe("755");
  });

  it("is refused where none can be", async () => {
    await writeFile(join(path, "file"), "");
    await expect(openPullFolder(join(path, "file", "folder"))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("cannot be written (ENOTDIR)"),
    });
  });
});
