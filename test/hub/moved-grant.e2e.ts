import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSeeds, seedFolders } from "../../cli/load";
import { pull } from "../../cli/pull/pull";
import { fileNames } from "../../cli/pull/pulled-rows";
import type { PullSettings } from "../../cli/pull/read-pull-options";
import { silentLogger } from "../testkit/database";
import { startTestHub, type TestHub } from "../testkit/hub";
import { until } from "../testkit/until";

const GRANT = "2281-boverket-sundsbruk";

let hub: TestHub;
let folders: string;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  folders = await mkdtemp(join(tmpdir(), "kommungraf-moved-"));
});
afterAll(async () => {
  await hub?.stop();
  await rm(folders, { recursive: true, force: true });
});

const pullOf = (source: string, folder = source) => {
  const settings: PullSettings = {
    source,
    municipalities: [],
    isUnpublished: false,
    folder: join(folders, folder),
    mayPullAnew: true,
    page: 100,
    milliseconds: 10_000,
    attempts: 2,
    hub: { url: hub.url, token: undefined },
    renewToken: undefined,
  };
  return pull(settings);
};
const text = (folder: string, name: string) => readFile(join(folders, folder, `${name}.ndjson`), "utf8");
const linesOf = async (folder: string, name: string) =>
  (await text(folder, name))
    .split("\n")
    .filter((line) => line.includes(`"${GRANT}"`))
    .map((line): { id: string } => JSON.parse(line));

/** The municipality delivers that the grant is of another source. */
async function moveGrant(): Promise<void> {
  const folder = join(folders, "delivery");
  const seeds = seedFolders().find((one) => one.endsWith("2281-sundsvall")) ?? "";
  await cp(seeds, folder, { recursive: true });
  const edit = async (file: string, change: (line: string) => string) => {
    const lines = (await readFile(join(folder, file), "utf8")).split("\n");
    await writeFile(join(folder, file), lines.map(change).filter(Boolean).join("\n"));
  };
  await edit("grants.csv", (line) => line.replace(",boverket,sfs-2020-1202,INFERRED,", ",tillvaxtverket,,,"));
  await edit("sources.csv", (line) => (line.startsWith(`grants,${GRANT},programme,`) ? "" : line));
  await edit("quality-notes.csv", (line) => (line.includes(`,grants,${GRANT},programme,`) ? "" : line));
  await loadSeeds(hub.database.url, silentLogger, [folder]);
}

it("a grant that comes to another source leaves the copy of the one before, with its events, and is in that of the other", async () => {
  for (const source of ["boverket", "tillvaxtverket"]) await pullOf(source);
  expect([await linesOf("boverket", "grants"), await linesOf("boverket", "grant-events")]).toEqual([
    [expect.objectContaining({ id: GRANT })],
    [expect.objectContaining({ id: `${GRANT}-beviljat` })],
  ]);
  await moveGrant();
  // The feed waits for transactions of other tests.
  await until("the change", async () => (await pullOf("tillvaxtverket")).changes > 0);
  expect(await pullOf("boverket")).toMatchObject({ isAnew: false, files: { grants: { withdrawn: 1 } } });
  for (const name of ["grants", "grant-events"]) {
    expect(await linesOf("boverket", name)).toEqual([]);
    expect(await linesOf("tillvaxtverket", name)).toHaveLength(1);
  }
  const potOf = async (source: string) => [
    (await text(source, "pots")).includes('"2181-potten-2020"'),
    (await text(source, "allocations")).includes('"2181-familjepedagog-2020"'),
  ];
  expect([await potOf("tillvaxtverket"), await potOf("boverket")]).toEqual([
    [true, true],
    [false, false],
  ]);
  // A pull of everything, which is told of the grant too, ends with the same.
  for (const source of ["boverket", "tillvaxtverket"]) {
    await pullOf(source, `${source}-anew`);
    for (const name of fileNames) {
      expect(await text(`${source}-anew`, name)).toBe(await text(source, name));
    }
  }
});
