import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "../../cli/registry/test-support/run-cli";
import { shownUrl } from "../../cli/shown-url";
import { projectRoot } from "../../kit/project-root";
import { startTestHub, type TestHub } from "../testkit/hub";
import { until } from "../testkit/until";

const QUERY = '{ municipality(code: "2181") { name sandviken { meetingPlaces { id isExample } } } }';

/** Installs nothing: the project gets the packages of this repository. */
function build(folder: string): Promise<void> {
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  const npm = spawn("npm", ["run", "build"], { cwd: folder, stdio: "ignore" });
  return once(npm, "close").then(([code]) => {
    if (code !== 0) throw new Error(`The project does not build: ${code}`);
  });
}

async function serve(folder: string, hubUrl: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["dist/src/index.js"], {
    cwd: folder,
    env: { PORT: "0", HUB_URL: hubUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of child.stdout) {
    said += chunk;
    const [url] = /http:\/\/\S+\/graphql/.exec(said) ?? [];
    if (url !== undefined) return { process: child, url };
  }
  throw new Error(`The project does not start; it said: ${said}`);
}

describe("a municipality that publishes its own subgraph", () => {
  let hub: TestHub;
  let hubUrl: string;
  let folder: string;
  let project: string;
  let subgraph: { process: ChildProcess; url: string };
  let token: string;
  beforeAll(async () => {
    hub = await startTestHub("seeded");
    // The name that the hub's tokens carry and that its people use.
    hubUrl = shownUrl(hub.url);
    folder = mkdtempSync(join(tmpdir(), "kommungraf-publish-"));
    project = join(folder, "sandviken");
    expect(await run(["subgraph", "init", project, "--owner", "Sandviken"])).toMatchObject({ exit: 0, err: "" });
    await build(project);
    subgraph = await serve(project, hubUrl);
    const made = await run(["token", "create", "sandviken"], { DATABASE_URL: hub.database.url });
    expect(made).toMatchObject({ exit: 0, out: expect.stringMatching(/^kgt_[a-z2-7]{12}_[\w-]{43}\n$/) });
    token = made.out.trim();
  }, 120_000);
  afterAll(async () => {
    subgraph?.process.kill();
    await hub?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    runCli(args, { KOMMUNGRAF_URL: hubUrl, ...env });
  const asSandviken = (...args: string[]) => run(args, { KOMMUNGRAF_TOKEN: token });
  const submitting = (command: string, ...more: string[]) =>
    asSandviken("subgraph", command, "--schema", join(project, "schema.graphql"), "--url", subgraph.url, ...more);
  const fieldsAre = (what: "there" | "gone") =>
    until(`Sandviken's fields are ${what}`, async () => {
      const { errors } = await hub.ask(QUERY);
      const isUnknown = errors?.some(({ extensions }) => extensions.code === "GRAPHQL_VALIDATION_FAILED") ?? false;
      return what === "gone" ? isUnknown : errors === undefined;
    });
  const listed = async () => JSON.parse((await run(["subgraph", "list", "--json"])).out);

  it("is told what a publish would come to, and nothing is changed by that", async () => {
    const { exit, out, err } = await submitting("check");
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(/It can be published/);
    expect(await listed()).toEqual([]);
  });

  it("is told of every mistake with its line, as annotations for GitHub Actions, and nothing is published", async () => {
    const file = join(folder, "wrong.graphql");
    const schema = readFileSync(join(project, "schema.graphql"), "utf8");
    writeFileSync(
      file,
      schema.replace("type SandvikenArea", "type StadsdelArea").replace(": SandvikenArea", ": StadsdelArea"),
    );
    const args = ["subgraph", "publish", "--schema", file, "--url", subgraph.url];
    const { exit, out } = await asSandviken(...args, "--format", "github");
    expect(exit).toBe(1);
    const line =
      readFileSync(file, "utf8")
        .split("\n")
        .findIndex((text) => text.startsWith("type StadsdelArea")) + 1;
    expect(out).toMatch(new RegExp(`^::error file=${file},line=${line},col=\\d+,title=\\w+::.*StadsdelArea`, "m"));
    expect(await listed()).toEqual([]);
  });

  it("is answered through the hub as soon as it has published, without anything being started anew", async () => {
    const { exit, out, err } = await submitting("publish", "--message", "Första");
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Version 1 of sandviken is live/m);
    // At once: the command ends when the hub serves what was published.
    const { municipality } = await hub.data(QUERY);
    expect(municipality.name).toBe("Sandviken");
    expect(municipality.sandviken.meetingPlaces.length).toBeGreaterThan(0);
    expect(municipality.sandviken.meetingPlaces[0]).toMatchObject({ isExample: true });
    const ready = (await (await fetch(`${hub.url}/health/ready`)).json()) as { subgraphs: object };
    // No owner can make the hub not ready.
    expect(Object.keys(ready.subgraphs).sort()).toEqual(Object.keys(hub.subgraphUrls).sort());
    expect(await submitting("publish")).toMatchObject({ exit: 0, out: expect.stringContaining("nothing was changed") });
    expect(await listed()).toMatchObject([{ name: "sandviken", live: 1, standing: { state: "WELL" } }]);
  });

  it("can go back to an earlier version, take itself out, and come back", async () => {
    const second = [`${subgraph.url}?second`, "--message", "Andra"];
    const args = ["subgraph", "publish", "--schema", join(project, "schema.graphql"), "--url", ...second];
    expect(await asSandviken(...args)).toMatchObject({ exit: 0, out: expect.stringMatching(/^Version 2 /m) });
    expect(await asSandviken("subgraph", "rollback", "sandviken")).toMatchObject({ exit: 0, err: "" });
    const shown = await run(["subgraph", "show", "sandviken"]);
    expect(shown.out).toMatch(/^1 \(live\) .*Första$/m);
    expect(shown.out).toMatch(/^2 .*Andra$/m);
    const sdl = await run(["subgraph", "show", "sandviken", "--sdl"]);
    expect(sdl.out).toBe(readFileSync(join(project, "schema.graphql"), "utf8"));

    const removed = await asSandviken("subgraph", "remove", "sandviken", "--yes", "--json");
    expect([removed.exit, removed.err, JSON.parse(removed.out)]).toMatchObject([
      0,
      "",
      { kind: "switched", served: true },
    ]);
    await fieldsAre("gone");
    expect((await hub.ask('{ municipality(code: "2181") { name } }')).errors).toBeUndefined();
    expect(await asSandviken("subgraph", "rollback", "sandviken", "--to", "2")).toMatchObject({ exit: 0 });
    await fieldsAre("there");
    expect(await asSandviken("subgraph", "rollback", "sandviken", "--to", "9")).toMatchObject({ exit: 1, out: "" });
  });

  it("cannot be touched with another's token, one that was revoked, or none", async () => {
    const made = await run(["token", "create", "sigtuna"], { DATABASE_URL: hub.database.url });
    const others = made.out.trim();
    const [, id = ""] = others.split("_");
    const removing = ["subgraph", "remove", "sandviken", "--yes"];
    const refused = await run(removing, { KOMMUNGRAF_TOKEN: others });
    expect(refused).toMatchObject({
      exit: 4,
      out: "",
      err: expect.stringMatching(/^kommungraf subgraph remove: .*\n$/),
    });
    const revoked = await run(["token", "revoke", id], { DATABASE_URL: hub.database.url });
    expect(revoked).toMatchObject({ exit: 0 });
    expect(
      await run(
        ["subgraph", "check", "--owner", "sigtuna", "--url", subgraph.url, "--schema", join(project, "schema.graphql")],
        { KOMMUNGRAF_TOKEN: others },
      ),
    ).toMatchObject({ exit: 4 });
    expect(await run(removing)).toMatchObject({ exit: 4 });
    for (const { out, err } of [made, refused, revoked])
      expect(`${err}${out.replace(others, "")}`).not.toContain(others);
    expect((await hub.ask(QUERY)).errors).toBeUndefined();
  });

  it("leaves the whole to the operator, who can take the hub back with one command", async () => {
    expect(await asSandviken("supergraph", "rollback")).toMatchObject({ exit: 4 });
    const operator = (await run(["token", "create", "kommungraf"], { DATABASE_URL: hub.database.url })).out.trim();
    const history = JSON.parse((await run(["supergraph", "history", "--json"])).out);
    const first = history.at(-1).supergraph;
    const back = await run(["supergraph", "rollback", "--to", String(first)], { KOMMUNGRAF_TOKEN: operator });
    expect(back).toMatchObject({ exit: 0, out: expect.stringContaining(`supergraph ${first} `) });
    await fieldsAre("gone");
    expect((await run(["supergraph", "show"])).out).toMatch(new RegExp(`^Supergraph ${first} .* 0 owners`));
    const hosts = ["subgraph", "hosts", "sigtuna"];
    const set = await run([...hosts, "*.sigtuna.se"], { DATABASE_URL: hub.database.url });
    expect(set).toMatchObject({ exit: 0, out: "sigtuna may publish at *.sigtuna.se.\n" });
    expect(set.err).toMatch(/^Database: .* \(DATABASE_URL\)\.\n$/);
    expect((await run(hosts, { KOMMUNGRAF_TOKEN: operator })).out).toBe(set.out);
    expect(await run([...hosts, "*"], { DATABASE_URL: hub.database.url })).toMatchObject({ exit: 2, out: "" });
    const tokens = await run(["token", "list"], { KOMMUNGRAF_TOKEN: operator });
    expect(tokens.out).toMatch(/ sigtuna +revoked /);
    expect(tokens.out).toMatch(/ sandviken +valid /);
  });
});
