import { request as httpRequest } from "node:http";
import { gzipSync } from "node:zlib";
import { parse } from "graphql";
import { createLogger } from "../../kit/logger";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { type Composer, createComposer } from "../composition/composer";
import { createRegistryDatabase } from "../database";
import { localOperator } from "../owners";
import { createRegistry, type Registry } from "../registry";
import { ownerSdl, owners } from "../test-support/owner-subgraph";
import { hubRooms } from "../test-support/rooms";
import { createRegistryService, type RegistryService, type RegistryServiceLimits } from "./service";

const SDL = ownerSdl("sundsvall");
const ROUTING_URL = "http://127.0.0.1:9/sundsvall";

let composer: Composer;
let database: TestDatabase;
let registry: Registry;
let url: string;
let operator: string;
let sundsvall: string;
let nykoping: string;
const services: RegistryService[] = [];
const lines: string[] = [];

async function serve(limits: Partial<RegistryServiceLimits> = {}, over: Registry = registry): Promise<string> {
  const logger = createLogger({ name: "test", level: "debug" }, { write: (line) => void lines.push(line) });
  const service = createRegistryService({ registry: over, logger, limits });
  services.push(service);
  return (await service.start({ host: "127.0.0.1", port: 0 })).url;
}

beforeAll(async () => {
  database = await createTestDatabase("migrated");
  await createRegistryDatabase({ url: database.url, logger: silentLogger }).migrate();
  composer = createComposer({ logger: silentLogger });
  registry = createRegistry({
    databaseUrl: database.url,
    rooms: hubRooms,
    logger: silentLogger,
    loopback: true,
    composer,
    probe: async () => [],
    checks: {
      readSubgraph: (sdl) =>
        sdl.includes("type Query")
          ? { findings: [], document: parse(sdl) }
          : { findings: [{ code: "SYNTAX", severity: "ERROR", message: "It is not GraphQL.", remedy: "Mend it." }] },
      checkPolicy: () => [],
      judgeChanges: async () => ({ findings: [], changes: [] }),
    },
  });
  await registry.ensureOwners(owners);
  await registry.ensureLive();
  const tokenOf = async (owner: string) => (await registry.tokens.create(localOperator, { owner })).token;
  [operator, sundsvall, nykoping] = await Promise.all([
    tokenOf("kommungraf"),
    tokenOf("sundsvall"),
    tokenOf("nykoping"),
  ]);
  url = await serve();
});
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await registry?.close();
  await composer?.close();
  await database?.drop();
});

interface Sent {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  at?: string;
}

async function ask(method: string, path: string, { token, body, headers, at = url }: Sent = {}) {
  const response = await fetch(`${at}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

const publish = (sent: Sent & { extra?: object; owner?: string } = {}) =>
  ask("POST", `/registry/subgraphs/${sent.owner ?? "sundsvall"}/versions`, {
    token: sundsvall,
    body: { sdl: SDL, routingUrl: ROUTING_URL, ...sent.extra },
    ...sent,
  });

/** What stands after "kgt_<id>_"; it may hold underscores of its own. */
const secretOf = (token: string) => token.slice("kgt_".length + 12 + 1);

describe("publishing", () => {
  it("is 201 for what is new, 200 for what is live already, 422 for what is refused", async () => {
    const owner = "upplands-vasby";
    const { token } = await registry.tokens.create(localOperator, { owner });
    const sdl = ownerSdl("upplandsVasby");
    const first = await publish({ owner, token, extra: { sdl } });
    expect([first.status, first.headers.get("location")]).toEqual([201, `/registry/subgraphs/${owner}/versions/1`]);
    expect(first.body).toMatchObject({ kind: "published", version: 1, findings: [], changes: [] });
    expect(first.headers.get("cache-control")).toBe("no-store");

    const again = await publish({ owner, token, extra: { sdl } });
    expect([again.status, again.body]).toEqual([200, { kind: "unchanged", version: 1 }]);

    const refused = await publish({ owner, token, extra: { sdl: "Query" } });
    expect([refused.status, refused.body.kind, refused.body.findings[0].code]).toEqual([422, "rejected", "SYNTAX"]);
    expect((await registry.live())?.members.get(owner)).toBe(1);
  });

  it("can be read by anybody, and taken back by its owner", async () => {
    const owner = "sandviken";
    const { token } = await registry.tokens.create(localOperator, { owner });
    const [sdl, next] = [ownerSdl(owner), ownerSdl(owner, "persons: Int")];
    await publish({ owner, token, extra: { sdl, message: "Needs" } });
    await publish({ owner, token, extra: { sdl: next } });
    const inList = async () =>
      (await ask("GET", "/registry/subgraphs")).body.find(({ name }: { name: string }) => name === owner);
    const listed = await ask("GET", "/registry/subgraphs");
    expect([listed.status, listed.headers.get("cache-control")]).toEqual([200, "no-cache"]);
    expect(await inList()).toMatchObject({ live: 2, standing: { state: "WELL" } });
    const path = `/registry/subgraphs/${owner}`;
    const one = await ask("GET", path);
    expect(one.body).toMatchObject({ live: 2, versions: [{ number: 2 }, { number: 1, message: "Needs" }] });
    expect(one.text).not.toMatch(/type Query/);
    expect((await ask("GET", `${path}/versions/1`)).body).toMatchObject({ sdl });

    const back = await ask("POST", `${path}/rollback`, { token, body: { to: 1 } });
    expect([back.status, back.body.kind]).toEqual([200, "switched"]);
    const nothing = await ask("POST", `${path}/rollback`, { token });
    expect([nothing.status, nothing.body.kind]).toEqual([409, "refused"]);
    const removed = await ask("DELETE", path, { token });
    expect([removed.status, removed.body.kind]).toEqual([200, "switched"]);
    expect(await inList()).toMatchObject({ live: null, standing: null });
  });

  it("can be tried before, with and without an address", async () => {
    const check = (body: object) => ask("POST", "/registry/check", { token: sundsvall, body });
    expect((await check({ sdl: SDL, routingUrl: ROUTING_URL })).body.kind).toBe("passed");
    expect((await check({ owner: "sundsvall", sdl: SDL })).body).toEqual({ kind: "passed", findings: [], changes: [] });
    const wrong = await check({ sdl: SDL, routingUrl: "ftp://127.0.0.1/" });
    expect([wrong.status, wrong.body.kind, wrong.body.findings[0].code]).toEqual([200, "failed", "ROUTING_URL"]);
    expect((await check({ sdl: "Query" })).body).toMatchObject({ kind: "failed", findings: [{ code: "SYNTAX" }] });
    expect((await check({ owner: "nykoping", sdl: SDL })).status).toBe(403);
  });
});

describe("the hosts of an owner", () => {
  const path = "/registry/subgraphs/sandviken/hosts";

  it("are set by the operator, shown to anybody, and asked of every address", async () => {
    expect((await ask("GET", path)).body).toEqual({ owner: "sandviken", hosts: null });
    const hosts = ["graf.sandviken.se", "*.hosting.example"];
    const set = await ask("PUT", path, { token: operator, body: { hosts } });
    expect([set.status, set.headers.get("cache-control"), set.body]).toEqual([
      200,
      "no-store",
      { owner: "sandviken", hosts },
    ]);
    expect((await ask("GET", path)).body).toEqual({ owner: "sandviken", hosts });
    const { token } = await registry.tokens.create(localOperator, { owner: "sandviken" });
    const elsewhere = { sdl: ownerSdl("sandviken"), routingUrl: ROUTING_URL };
    expect((await publish({ owner: "sandviken", token, extra: elsewhere })).body).toMatchObject({
      kind: "rejected",
      findings: [{ code: "ROUTING_URL", message: expect.stringContaining("graf.sandviken.se, *.hosting.example") }],
    });
    expect((await ask("PUT", path, { token: operator, body: { hosts: null } })).body.hosts).toBeNull();
    expect((await publish({ owner: "sandviken", token, extra: elsewhere })).status).toBe(201);
    expect((await ask("GET", "/registry/subgraphs/sandviken")).body.hosts).toBeNull();
    await ask("PUT", path, { token: operator, body: { hosts } });
    expect((await ask("GET", "/registry/subgraphs/sandviken")).body).toMatchObject({ hosts, live: expect.any(Number) });
    await ask("PUT", path, { token: operator, body: { hosts: null } });
  });

  it("are nobody else's to set", async () => {
    expect((await ask("PUT", path, { token: sundsvall, body: { hosts: null } })).status).toBe(403);
    expect((await ask("PUT", path, { body: { hosts: null } })).status).toBe(401);
  });

  it("are refused with every mistake at once", async () => {
    const wrong = ["graf.sandviken.se", "*", "https://sandviken.se", "Sandviken.se", 7];
    const answer = await ask("PUT", path, { token: operator, body: { hosts: wrong } });
    expect([answer.status, answer.body.mistakes.map((mistake: { path: string }) => mistake.path)]).toEqual([
      400,
      ["hosts.1", "hosts.2", "hosts.3", "hosts.4"],
    ]);
    for (const { remedy } of answer.body.mistakes) expect(remedy).toMatch(/^Send the hosts .*null for any\.$/);
    for (const body of [{}, { hosts: [] }, { hosts: "sandviken.se" }, { hosts: null, more: 1 }]) {
      expect((await ask("PUT", path, { token: operator, body })).status).toBe(400);
    }
    expect((await ask("GET", path)).body.hosts).toBeNull();
  });

  it("are of owners that there are", async () => {
    const nowhere = "/registry/subgraphs/nowhere/hosts";
    expect((await ask("GET", nowhere)).status).toBe(404);
    expect((await ask("PUT", nowhere, { token: operator, body: { hosts: null } })).status).toBe(404);
  });
});

describe("the supergraph", () => {
  it("is a text with its hash as ETag", async () => {
    const live = await registry.live();
    const first = await ask("GET", "/supergraph.graphql");
    expect([first.status, first.text]).toEqual([200, live?.sdl]);
    expect(first.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(first.headers.get("x-kommungraf-supergraph")).toBe(String(live?.number));
    expect(first.headers.get("cache-control")).toBe("no-cache");
    expect(first.headers.get("etag")).toBe(`"${live?.hash}"`);
    for (const tag of [`"${live?.hash}"`, `"other", W/"${live?.hash}"`, "*"]) {
      const same = await ask("GET", "/supergraph.graphql", { headers: { "if-none-match": tag } });
      expect([same.status, same.text, same.headers.get("etag")]).toEqual([304, "", `"${live?.hash}"`]);
    }
    expect((await ask("GET", "/supergraph.graphql", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
    const head = await ask("HEAD", "/supergraph.graphql");
    expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", `"${live?.hash}"`]);
  });

  it("is rolled back by the operator alone", async () => {
    await publish();
    const before = await registry.live();
    await publish({ owner: "nykoping", token: nykoping, extra: { sdl: ownerSdl("nykoping") } });
    const path = "/registry/supergraphs/rollback";
    expect((await ask("POST", path, { token: nykoping })).status).toBe(403);
    expect((await ask("POST", path, { token: operator })).body.kind).toBe("switched");
    expect((await registry.live())?.number).toBe(before?.number);
    expect((await ask("POST", path, { token: operator, body: { to: 9999 } })).status).toBe(409);
    const history = await ask("GET", "/registry/supergraphs?limit=2");
    expect(history.body.map(({ reason }: { reason: string }) => reason)).toEqual(["ROLLED_BACK", "PUBLISHED"]);
  });
});

describe("tokens", () => {
  it("are given out by the operator, listed without secrets, and ended by their owner", async () => {
    const created = await ask("POST", "/registry/tokens", {
      token: operator,
      body: { owner: "habo-0305", days: 3, note: "ci" },
    });
    expect([created.status, created.headers.get("cache-control")]).toEqual([201, "no-store"]);
    const { id, token } = created.body;
    expect(token).toMatch(/^kgt_/);
    const own = await ask("GET", "/registry/tokens", { token });
    expect(own.body).toMatchObject([{ id, owner: "habo-0305", note: "ci" }]);
    expect(own.text).not.toContain(secretOf(token));
    const all = await ask("GET", "/registry/tokens", { token: operator });
    expect(new Set(all.body.map(({ owner }: { owner: string }) => owner)).size).toBeGreaterThan(2);
    expect((await ask("GET", "/registry/tokens?owner=sundsvall", { token })).status).toBe(403);
    expect((await ask("DELETE", `/registry/tokens/${id}`, { token: sundsvall })).status).toBe(404);
    expect((await ask("DELETE", `/registry/tokens/${id}`, { token })).status).toBe(204);
    expect((await ask("GET", "/registry/tokens", { token })).status).toBe(401);
  });
});

describe("the audit log", () => {
  it("shows an owner its own entries, and the operator everybody's", async () => {
    await publish();
    const own = await ask("GET", "/registry/audit?limit=500", { token: sundsvall });
    expect(new Set(own.body.map(({ owner }: { owner: string }) => owner))).toEqual(new Set(["sundsvall"]));
    const [newest] = own.body;
    const older = await ask("GET", `/registry/audit?before=${newest.number}&limit=1`, { token: sundsvall });
    expect(older.body).toHaveLength(1);
    expect(older.body[0].number).toBeLessThan(newest.number);
    expect((await ask("GET", "/registry/audit?owner=nykoping", { token: sundsvall })).status).toBe(403);
    const all = await ask("GET", "/registry/audit?limit=500", { token: operator });
    expect(all.body.map(({ owner }: { owner: string | null }) => owner)).toEqual(
      expect.arrayContaining([null, "sundsvall"]),
    );
  });
});

describe("a token that is not valid", () => {
  const bodies = new Set<string>();
  const used: Record<string, () => Promise<Record<string, string>>> = {
    none: async () => ({}),
    "of another scheme": async () => ({ authorization: `Basic ${Buffer.from(`u:${sundsvall}`).toString("base64")}` }),
    "without a scheme": async () => ({ authorization: sundsvall }),
    garbage: async () => ({ authorization: "Bearer ' OR 1=1 --" }),
    "an empty one": async () => ({ authorization: "Bearer " }),
    "with a wrong secret": async () => ({ authorization: `Bearer ${sundsvall.slice(0, -43)}${"A".repeat(43)}` }),
    "with an id of nobody's": async () => ({ authorization: `Bearer kgt_${"a".repeat(12)}_${sundsvall.slice(-43)}` }),
    "with an end too many": async () => ({ authorization: `Bearer ${sundsvall}A` }),
    expired: async () => {
      const { id, token } = await registry.tokens.create(localOperator, { owner: "sundsvall" });
      await database.query("UPDATE registry.token SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
      return { authorization: `Bearer ${token}` };
    },
    revoked: async () => {
      const { id, token } = await registry.tokens.create(localOperator, { owner: "sundsvall" });
      await registry.tokens.revoke(localOperator, id);
      return { authorization: `Bearer ${token}` };
    },
  };

  it.each(Object.keys(used))("is answered like any other: %s", async (name) => {
    const at = await serve();
    const headers = (await used[name]?.()) ?? {};
    for (const [method, path, body] of [
      ["POST", "/registry/subgraphs/sundsvall/versions", { sdl: SDL, routingUrl: ROUTING_URL }],
      ["POST", "/registry/check", "no JSON"],
      ["GET", "/registry/tokens", undefined],
      ["DELETE", "/registry/subgraphs/sundsvall", undefined],
    ] as const) {
      const answer = await ask(method, path, { at, headers, body });
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
      bodies.add(answer.text);
    }
    expect(bodies.size).toBe(1);
  });

  it("of another owner is 403 for what is another's", async () => {
    const before = await registry.live();
    for (const [method, path, body] of [
      ["POST", "/registry/subgraphs/sundsvall/versions", { sdl: SDL, routingUrl: ROUTING_URL }],
      ["POST", "/registry/subgraphs/sundsvall/rollback", {}],
      ["DELETE", "/registry/subgraphs/sundsvall", undefined],
      ["POST", "/registry/check", { owner: "sundsvall", sdl: SDL, routingUrl: ROUTING_URL }],
      ["POST", "/registry/tokens", { owner: "nykoping" }],
      ["POST", "/registry/tokens", { owner: "kommungraf" }],
      ["POST", "/registry/supergraphs/rollback", {}],
    ] as const) {
      const answer = await ask(method, path, { token: nykoping, body });
      expect([path, answer.status, answer.body.type]).toEqual([path, 403, "urn:problem-type:kommungraf:not-allowed"]);
    }
    expect((await registry.live())?.number).toBe(before?.number);
  });

  it("is never written to the log, nor is a valid one", async () => {
    await publish();
    const wrong = `kgt_${"a".repeat(12)}_${"_wrong_-".repeat(6).slice(0, 43)}`;
    await ask("GET", "/registry/tokens", { token: wrong });
    const log = lines.join("");
    expect(log).toMatch(/"route":"\/registry\/tokens"/);
    for (const token of [operator, sundsvall, nykoping, wrong]) {
      expect(log).not.toContain(secretOf(token));
      expect(log).not.toContain(token);
    }
    expect(log.toLowerCase()).not.toContain("bearer");
  });

  it("is slowed down after some, while valid ones pass", async () => {
    const at = await serve({ wrongTokens: 3 });
    const wrong = async () => (await ask("GET", "/registry/tokens", { at, token: "wrong" })).status;
    expect([await wrong(), await wrong(), await wrong(), await wrong()]).toEqual([401, 401, 401, 429]);
    const slowed = await ask("GET", "/registry/tokens", { at, token: "wrong" });
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(slowed.body.type).toBe("urn:problem-type:kommungraf:too-many-requests");
    expect((await ask("GET", "/registry/tokens", { at, token: sundsvall })).status).toBe(200);
  });

  it("is slowed down for the caller alone whom the gateway names", async () => {
    const at = await serve({ wrongTokens: 2 });
    const wrong = async (caller: string) => {
      const headers = { "x-kommungraf-caller": caller };
      return (await ask("GET", "/registry/tokens", { at, token: "wrong", headers })).status;
    };
    const [one, other] = ["a".repeat(43), "b".repeat(43)];
    expect([await wrong(one), await wrong(one), await wrong(one)]).toEqual([401, 401, 429]);
    expect(await wrong(other)).toBe(401);
    // What no gateway says counts for nothing.
    expect([await wrong("1"), await wrong("2"), await wrong("3")]).toEqual([401, 401, 429]);
  });
});

describe("what is too much or not what was asked for", () => {
  it("limits the publications and checks of one owner, and nobody else's", async () => {
    const at = await serve({ publications: 2 });
    const bad = { sdl: "Query", routingUrl: ROUTING_URL };
    const path = "/registry/subgraphs/sundsvall/versions";
    // Somebody else's attempts do not count against the owner.
    for (const _ of [1, 2, 3]) expect((await ask("POST", path, { at, token: nykoping, body: bad })).status).toBe(403);
    const status = async (to: string, token: string) => (await ask("POST", to, { at, token, body: bad })).status;
    expect([await status(path, sundsvall), await status(path, sundsvall)]).toEqual([422, 422]);
    const limited = await ask("POST", path, { at, token: sundsvall, body: bad });
    expect([limited.status, Number(limited.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(await status("/registry/subgraphs/nykoping/versions", nykoping)).toBe(422);
    for (const expected of [200, 200, 429]) expect(await status("/registry/check", sundsvall)).toBe(expected);
  });

  it("limits them in a day too, and says so", async () => {
    const at = await serve({ publicationsADay: 1 });
    const body = { sdl: "Query", routingUrl: ROUTING_URL };
    const path = "/registry/subgraphs/sundsvall/versions";
    expect((await ask("POST", path, { at, token: sundsvall, body })).status).toBe(422);
    const limited = await ask("POST", path, { at, token: sundsvall, body });
    expect([limited.status, Number(limited.headers.get("retry-after")) > 3600]).toEqual([429, true]);
    expect(limited.body.detail).toContain("Publications of sundsvall were too many in a day.");
  });

  it("does one of an owner's at a time, lets a second wait, and refuses a third", async () => {
    const releases: (() => void)[] = [];
    const entered: string[] = [];
    let hasEntered = () => {};
    const enter = (owner: string) =>
      new Promise<void>((resolve) => {
        entered.push(owner);
        releases.push(resolve);
        hasEntered();
      });
    const enteredAre = async (count: number) => {
      while (entered.length < count) {
        await new Promise<void>((resolve) => {
          hasEntered = resolve;
        });
      }
    };
    const passed = { kind: "passed", findings: [], changes: [] } as const;
    const slow: Registry = {
      ...registry,
      check: (_actor, { owner }) => enter(owner).then(() => passed),
      publish: (_actor, { owner }) => enter(owner).then(() => ({ kind: "unchanged", version: 1 })),
    };
    const at = await serve({}, slow);
    const body = { sdl: SDL, routingUrl: ROUTING_URL };
    const check = (token: string, owner: string) =>
      ask("POST", "/registry/check", { at, token, body: { ...body, owner } });
    const first = check(sundsvall, "sundsvall");
    await enteredAre(1);
    const both = [
      ask("POST", "/registry/subgraphs/sundsvall/versions", { at, token: operator, body }),
      check(sundsvall, "sundsvall"),
    ];
    const refused = await Promise.race(both);
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(refused.body.detail).toContain("of sundsvall is under way already");
    // Nobody else waits, nor does somebody without a right to it, whom the registry refuses.
    const [other, stranger] = [check(nykoping, "nykoping"), check(nykoping, "sundsvall")];
    await enteredAre(3);
    for (const release of releases.splice(0)) release();
    await enteredAre(4);
    for (const release of releases.splice(0)) release();
    expect([(await first).status, (await other).status, (await stranger).status]).toEqual([200, 200, 200]);
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 429]);
    const again = check(sundsvall, "sundsvall");
    await enteredAre(5);
    for (const release of releases.splice(0)) release();
    expect((await again).status).toBe(200);
  });

  it("names every mistake of a body at once, with what to do", async () => {
    const answer = await ask("POST", "/registry/subgraphs/sundsvall/versions", {
      token: sundsvall,
      body: { sdl: 7, force: "yes", message: "x".repeat(501), surprise: 1 },
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      400,
      "application/problem+json; charset=utf-8",
    ]);
    expect(answer.body.type).toBe("urn:problem-type:kommungraf:mistakes");
    expect(answer.body.mistakes.map(({ path, message }: Record<string, string>) => [path, message]).sort()).toEqual([
      ["force", "must be true or false"],
      ["message", "must have at most 500 characters"],
      ["routingUrl", "must be a text"],
      ["sdl", "must be a text"],
      ["surprise", "is not known here"],
    ]);
    for (const { remedy } of answer.body.mistakes) expect(remedy).toMatch(/^(Send|Leave) .*\.$/);
  });

  it.each<[string, string, string, () => Sent, number]>([
    ["a body that is no JSON", "POST", "/registry/check", () => ({ body: "{" }), 400],
    ["a body that is a list", "POST", "/registry/check", () => ({ body: [] }), 400],
    ["no body", "POST", "/registry/check", () => ({}), 400],
    [
      "days that are none",
      "POST",
      "/registry/tokens",
      () => ({ token: operator, body: { owner: "sundsvall", days: 0.5 } }),
      400,
    ],
    ["a search that is not known", "GET", "/registry/audit?from=1&limit=many", () => ({}), 400],
    ["a limit beyond all limits", "GET", "/registry/supergraphs?limit=501", () => ({}), 400],
    ["XML", "POST", "/registry/check", () => ({ body: "<a/>", headers: { "content-type": "text/xml" } }), 415],
    [
      "an unknown encoding",
      "POST",
      "/registry/check",
      () => ({ body: "{}", headers: { "content-encoding": "zip" } }),
      415,
    ],
    ["a large body", "POST", "/registry/check", () => ({ body: { sdl: "x".repeat(2 * 1024 * 1024) } }), 413],
    [
      "a bomb",
      "POST",
      "/registry/check",
      () => ({ body: gzipSync(Buffer.alloc(3_000_000, 32)), headers: { "content-encoding": "gzip" } }),
      413,
    ],
    [
      "an owner of that name",
      "POST",
      "/registry/subgraphs/nowhere/versions",
      () => ({ token: operator, body: { sdl: SDL, routingUrl: ROUTING_URL } }),
      404,
    ],
    ["an owner that has published nothing", "GET", "/registry/subgraphs/boverket", () => ({}), 404],
    ["a version that is no number", "GET", "/registry/subgraphs/sundsvall/versions/1e3", () => ({}), 404],
    ["a version beyond all numbers", "GET", "/registry/subgraphs/sundsvall/versions/9999999999", () => ({}), 404],
    ["an address of nothing", "GET", "/registry/nothing", () => ({}), 404],
    ["an address that cannot be read", "GET", "/registry/subgraphs/%ff", () => ({}), 400],
    ["a method that is not there", "PUT", "/registry/subgraphs/sundsvall", () => ({ body: {} }), 405],
  ])("refuses %s", async (_, method, path, sent, status) => {
    const answer = await ask(method, path, { token: sundsvall, ...sent() });
    expect(answer.status).toBe(status);
    if (path.endsWith("%ff")) return;
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(answer.body).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.stringMatching(/\.$|;|\w$/),
    });
    if (status === 405) expect(answer.headers.get("allow")).toBe("GET, DELETE, HEAD");
  });

  it("says nothing of a failure of its own but where to look", async () => {
    const broken: Registry = { ...registry, subgraphs: () => Promise.reject(new Error("password=secret")) };
    const answer = await ask("GET", "/registry/subgraphs", { at: await serve({}, broken) });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/secret/);
    expect(answer.body.requestId).toBe(answer.headers.get("x-request-id"));
  });

  it("says when its database is away", async () => {
    const other = createRegistry({
      databaseUrl: "postgres://nobody@127.0.0.1:1/none",
      rooms: hubRooms,
      logger: silentLogger,
      loopback: true,
      composer,
      probe: async () => [],
    });
    const at = await serve({}, other);
    for (const path of ["/registry/subgraphs", "/supergraph.graphql"]) {
      const answer = await ask("GET", path, { at });
      expect([answer.status, answer.headers.get("retry-after"), answer.body.kind]).toEqual([503, "5", undefined]);
      expect(answer.body.type).toBe("urn:problem-type:kommungraf:not-available");
    }
    const publication = await ask("POST", "/registry/check", { at, token: sundsvall, body: {} });
    expect(publication.status).toBe(503);
    expect((await ask("GET", "/health/live", { at })).status).toBe(200);
    expect((await ask("GET", "/health/ready", { at })).status).toBe(503);
    await other.close();
  });
});

describe("its life", () => {
  it("is ready when a supergraph is live", async () => {
    const ready = await ask("GET", "/health/ready");
    expect([ready.status, ready.body]).toEqual([200, { status: "ready", supergraph: (await registry.live())?.number }]);
  });

  it("ends when what is under way has been answered", async () => {
    let entered = () => {};
    let release = () => {};
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Registry = {
      ...registry,
      async subgraphs() {
        entered();
        await released;
        return [];
      },
    };
    const at = await serve({}, slow);
    const service = services.at(-1);
    const answer = ask("GET", "/registry/subgraphs", { at });
    await inside;
    const stopped = service?.stop();
    release();
    expect(await answer).toMatchObject({ status: 200, body: [] });
    await stopped;
    await expect(fetch(at)).rejects.toThrow();
  });

  it("reads no body of somebody without a right", async () => {
    const { hostname, port } = new URL(url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(
        {
          hostname,
          port,
          method: "POST",
          path: "/registry/check",
          headers: { "content-type": "application/json", "content-length": "1000000" },
        },
        (response) => {
          resolve(response.statusCode);
          sending.destroy();
        },
      );
      sending.on("error", reject);
      // The rest of the body never comes.
      sending.write("{");
    });
    expect(status).toBe(401);
  });
});
