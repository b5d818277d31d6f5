import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../kit/project-root";
import { type Child, startChild } from "../testkit/child";
import { createTestDatabase } from "../testkit/database";

const READY = /Kommungraf is ready: open (http:\/\/localhost:\d+)\/graphql/;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the query gives them
async function ask(url: string, query: string): Promise<any> {
  const response = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`);
  return ((await response.json()) as { data: unknown }).data;
}

const countInitiatives = async (url: string) => (await ask(url, "{ initiatives { totalCount } }")).initiatives;

const keysOf = async (url: string) => (await fetch(`${url}/.well-known/jwks.json`)).json();

const permalinkOf = async (url: string) =>
  (await ask(url, "{ comparison(input: { measure: INITIATIVE_COUNT, groupBy: [] }) { permalink } }")).comparison
    .permalink;

describe("npm start", () => {
  let folder: string;
  const running: Child[] = [];
  const start = (env: NodeJS.ProcessEnv, preload: readonly string[] = []) => {
    const child = startChild(
      "cli/main.ts",
      ["start"],
      { PORT: "0", DATA_DIRECTORY: join(folder, "data"), ...env },
      preload,
    );
    running.push(child);
    return child;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kommungraf-start-"));
  });
  afterEach(async () => {
    for (const child of running.splice(0)) if (child.process.exitCode === null) await child.stop("SIGKILL");
  });
  afterAll(async () => {
    await startChild("cli/main.ts", ["reset"], { DATA_DIRECTORY: join(folder, "data") }).ended();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says in one line where to look and in another how to get an access token, serves the four municipalities, and keeps its data for the next start", async () => {
    const first = start({});
    const [, url = ""] = await first.saw(READY);
    expect(await countInitiatives(url)).toEqual({ totalCount: 41 });
    expect(first.output().trim().split("\n")).toEqual([
      expect.stringMatching(READY),
      expect.stringContaining("npx kommungraf access-token 2281"),
    ]);
    const keys = await keysOf(url);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect(await first.stop("SIGINT")).toBe(0);

    const second = start({});
    const [, again = ""] = await second.saw(READY);
    expect(await countInitiatives(again)).toEqual({ totalCount: 41 });
    // Owners that know the hub by its keys still know it.
    expect(await keysOf(again)).toEqual(keys);
    expect(await second.stop()).toBe(0);
  });

  it("runs twice at once on one database, and comes back after kill -9", async () => {
    const [one, two] = [start({}), start({})];
    const [[, first = ""], [, second = ""]] = await Promise.all([one.saw(READY), two.saw(READY)]);
    await one.stop("SIGKILL");
    expect(first).not.toBe(second);
    expect(await countInitiatives(second)).toEqual({ totalCount: 41 });
    await two.stop("SIGKILL");
    const [, third = ""] = await start({}).saw(READY);
    expect(await countInitiatives(third)).toEqual({ totalCount: 41 });
  });

  it("keeps what it has reported as loaded when the database is killed the moment after", async () => {
    const hub = start({});
    await hub.saw(READY);
    const delivery = join(folder, "delivery");
    cpSync(join(projectRoot, "seeds", "0480-nykoping"), delivery, { recursive: true });
    const descriptor = JSON.parse(readFileSync(join(delivery, "datapackage.json"), "utf8"));
    writeFileSync(join(delivery, "datapackage.json"), JSON.stringify({ ...descriptor, name: "our-own-delivery" }));
    const load = startChild("cli/main.ts", ["load", delivery], { DATA_DIRECTORY: join(folder, "data") });
    await load.saw(/our-own-delivery: \d+ records/);
    const [postmaster = ""] = readFileSync(join(folder, "data", "postgres", "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(postmaster), "SIGKILL");
    await load.ended();
    await hub.stop("SIGKILL");

    const [, url = ""] = await start({}).saw(READY);
    const query = '{ municipality(code: "0480") { supply { name result } } }';
    const response = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`);
    expect(await response.json()).toMatchObject({
      data: { municipality: { supply: [{ name: "our-own-delivery", result: "ACCEPTED" }] } },
    });
  });

  it("opens no connection beyond the database and its own subgraphs, whatever the environment says", async () => {
    const database = await createTestDatabase("migrated");
    const record = join(folder, "connections");
    writeFileSync(record, "");
    const child = start(
      {
        DATABASE_URL: database.url,
        RECORD_FILE: record,
        APOLLO_KEY: "service:kommungraf:not-a-key",
        APOLLO_GRAPH_REF: "kommungraf@current",
        APOLLO_TELEMETRY_DISABLED: "false",
        HTTP_PROXY: "http://proxy.invalid:3128",
        NODE_ENV: "production",
      },
      ["connection-recorder.js"],
    );
    const [, url = ""] = await child.saw(READY);
    expect(await countInitiatives(url)).toEqual({ totalCount: 41 });
    await (await fetch(`${url}/health/ready`)).text();
    expect(await child.stop()).toBe(0);
    await database.drop();
    const made = readFileSync(record, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { kind: string; what: string });
    const databaseHost = new URL(database.url).host;
    expect(made.filter(({ what }) => what === databaseHost).length).toBeGreaterThan(0);
    // The rest goes to the subgraphs, which listen on loopback.
    expect(made.filter(({ kind, what }) => kind !== "connect" || !/^(127\.0\.0\.1|localhost):\d+$/.test(what))).toEqual(
      [],
    );
  });

  it.each(["0.0.0.0", "::"])("shows an address that can be opened when it listens on %s", async (HOST) => {
    const child = start({ HOST });
    const [, url = ""] = await child.saw(READY);
    expect(await countInitiatives(url)).toEqual({ totalCount: 41 });
    expect(await permalinkOf(url)).toMatch(new RegExp(`^${url}/comparisons/`));
    expect(await child.stop()).toBe(0);
  });

  it("puts PUBLIC_URL into permalinks", async () => {
    const child = start({ PUBLIC_URL: "https://hub.example" });
    const [, url = ""] = await child.saw(READY);
    expect(await permalinkOf(url)).toMatch(/^https:\/\/hub\.example\/comparisons\//);
    expect(await child.stop()).toBe(0);
  });

  it("names every mistake in the environment at once and starts nothing", async () => {
    const child = start({ PORT: "http", DATABASE_URL: "mysql://db", LOG_LEVEL: "loud", REQUEST_TIMEOUT_MS: "-1" });
    expect(await child.ended()).toBe(1);
    expect(child.output()).toMatch(/4 mistake\(s\)/);
    for (const name of ["PORT", "DATABASE_URL", "LOG_LEVEL", "REQUEST_TIMEOUT_MS"])
      expect(child.output()).toContain(name);
  });
});

describe("npm run subgraph", () => {
  it("serves one subgraph alone over HTTP", async () => {
    const database = await createTestDatabase("seeded");
    const child = startChild("cli/main.ts", ["subgraph", "areas"], { PORT: "0", DATABASE_URL: database.url });
    const [, url = ""] = await child.saw(/"url":"(http:[^"]+\/graphql)"/);
    const query = '{ _service { sdl } areas(filter: { text: "Valsta" }) { nodes { id } } }';
    const { data } = (await (await fetch(`${url}?${new URLSearchParams({ query })}`)).json()) as {
      data: { _service: { sdl: string }; areas: { nodes: { id: string }[] } };
    };
    expect(data._service.sdl).toContain("type Area");
    expect(data.areas.nodes.map(({ id }) => id)).toContain("0191-valsta");
    expect(await child.stop()).toBe(0);
    await database.drop();
  });

  it("names the subgraphs there are when asked for another", async () => {
    const child = startChild("cli/main.ts", ["subgraph", "weather"]);
    expect(await child.ended()).toBe(2);
    expect(child.output()).toContain("areas, organisations, initiatives, funding, comparisons");
  });
});
