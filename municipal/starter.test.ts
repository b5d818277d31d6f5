import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseYaml } from "yaml";
import { projectRoot } from "../kit/project-root";
import { createStarter, type StarterOptions } from "./create-starter";
import { startStandInHub } from "./test-support/hub-tokens";
import { probeService } from "./test-support/probe";
import { runService } from "./test-support/run-service";

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "kommungraf-starter-")));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const options = (given: Partial<StarterOptions> = {}): StarterOptions => ({
  folder: join(home, "min-subgraf"),
  owner: "sandviken",
  prefix: "sandviken",
  name: "Sandvikens kommun",
  municipalityCode: "2181",
  hubUrl: "http://localhost:4000",
  ...given,
});

/** Runs an npm script of the project with the packages of this repository. */
function run(script: string, folder: string) {
  const { NODE_OPTIONS, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync("npm", ["run", script], { cwd: folder, encoding: "utf8", env });
  return { status, output: `${stdout}${stderr}` };
}

/** Runs what `npm test` has built, as `npm start` does. */
async function serves({ folder, owner }: StarterOptions): Promise<void> {
  const hub = await startStandInHub();
  const service = await runService(join(folder, "dist", "src", "index.js"), { HUB_URL: `${hub.url}/` });
  try {
    expect(service.printed()).toContain(`Only ${hub.url} may ask.`);
    const sdl = readFileSync(join(folder, "schema.graphql"), "utf8");
    expect(await probeService(hub, owner, sdl, service.url)).toEqual([]);
  } finally {
    const code = await service.stop();
    await hub.stop();
    expect(code).toBe(0);
  }
}

describe("a starter", () => {
  it.each([
    { owner: "upplands-vasby", prefix: "upplandsVasby", name: "Upplands Väsby kommun", municipalityCode: "0114" },
    { owner: "habo-0305", prefix: "habo0305", name: "Håbo kommun", municipalityCode: "0305" },
  ])("of $owner compiles and passes its own tests, and the registry's questions when it runs", async (owner) => {
    const starter = options(owner);
    const result = createStarter(starter);
    expect(result).toMatchObject({ kind: "created" });
    symlinkSync(join(projectRoot, "node_modules"), join(starter.folder, "node_modules"));
    // Begins with the compiler, which ends it where a type is wrong.
    const { status, output } = run("test", starter.folder);
    expect([status, output]).toEqual([0, expect.stringMatching(/# fail 0/)]);
    expect(output).toMatch(/# pass 11/);
    await serves(starter);
  });

  it("leaves no placeholder and lists every file that it wrote", () => {
    const starter = options({ owner: "habo-0305", prefix: "habo0305", name: "Håbo kommun", municipalityCode: "0305" });
    const result = createStarter(starter);
    const written = readdirSync(starter.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(starter.folder.length + 1))
      .sort();
    expect(result).toEqual({ kind: "created", files: written });
    expect(written).toEqual(
      expect.arrayContaining([".env.example", ".github/workflows/publish.yml", ".gitignore", "schema.graphql"]),
    );
    for (const file of written) {
      expect([file, readFileSync(join(starter.folder, file), "utf8")]).toEqual([
        file,
        expect.not.stringMatching(/__(PREFIX|TYPE|NAME|CODE|OWNER|HUB)__/),
      ]);
    }
    const schema = readFileSync(join(starter.folder, "schema.graphql"), "utf8");
    expect(schema).toContain("  habo0305: Habo0305Municipality\n");
    expect(schema).toContain("Håbo kommun");
    expect(readFileSync(join(starter.folder, ".env.example"), "utf8")).toContain("HUB_URL=http://localhost:4000\n");
  });

  it("checks pull requests with annotations and publishes main alone", () => {
    const starter = options();
    createStarter(starter);
    const { on, jobs } = parseYaml(readFileSync(join(starter.folder, ".github/workflows/publish.yml"), "utf8"));
    expect(on.push).toEqual({ branches: ["main"] });
    const commandsOf = (job: string) => jobs[job].steps.map(({ run: command }: { run?: string }) => command).join("\n");
    expect(jobs.check.if).toMatch(/'pull_request'/);
    const checking = (preview: string) => {
      const [command = ""] = /kommungraf subgraph check .*/.exec(commandsOf("check")) ?? [];
      const env = { PATH: process.env.PATH, SUBGRAPH_PREVIEW_URL: preview };
      return spawnSync("bash", ["-c", `kommungraf() { echo "$*"; }; ${command}`], { encoding: "utf8", env }).stdout;
    };
    expect(checking("")).toBe("subgraph check --owner sandviken --schema schema.graphql --format github\n");
    expect(checking("https://preview.example/graphql")).toBe(
      "subgraph check --owner sandviken --schema schema.graphql --format github --url https://preview.example/graphql\n",
    );
    expect(jobs.publish.if).toMatch(/'push'/);
    expect(commandsOf("publish")).toMatch(/kommungraf subgraph publish --owner sandviken /);
  });

  it("needs only packages of the hub, at the same major", () => {
    const read = (file: string) => JSON.parse(readFileSync(join(projectRoot, file), "utf8"));
    const [root, starter] = [read("package.json"), read("municipal/starter/package.json")];
    const major = (range: string) => /\d+/.exec(range)?.[0];
    for (const kind of ["dependencies", "devDependencies"]) {
      for (const [name, range] of Object.entries<string>(starter[kind])) {
        expect([name, major(root[kind][name] ?? "")]).toEqual([name, major(range)]);
      }
    }
  });

  it("is made in an empty folder, and in folders that do not exist yet", () => {
    const empty = join(home, "empty");
    mkdirSync(empty);
    expect(createStarter(options({ folder: empty }))).toMatchObject({ kind: "created" });
    expect(createStarter(options({ folder: join(home, "a", "b") }))).toMatchObject({ kind: "created" });
    expect(existsSync(join(home, "a", "b", "package.json"))).toBe(true);
  });
});

describe("a starter is refused", () => {
  it("in a folder that holds something, which stays as it was", () => {
    const folder = join(home, "min-subgraf");
    mkdirSync(folder);
    writeFileSync(join(folder, "mine.txt"), "mine");
    expect(createStarter(options({ folder }))).toEqual({ kind: "refused", reason: `${folder} is not empty.` });
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });

  it("where a file stands, and where one stands oneself", () => {
    const file = join(home, "file");
    writeFileSync(file, "");
    expect(createStarter(options({ folder: file }))).toEqual({ kind: "refused", reason: `${file} is a file.` });
    expect(createStarter(options({ folder: "." }))).toMatchObject({ kind: "refused" });
  });

  it.each([
    { owner: "Upplands Väsby" },
    { owner: "../up" },
    { prefix: "upplands-vasby" },
    { municipalityCode: "21" },
    { hubUrl: "localhost:4000" },
    { hubUrl: "https://hub.example/path" },
    { name: 'A "quoted" name' },
    { name: "Two\nlines" },
  ])("for %p, with nothing written", (given) => {
    expect(createStarter(options(given))).toMatchObject({ kind: "refused", reason: expect.any(String) });
    expect(readdirSync(home)).toEqual([]);
  });

  it("leaves nothing behind when it cannot write", () => {
    const file = join(home, "file");
    writeFileSync(file, "");
    expect(() => createStarter(options({ folder: join(file, "below") }))).toThrow();
    expect(() => createStarter(options({ folder: join(home, "x".repeat(300)) }))).toThrow();
    expect(readdirSync(home)).toEqual(["file"]);
  });
});
