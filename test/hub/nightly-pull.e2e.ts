import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { grantFragments, reportFragments } from "../../cli/pull/follow-up-query";
import { pull } from "../../cli/pull/pull";
import { fileNames } from "../../cli/pull/pulled-rows";
import type { PullSettings } from "../../cli/pull/read-pull-options";
import type { PullOutcome } from "../../cli/pull/render-pull";
import { startChild } from "../testkit/child";
import { startTestHub, type TestHub } from "../testkit/hub";
import {
  partiesOf,
  playGrant,
  publishForms,
  registerGrant,
  type Scene,
  sandvikenPlot,
  sundsvallPlot,
} from "../testkit/play-grant";
import { faults, seededRandom, startUnreliableProxy, type UnreliableProxy } from "../testkit/unreliable-proxy";

const plots = [sundsvallPlot, sandvikenPlot];
const SEED = 20_261_122;
/** A grant of the seeds. */
const SEEDED = "2281-boverket-sundsbruk";

let hub: TestHub;
let proxy: UnreliableProxy;
let folders: string;
type Agency = Pick<PullSettings, "source" | "isUnpublished">;
const agencies: readonly Agency[] = plots.flatMap(({ source }) =>
  [true, false].map((isUnpublished) => ({ source, isUnpublished })),
);
const folderOf = (kind: string, { source, isUnpublished }: Agency) =>
  join(folders, `${kind}-${source}-${isUnpublished ? "all" : "published"}`);

/** A pull into a folder, by way of an address of the hub. */
async function run(
  agency: Agency,
  url: string,
  folder: string,
  more: Partial<PullSettings> = {},
): Promise<PullOutcome> {
  const token = await hub.issuer.token({ owner: agency.source, roles: ["reader"] });
  const settings: PullSettings = {
    ...agency,
    municipalities: [],
    folder,
    mayPullAnew: true,
    page: 3,
    milliseconds: 2000,
    attempts: 30,
    hub: { url, token },
    renewToken: undefined,
    ...more,
  };
  return pull(settings, { wait: async () => undefined });
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name !== "state.json").sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

/** What a pull of everything gives now, without anything that fails. */
async function freshFiles(agency: Agency, more: Partial<PullSettings> = {}): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(folders, "fresh-"));
  expect(await run(agency, hub.url, folder, { page: 100, ...more })).toMatchObject({ isAnew: true, retries: 0 });
  return filesIn(folder);
}

interface Listed {
  // biome-ignore lint/suspicious/noExplicitAny: rows have the shape that the query gives them
  readonly nodes: readonly any[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const rowsOf = (text: string | undefined) =>
  (text ?? "")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const runs: PullOutcome[] = [];
const scenes: Scene[] = [];
const reader = { source: "boverket", isUnpublished: true };
/** A folder as the first night left it, before anything was played. */
const firstNight = () => folderOf("first", reader);

async function pullSome(random: () => number, likelihood: number): Promise<void> {
  for (const agency of agencies) {
    if (random() < likelihood) runs.push(await run(agency, proxy.url, folderOf("nightly", agency)));
  }
}

beforeAll(async () => {
  hub = await startTestHub("seeded");
  proxy = await startUnreliableProxy({ target: hub.url, seed: SEED });
  folders = await mkdtemp(join(tmpdir(), "kommungraf-pulls-"));
  const random = seededRandom(SEED);
  await registerGrants(40);
  const plays = await Promise.all(
    plots.map(async (plot) => {
      const parties = await partiesOf(hub, plot, proxy.url);
      await publishForms(parties, plot.source);
      return playGrant(parties, plot);
    }),
  );
  await pullSome(random, 1);
  await cp(folderOf("nightly", reader), firstNight(), { recursive: true });
  const slow = await beginSlowWrite(hub.database.url);
  // The plays go on while a pull is under way.
  for (let playing = [...plays], act = 1; playing.length > 0; act += 1) {
    if (act === 10) await slow.end();
    const [next] = await Promise.all([Promise.all(playing.map((play) => play.next())), pullSome(random, 0.4)]);
    scenes.push(...next.flatMap(({ value }) => (value ? [value] : [])));
    playing = playing.filter((_, index) => !next[index]?.done);
  }
  await pullSome(random, 1);
}, 180_000);
afterAll(async () => {
  await proxy?.stop();
  await hub?.stop();
  await rm(folders, { recursive: true, force: true });
});

/** Grants that nothing more happens to, so that whoever misses one once misses it for ever. */
async function registerGrants(count: number): Promise<void> {
  const { source } = await partiesOf(hub, sundsvallPlot);
  for (let number = 1; number <= count; number += 1) {
    await registerGrant(source, { ...sundsvallPlot, name: `Bidrag ${number}` });
  }
}

/** Somebody else writes to a grant of the source, and takes long to end the transaction. */
async function beginSlowWrite(databaseUrl: string): Promise<{ end(): Promise<void> }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`UPDATE funding."grant" SET withdrawn_at = now() WHERE municipality_code = '2281' AND id = $1`, [
    SEEDED,
  ]);
  return {
    async end() {
      await client.query("COMMIT");
      await client.end();
    },
  };
}

describe("an agency's nightly pull", () => {
  it("ends with what a pull of everything gives, though 1 in 5 requests fails", async () => {
    for (const agency of agencies) {
      expect(await filesIn(folderOf("nightly", agency))).toEqual(await freshFiles(agency));
    }
    expect(scenes.filter(({ state }) => state === "CLOSED")).toHaveLength(2);
    expect(runs.filter(({ isAnew }) => isAnew)).toHaveLength(agencies.length);
    const failed = Object.values(proxy.failed());
    expect(Math.min(...failed)).toBeGreaterThan(0);
    expect(failed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(proxy.requests() / 10);
    expect(runs.reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThan(0);
  });

  it("has what the graph's own lists have, read page by page", async () => {
    for (const { source } of plots) {
      const files = await filesIn(folderOf("nightly", { source, isUnpublished: true }));
      const token = await hub.issuer.token({ owner: source, roles: ["reader"] });
      const listed = async (field: string, query: string) => {
        const rows = [];
        for (let after: string | null = null; ; ) {
          const data: Record<string, Listed> = await hub.data(query, { source, after }, token);
          const { nodes, pageInfo } = data[field] as Listed;
          rows.push(...nodes);
          if (!pageInfo.hasNextPage) return rows;
          after = pageInfo.endCursor;
        }
      };
      const grants = await listed(
        "grants",
        `query ($source: ID!, $after: String) {
          grants(filter: { sources: [$source] }, first: 10, after: $after) { nodes { ...OfGrant } pageInfo { hasNextPage endCursor } }
        } ${grantFragments}`,
      );
      const reports = await listed(
        "followUpReports",
        `query ($source: ID!, $after: String) {
          followUpReports(filter: { source: $source }, includeUnpublished: true, first: 1, after: $after) {
            nodes { ...OfReport }
            pageInfo { hasNextPage endCursor }
          }
        } ${reportFragments}`,
      );
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      // Lists leave out what is withdrawn.
      const pulled = rowsOf(files["grants.ndjson"]).filter(({ withdrawnAt }) => withdrawnAt === null);
      expect(pulled).toEqual(grants.map(({ events: _, ...grant }) => grant).sort(byId));
      const ids = new Set(grants.map(({ id }) => id));
      expect(rowsOf(files["grant-events.ndjson"]).filter(({ grant }) => ids.has(grant.id))).toEqual(
        grants.flatMap(({ id, events }) => events.map((event: object) => ({ ...event, grant: { id } }))).sort(byId),
      );
      expect(rowsOf(files["follow-up-reports.ndjson"])).toEqual(reports.sort(byId));
      expect(reports.length).toBeGreaterThan(1);
    }
  });

  it.each(faults)("is whole though half of all requests fail: %s", async (fault) => {
    const failing = await startUnreliableProxy({ target: hub.url, seed: SEED, share: 0.5, ways: [fault] });
    try {
      const folder = folderOf(fault, reader);
      await run(reader, failing.url, folder, { page: 5, milliseconds: fault === "too late" ? 1000 : 5000 });
      expect(failing.failed()[fault]).toBeGreaterThan(2);
      expect(await filesIn(folder)).toEqual(await freshFiles(reader));
    } finally {
      await failing.stop();
    }
  });

  it("has the whole life of a grant in its files, withdrawn and corrected events included", async () => {
    const files = await filesIn(folderOf("nightly", { source: "boverket", isUnpublished: true }));
    expect(Object.keys(files)).toEqual(fileNames.map((name) => `${name}.ndjson`).sort());
    const grants = rowsOf(files["grants.ndjson"]);
    expect(grants.find(({ id }) => id === SEEDED).withdrawnAt).not.toBeNull();
    const played = grants.find(({ state }) => state === "CLOSED");
    expect(played.sums).toMatchObject({
      awarded: { value: 2_800_000 },
      disbursed: { value: 2_800_000 },
      unspent: { value: 0 },
    });
    const events = rowsOf(files["grant-events.ndjson"]).filter(({ grant }) => grant.id === played.id);
    const standing = events.filter(({ correctedBy, isRetraction }) => correctedBy === null && !isRetraction);
    // Though requests were sent again that had been done, nothing was recorded twice.
    expect(standing.map(({ kind }) => kind).sort()).toEqual(
      [
        ...["CALL_PUBLISHED", "APPLICATION_SUBMITTED", "ASSESSMENT", "AWARD", "PAYMENT_CLAIM", "DISBURSEMENT"],
        ...["ALLOCATION", "CHANGE", "PROGRESS_REPORT", "SUPPLEMENT_REQUEST", "APPROVAL", "FINAL_REPORT"],
        ...["APPROVAL", "FINAL_PAYMENT", "CLOSURE"],
      ].sort(),
    );
    // The claim that was corrected, the change that was taken back with what takes it back, and the report's first version.
    expect(events.length - standing.length).toBe(4);
    const reports = rowsOf(files["follow-up-reports.ndjson"]);
    expect(reports.map(({ kind, versions }) => [kind, versions.length]).sort()).toEqual([
      ["FINAL", 1],
      ["PROGRESS", 2],
    ]);
    expect(rowsOf(files["report-templates.ndjson"]).map(({ id }) => id)).toEqual(["lagesrapport", "slutredovisning"]);
  });

  it("shows nobody else what is not published", async () => {
    const files = await filesIn(folderOf("nightly", { source: "boverket", isUnpublished: false }));
    for (const { versions, isPublished } of rowsOf(files["follow-up-reports.ndjson"])) {
      expect([isPublished, versions.length]).toEqual([true, 1]);
    }
  });

  it("says so and takes everything when the hub does not know its cursor, or stops when told to", async () => {
    const agency = { source: "boverket", isUnpublished: false };
    const folder = folderOf("restored", agency);
    await run(agency, hub.url, folder);
    const state = JSON.parse(await readFile(join(folder, "state.json"), "utf8"));
    await writeFile(join(folder, "state.json"), JSON.stringify({ ...state, cursor: "of-another-hub" }));
    const before = await filesIn(folder);
    await expect(run(agency, hub.url, folder, { mayPullAnew: false })).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining("does not take the cursor"),
    });
    expect(await filesIn(folder)).toEqual(before);
    expect(await run(agency, hub.url, folder)).toMatchObject({
      isAnew: true,
      reason: expect.stringContaining("cursor"),
    });
    expect(await filesIn(folder)).toEqual(before);
  });

  it("is refused for another agency's unpublished reports, and for a source that there is not", async () => {
    const token = await hub.issuer.token({ owner: "tillvaxtverket", roles: ["reader"] });
    const folder = folderOf("refused", { source: "boverket", isUnpublished: true });
    await expect(
      run({ source: "boverket", isUnpublished: true }, hub.url, folder, { hub: { url: hub.url, token } }),
    ).rejects.toMatchObject({ exitCode: 4 });
    await expect(
      run({ source: "boverket", isUnpublished: true }, hub.url, folder, { hub: { url: hub.url, token: undefined } }),
    ).rejects.toMatchObject({ exitCode: 4 });
    await expect(run({ source: "bovärket", isUnpublished: false }, hub.url, folder)).rejects.toMatchObject({
      exitCode: 2,
    });
  });

  it("is of one municipality alone when that is asked for, also by the municipality itself", async () => {
    const token = await hub.issuer.token({ owner: "2281", roles: ["reporter"] });
    const agency = { source: "boverket", isUnpublished: true };
    const own = { municipalities: ["2281"], hub: { url: hub.url, token } };
    const files = await freshFiles(agency, own);
    for (const { municipality } of rowsOf(files["grants.ndjson"])) expect(municipality.code).toBe("2281");
    expect(files).toEqual(await freshFiles(agency, { municipalities: ["2281"] }));
  });
});

describe("kommungraf pull", () => {
  const command = async (folder: string, url: string, env: NodeJS.ProcessEnv = {}, preload: readonly string[] = []) => {
    const token = await hub.issuer.token({ owner: reader.source, roles: ["reader"] });
    const args = ["pull", "--source", reader.source, "--unpublished", "--out", folder, "--page", "2", "--timeout", "5"];
    return startChild("cli/main.ts", args, { KOMMUNGRAF_URL: url, KOMMUNGRAF_ACCESS_TOKEN: token, ...env }, preload);
  };

  it("says what it did, and never the token", async () => {
    const folder = folderOf("command", reader);
    for (const pattern of [
      /^Everything is in .*\n +created +updated/,
      /^What changed since the last run \(0 changes\)/,
    ]) {
      const child = await command(folder, hub.url);
      expect([await child.ended(), child.output()]).toEqual([0, expect.stringMatching(pattern)]);
      expect(child.output()).not.toContain("eyJ");
    }
    expect(await filesIn(folder)).toEqual(await freshFiles(reader));
  });

  it.each([1, 1.5, 5.5])("killed at rename %s of its first run is made good by the next", async (at) => {
    const folder = folderOf(`killed-first-${at}`, reader);
    await expectKilled(folder, at);
    await run(reader, hub.url, folder);
    expect(await filesIn(folder)).toEqual(await freshFiles(reader));
  });

  it.each([1, 1.5, 4])("killed at rename %s of a later run is made good by the next", async (at) => {
    const folder = folderOf(`killed-${at}`, reader);
    await cp(firstNight(), folder, { recursive: true });
    await expectKilled(folder, at);
    expect(await run(reader, hub.url, folder)).toMatchObject({ isAnew: false });
    expect(await filesIn(folder)).toEqual(await freshFiles(reader));
  });

  async function expectKilled(folder: string, at: number): Promise<void> {
    const killed = await command(folder, hub.url, { KILL_AT_RENAME: String(at) }, ["kill-at-rename.js"]);
    await killed.ended();
    expect(killed.process.signalCode).toBe("SIGKILL");
  }
});
