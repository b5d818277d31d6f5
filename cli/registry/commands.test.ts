import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { runCli } from "./test-support/run-cli";

const token = "kgt_aaaabbbbcccc_bm90LWEtc2VjcmV0";
const sdl = 'type Query {\n  "Mötesplatser."\n  plats: String\n}\n';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const finding = {
  code: "FIELD_NAME",
  severity: "ERROR",
  message: "The field plats does not begin with sandviken.",
  remedy: "Name it sandvikenPlats.",
  coordinate: "Query.plats",
  line: 3,
  column: 3,
};
const rejected = { kind: "rejected", findings: [finding], changes: [] };
const published = {
  kind: "published",
  version: 3,
  supergraph: { number: 12, hash: "0123456789abcdef" },
  findings: [],
  changes: [{ criticality: "SAFE", coordinate: "Query.sandvikenPlats", message: "Added.", isUsed: false }],
};
const problem = (detail: string) => ({ type: "urn:problem-type:kommungraf:x", title: "X", status: 0, detail });

describe("the commands of the registry", () => {
  let folder: string;
  let schema: string;
  let server: Server;
  let url: string;
  let answers: Record<string, Answer>;
  /** What happens when something has been asked. */
  let then: Record<string, () => void>;
  const asked: { what: string; body: unknown; authorization: string | undefined }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kommungraf-commands-"));
    schema = join(folder, "schema.graphql");
    writeFileSync(schema, sdl);
    server = createServer(async (request, response) => {
      const what = `${request.method} ${request.url}`;
      const body = await text(request);
      asked.push({ what, body: body && JSON.parse(body), authorization: request.headers.authorization });
      const { status, body: answer } = answers[what] ?? { status: 404, body: problem(`There is nothing at ${what}.`) };
      then[what]?.();
      response.writeHead(status).end(JSON.stringify(answer));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked.length = 0;
    then = {};
    answers = {
      "GET /registry/tokens": { status: 200, body: [{ id: "aaaabbbbcccc", owner: "sandviken" }] },
      "POST /graphql": { status: 200, body: { data: { _service: { sdl } } } },
      "GET /health/ready": { status: 200, body: { status: "ready", supergraph: published.supergraph.hash } },
    };
  });
  afterAll(async () => {
    server.closeAllConnections();
    await once(server.close(), "close");
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    runCli(args, { KOMMUNGRAF_URL: url, KOMMUNGRAF_TOKEN: token, ...env });
  const publishing = (...more: string[]) => [
    ...["subgraph", "publish", "--url", "https://graf.sandviken.se/graphql", "--schema", schema],
    ...more,
  ];
  const answerPublish = (status: number, body: unknown) => {
    answers["POST /registry/subgraphs/sandviken/versions"] = { status, body };
  };

  it("publish for the token's owner when none is named", async () => {
    answerPublish(201, published);
    const { exit, out, err } = await run(publishing("--message", "Mötesplatser", "--force"));
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toBe(
      "Changes to the public schema: 1 safe\n\nVersion 3 of sandviken is live: supergraph 12 (0123456789ab).\n",
    );
    expect(asked.at(-1)?.what).toBe("GET /health/ready");
    expect(asked.at(-2)).toEqual({
      what: "POST /registry/subgraphs/sandviken/versions",
      body: { sdl, routingUrl: "https://graf.sandviken.se/graphql", message: "Mötesplatser", force: true },
      authorization: `Bearer ${token}`,
    });
  });

  it("end a publish or a rollback when the hub serves it, and tell programs that it does", async () => {
    answerPublish(201, published);
    const { out } = await run(publishing("--json"));
    expect(JSON.parse(out)).toEqual({ ...published, served: true });
    const switched = { kind: "switched", activation: { number: 9, supergraph: 12 }, hash: published.supergraph.hash };
    answers["POST /registry/subgraphs/sandviken/rollback"] = { status: 200, body: switched };
    expect(await run(["subgraph", "rollback", "sandviken"])).toEqual({
      exit: 0,
      out: "The version before is live again for sandviken: supergraph 12 (0123456789ab).\n",
      err: "",
    });
  });

  it("say so when the hub does not tell what it serves, and do not call it live", async () => {
    answerPublish(201, published);
    answers["GET /health/ready"] = { status: 200, body: { status: "ready", supergraph: 12 } };
    const { exit, out, err } = await run(publishing());
    expect([exit, err]).toEqual([
      0,
      `The registry has switched; whether it is served yet is not told at ${url}/health/ready.\n`,
    ]);
    expect(out).toContain("Version 3 of sandviken is published: supergraph 12 (0123456789ab).");
    const programs = await run(publishing("--json"));
    expect(JSON.parse(programs.out)).toMatchObject({ kind: "published", served: false });
  });

  it("do not wait when told not to", async () => {
    const removed = { kind: "switched", activation: { number: 9, supergraph: 13 }, hash: "not served" };
    answers["DELETE /registry/subgraphs/sandviken"] = { status: 200, body: removed };
    const removing = ["subgraph", "remove", "sandviken", "--yes", "--no-wait"];
    expect(await run(removing)).toEqual({
      exit: 0,
      out: "The registry has switched: supergraph 13 (not served).\n",
      err: "",
    });
    expect(asked.map(({ what }) => what)).toEqual(["DELETE /registry/subgraphs/sandviken"]);
    expect(JSON.parse((await run([...removing, "--json"])).out)).toEqual(removed);
  });

  it("tell what a switch breaks of what is asked for, and what a rollback of all undid", async () => {
    const switched = { kind: "switched", activation: { number: 9, supergraph: 13 }, hash: "not served" };
    const change = (field: string, isUsed: boolean) => ({
      criticality: "BREAKING",
      coordinate: `SandvikenNeed.${field}`,
      message: `Field '${field}' was removed from object type 'SandvikenNeed'`,
      isUsed,
    });
    const changes = [change("persons", true), change("homes", false)];
    answers["POST /registry/subgraphs/sandviken/rollback"] = { status: 200, body: { ...switched, changes } };
    expect((await run(["subgraph", "rollback", "sandviken", "--no-wait"])).out).toBe(
      `Changes to the public schema: 2 breaking
  breaking Field 'persons' was removed from object type 'SandvikenNeed' (in use)
  breaking Field 'homes' was removed from object type 'SandvikenNeed' (not in use)

The registry has switched: supergraph 13 (not served).
1 of these changes breaks what somebody has asked for of late.
`,
    );
    const undone = { reason: "PUBLISHED", owner: "sandviken" };
    answers["POST /registry/supergraphs/rollback"] = { status: 200, body: { ...switched, undone } };
    expect((await run(["supergraph", "rollback", "--no-wait"])).out).toBe(
      "The registry has switched: supergraph 13 (not served).\nWhat it undid: PUBLISHED of sandviken.\n",
    );
  });

  it("show and set the hosts of an owner", async () => {
    const path = "/registry/subgraphs/sandviken/hosts";
    answers[`GET ${path}`] = { status: 200, body: { owner: "sandviken", hosts: null } };
    answers[`PUT ${path}`] = { status: 200, body: { owner: "sandviken", hosts: ["*.sandviken.se"] } };
    expect(await run(["subgraph", "hosts", "Sandviken"])).toEqual({
      exit: 0,
      out: "sandviken may publish at any public host.\n",
      err: "",
    });
    expect(await run(["subgraph", "hosts", "2181", "*.Sandviken.se"])).toEqual({
      exit: 0,
      out: "sandviken may publish at *.sandviken.se.\n",
      err: "",
    });
    await run(["subgraph", "hosts", "sandviken", "--any"]);
    expect(asked.map(({ what, body }) => [what, body])).toEqual([
      [`GET ${path}`, ""],
      [`PUT ${path}`, { hosts: ["*.sandviken.se"] }],
      [`PUT ${path}`, { hosts: null }],
    ]);
    answers[`PUT ${path}`] = { status: 403, body: problem("Only the hub's operator may do this.") };
    const refused = await run(["subgraph", "hosts", "sandviken", "--any"]);
    expect(refused).toMatchObject({
      exit: 4,
      err: expect.stringMatching(/operator may do this\. KOMMUNGRAF_TOKEN is set, /),
    });
  });

  it("take the schema from the endpoint, and the token from a file", async () => {
    answers["POST /registry/check"] = { status: 200, body: { kind: "passed", findings: [], changes: [] } };
    const file = join(folder, "token");
    writeFileSync(file, `${token}\n`);
    const args = ["subgraph", "check", "--url", `${url}/graphql`, "--owner", "Sandviken", "--token-file", file];
    const { exit, out, err } = await run(args, { KOMMUNGRAF_TOKEN: "" });
    expect([exit, out, err]).toEqual([0, "It can be published.\n", ""]);
    expect(asked.map(({ what }) => what)).toEqual(["POST /graphql", "POST /registry/check"]);
    expect(asked[0]).toMatchObject({ body: { query: "{ _service { sdl } }" }, authorization: undefined });
    expect(asked[1]).toMatchObject({
      body: { sdl, routingUrl: `${url}/graphql`, owner: "sandviken" },
      authorization: `Bearer ${token}`,
    });
  });

  it("check a schema alone, before anything is deployed", async () => {
    answers["POST /registry/check"] = { status: 200, body: { kind: "passed", findings: [], changes: [] } };
    const { exit, out } = await run(["subgraph", "check", "--schema", schema]);
    expect([exit, out]).toEqual([0, "The schema can be published; no endpoint was asked.\n"]);
    expect(asked.at(-1)?.body).toEqual({ sdl });
  });

  it("say what to do when the endpoint tells its schema to the hub only", async () => {
    answers["POST /graphql"] = { status: 401, body: { errors: [{ message: "No." }] } };
    const { exit, err } = await run(["subgraph", "publish", "--url", `${url}/graphql`]);
    expect([exit, err]).toEqual([2, expect.stringMatching(/only to the hub .*--schema\.\n$/)]);
  });

  it("tell why something was rejected, for people, for programs and for GitHub Actions, and end with 1", async () => {
    answerPublish(422, rejected);
    const people = await run(publishing());
    expect(people).toMatchObject({ exit: 1, err: "" });
    expect(people.out.split("\n")).toEqual(
      expect.arrayContaining([
        `FIELD_NAME  ${schema}:3:3  Query.plats`,
        "  The field plats does not begin with sandviken.",
        "    3 |   plats: String",
        "      |   ^",
        "  Name it sandvikenPlats.",
        "Nothing was published: 1 error. What was live before stays live.",
      ]),
    );
    const programs = await run(publishing("--json"));
    expect([programs.exit, JSON.parse(programs.out)]).toEqual([1, rejected]);
    const github = await run(publishing("--format", "github"));
    expect([github.exit, github.out.split("\n")[0]]).toEqual([
      1,
      `::error file=${schema},line=3,col=3,title=FIELD_NAME::Query.plats: The field plats does not begin with sandviken. Name it sandvikenPlats.`,
    ]);
  });

  it("end with 0 when there was nothing to change", async () => {
    answerPublish(200, { kind: "unchanged", version: 3 });
    expect(await run(publishing())).toEqual({
      exit: 0,
      out: "Version 3 of sandviken is live already; nothing was changed.\n",
      err: "",
    });
  });

  it.each<[what: string, args: string[], told: RegExp]>([
    ["a file that is not there", ["--schema", "no-such-file"], /--schema: no-such-file cannot be read/],
    ["a message that is too long", ["--message", "x".repeat(501)], /--message: it has 501 characters; .*500/],
    ["an address that is none", ["--url", "graf.sandviken.se"], /--url: "graf\.sandviken\.se" is no address/],
    ["a format that there is not", ["--format", "githb"], /Did you mean github\?/],
    ["an owner that there is not", ["--owner", "sandvken"], /There is no owner "sandvken"\. Did you mean sandviken\?/],
    ["a flag that there is not", ["--tokn", "x"], /unknown option '--tokn'/],
    ["a hub's address that is none", ["--hub", "localhost"], /--hub: "localhost" is no address/],
  ])("end with 2 for %s, and ask no hub", async (_what, args, told) => {
    const { exit, out, err } = await run(publishing(...args));
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(told);
    expect(asked).toEqual([]);
  });

  it("reject a schema that is too large without sending it", async () => {
    const file = join(folder, "large.graphql");
    writeFileSync(file, `${sdl}${"#".repeat(6_000_000)}`);
    const people = await run(["subgraph", "check", "--schema", file]);
    expect(people).toMatchObject({
      exit: 1,
      err: "",
      out: expect.stringMatching(/^1 error\n\nTOO_LARGE\n.* may have 262144\./),
    });
    const programs = await run(publishing("--owner", "sandviken", "--schema", file, "--json"));
    expect([programs.exit, JSON.parse(programs.out)]).toMatchObject([
      1,
      { kind: "rejected", findings: [{ code: "TOO_LARGE" }] },
    ]);
    expect(asked).toEqual([]);
  });

  it("ask whether it is the right token when nearly every name is another owner's", async () => {
    const foreign = (coordinate: string) => ({ ...finding, code: "NAME_OF_OTHER_OWNER", coordinate });
    const findings = ["Query.nykopingActivities", "NykopingActivity", "Area.nykoping"].map(foreign);
    const warning =
      "You publish as sandviken, but the names here are nykoping's: is it the right token or file? (--owner)";
    answers["POST /registry/check"] = { status: 200, body: { kind: "failed", findings, changes: [] } };
    answerPublish(422, { ...rejected, findings });
    for (const args of [["subgraph", "check", "--schema", schema], publishing("--format", "github")]) {
      const { exit, out } = await run(args);
      expect([exit, out.split("\n")[0]]).toEqual([1, warning]);
    }
    answerPublish(422, { ...rejected, findings: [findings[0], finding] });
    expect((await run(publishing())).out).not.toContain("right token");
  });

  it("say that a token is not valid in the words of who has typed it", async () => {
    answers["GET /registry/tokens"] = { status: 401, body: problem("Send a token as Authorization: Bearer kgt_…") };
    const { exit, err } = await run(publishing());
    expect([exit, err]).toEqual([
      4,
      expect.stringMatching(/publish: KOMMUNGRAF_TOKEN is not valid: ended, revoked or mistyped\./),
    ]);
  });

  it("make no token in a database that no hub has run over", async () => {
    const empty = join(folder, "forgotten");
    const env = { KOMMUNGRAF_TOKEN: "", DATA_DIRECTORY: empty };
    const { exit, out, err } = await run(["token", "create", "sandviken"], env);
    expect([exit, out, err]).toEqual([2, "", expect.stringMatching(/There is no hub here: .*forgotten/)]);
    expect(readdirSync(folder)).not.toContain("forgotten");
  });

  it("say which version is live after a rollback, and whose versions a rollback of all has changed", async () => {
    const switched = { kind: "switched", activation: { number: 9, supergraph: 12 }, hash: published.supergraph.hash };
    const versions = [3, 2].map((number) => ({
      number,
      routingUrl: `https://graf.sandviken.se/v${number}`,
      publishedAt: "2026-07-01T10:00:00Z",
    }));
    answers["POST /registry/subgraphs/sandviken/rollback"] = { status: 200, body: switched };
    answers["GET /registry/subgraphs/sandviken"] = { status: 200, body: { live: 2, versions } };
    const target = "ersion 2 of sandviken (published 2026-07-01 12:00 CEST, at https://graf.sandviken.se/v2)";
    expect((await run(["subgraph", "rollback", "sandviken"])).out).toBe(
      `V${target} is live: supergraph 12 (0123456789ab).\n`,
    );
    expect((await run(["subgraph", "rollback", "sandviken", "--no-wait"])).out).toBe(
      `The registry has switched to v${target}: supergraph 12 (0123456789ab).\n`,
    );
    const live = (versionsOf: Record<string, number | null>) => ({
      status: 200,
      body: Object.entries(versionsOf).map(([name, version]) => ({ name, live: version })),
    });
    answers["GET /registry/subgraphs"] = live({ boverket: 1, nykoping: 1, sandviken: 3 });
    answers["POST /registry/supergraphs/rollback"] = { status: 200, body: switched };
    then["POST /registry/supergraphs/rollback"] = () => {
      answers["GET /registry/subgraphs"] = live({ boverket: 1, nykoping: null, sandviken: 2 });
    };
    expect((await run(["supergraph", "rollback"])).out).toBe(
      "The hub is back on an earlier supergraph: supergraph 12 (0123456789ab).\nVersions that changed: nykoping 1 → none, sandviken 3 → 2.\n",
    );
  });

  it("say of a subgraph that is out since when, why, and what brings it back", async () => {
    const standing = { state: "OUT", since: "2026-07-01T10:00:00Z", reason: "It does not answer." };
    const out = {
      ...{ name: "sandviken", title: "Sandviken", municipality: "2181", live: null, standing, versions: [] },
      ...{ routingUrl: "https://graf.sandviken.se/graphql", publishedAt: "2026-07-01T10:00:00Z" },
    };
    answers["GET /registry/subgraphs/sandviken"] = { status: 200, body: out };
    expect((await run(["subgraph", "show", "sandviken"])).out).toContain(
      "State: out since 2026-07-01 12:00 CEST – It does not answer. It comes back by itself when it answers well again.\n",
    );
  });

  it("say that an owner is not known", async () => {
    expect(await run(["subgraph", "show", "sandvken"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("Did you mean sandviken?"),
    });
    expect(await run(["subgraph", "show", "xyzxyzxyzxyz"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("no such owner is known here"),
    });
  });

  it.each([
    [["subgraph", "publsh", "--url", "x"], "Did you mean publish?"],
    [["subgraph", "show"], "missing required argument"],
    [["subgraph", "publish"], "required option '--url <address>'"],
    [["subgraph", "check"], "give --schema, or --url"],
    [["subgraph", "rollback", "sandviken", "--to", "last"], '--to: "last" is not a whole number from 1.'],
    [["subgraph", "remove", "sandviken"], "say --yes"],
    [["subgraph", "hosts", "sandviken", "a.se", "--any"], "either hosts or --any"],
    [["subgraph", "init", "x", "--owner", "boverket"], "no municipality"],
    [["token", "revoke", token], "Give the token's id alone"],
    [["token", "create", "sandviken", "--days", "0"], '--days: "0"'],
  ])("end with 2 for %j", async (args, told) => {
    const { exit, err } = await run(args);
    expect([exit, asked]).toEqual([2, []]);
    expect(err).toContain(told);
    expect(err).not.toContain("bm90LWEtc2VjcmV0");
  });

  it("end with 4 when the hub does not allow it, or when there is no token", async () => {
    answerPublish(403, problem("This token is not sandviken's."));
    expect(await run(publishing("--owner", "sandviken"))).toEqual({
      exit: 4,
      out: "",
      err: "kommungraf subgraph publish: This token is not sandviken's.\n",
    });
    const without = await run(publishing(), { KOMMUNGRAF_TOKEN: "" });
    expect(without).toMatchObject({ exit: 4, err: expect.stringContaining("KOMMUNGRAF_TOKEN") });
  });

  it("warn when the token would go over the network for all to read", async () => {
    const { err } = await run(["subgraph", "list", "--hub", "http://hub.invalid"]);
    expect(err).toMatch(/^Warning: .*http:\/\/hub\.invalid .*https\.\n/);
    expect((await run(["subgraph", "list", "--hub", "https://hub.invalid"])).err).not.toContain("Warning");
  });

  it("end with 3 where no hub answers, and with one line", async () => {
    const { exit, err } = await run(["subgraph", "list"], { KOMMUNGRAF_URL: "http://127.0.0.1:9" });
    expect(exit).toBe(3);
    expect(err).toMatch(/^kommungraf subgraph list: No hub answers at http:\/\/127\.0\.0\.1:9 .*\n$/);
  });

  it("show who has published and how they are doing, in columns that stand below each other", async () => {
    const one = (name: string, title: string, more: object) => ({
      name,
      title,
      kind: "MUNICIPALITY",
      municipality: "0305",
      live: 2,
      standing: { state: "WELL", since: "2026-01-01T00:00:00Z", reason: null },
      routingUrl: `https://graf.${name}.se/graphql`,
      publishedAt: "2026-01-01T11:00:00Z",
      ...more,
    });
    const listed = [
      one("habo-0305", "Håbo", {}),
      one("malmo", "Malmö", { live: null, standing: { state: "OUT", since: "", reason: "It does not answer." } }),
      one("alvdalen", "Älvdalen", { live: null, standing: null }),
    ];
    answers["GET /registry/subgraphs"] = { status: 200, body: listed };
    const { exit, out } = await run(["subgraph", "list"], { KOMMUNGRAF_TOKEN: "" });
    expect(exit).toBe(0);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ["Owner", "Name", "Live version", "State", "Routing URL", "Published"],
      ["habo-0305", "Håbo", "2", "well", "https://graf.habo-0305.se/graphql", "2026-01-01 12:00 CET"],
      ["malmo", "Malmö", "–", "out", "https://graf.malmo.se/graphql", "2026-01-01 12:00 CET"],
      ["alvdalen", "Älvdalen", "–", "removed", "https://graf.alvdalen.se/graphql", "2026-01-01 12:00 CET"],
    ]);
    const [, ...rows] = out.trimEnd().split("\n");
    expect(new Set(rows.map((line) => line.indexOf("https://"))).size).toBe(1);
    const json = await run(["subgraph", "list", "--json"]);
    expect(JSON.parse(json.out)).toEqual(listed);
  });

  it("write a new token alone to the standard output", async () => {
    const made = {
      id: "ddddeeeeffff",
      token: "kgt_ddddeeeeffff_c2VjcmV0",
      owner: "sandviken",
      expiresAt: "2027-01-01T00:00:00Z",
    };
    answers["POST /registry/tokens"] = { status: 201, body: made };
    const { exit, out, err } = await run(["token", "create", "2181", "--days", "30", "--note", "bygget"]);
    expect([exit, out]).toEqual([0, `${made.token}\n`]);
    expect(err).toMatch(/^Token ddddeeeeffff of sandviken is valid until 2027-01-01 01:00 CET\./);
    expect(err).not.toContain(made.token);
    expect(asked[0]?.body).toEqual({ owner: "sandviken", days: 30, note: "bygget" });
  });

  it("say how the operator makes tokens when an owner's token is at hand", async () => {
    answers["POST /registry/tokens"] = { status: 403, body: problem("Only the hub's operator may do this.") };
    const { exit, err } = await run(["token", "create", "nykoping"]);
    expect([exit, err]).toEqual([
      4,
      expect.stringMatching(/do this\. KOMMUNGRAF_TOKEN is set, .* unset it to use the da/),
    ]);
  });

  it("make a project for a municipality by its name or code, without a hub", async () => {
    const target = join(folder, "vasby");
    const { exit, out } = await run([
      "subgraph",
      "init",
      target,
      "--owner",
      "upplands väsby",
      "--hub",
      "https://hub.example",
    ]);
    expect([exit, asked]).toEqual([0, []]);
    expect(out).toContain("npm install && npm start");
    expect(readdirSync(target)).toEqual(expect.arrayContaining(["package.json", "schema.graphql"]));
    expect(readFileSync(join(target, ".env.example"), "utf8")).toContain("HUB_URL=https://hub.example\n");
    const here = join(folder, "here");
    await run(["subgraph", "init", here, "--owner", "0114", "--hub", "http://127.0.0.1:4000"]);
    expect(readFileSync(join(here, ".env.example"), "utf8")).toContain("HUB_URL=http://localhost:4000\n");
    const again = await run(["subgraph", "init", target, "--owner", "0114"]);
    expect(again).toMatchObject({ exit: 2, out: "", err: expect.stringContaining("is not empty") });
  });

  it("say their exit codes and that the token is no flag", async () => {
    const { exit, out } = await run(["subgraph", "publish", "--help"]);
    expect(exit).toBe(0);
    for (const told of ["0  done", "1  ", "2  used wrongly", "3  no hub", "4  not allowed", "KOMMUNGRAF_TOKEN"]) {
      expect(out).toContain(told);
    }
    expect(out).not.toMatch(/--token\b(?!-file)/);
  });
});
