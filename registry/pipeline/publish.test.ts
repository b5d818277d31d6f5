import { once } from "node:events";
import { Client } from "pg";
import { readSupergraphHeader } from "../../kit/supergraph-header";
import { silentLogger } from "../../test/testkit/database";
import { type Composer, createComposer } from "../composition/composer";
import type { Finding } from "../findings";
import type { PublishOutcome } from "../outcomes";
import { localOperator } from "../owners";
import { LIVE_CHANNEL } from "../store/activations";
import { illness } from "../test-support/causes";
import { ownerSdl } from "../test-support/owner-subgraph";
import { changedRooms, hubRooms } from "../test-support/rooms";
import { actorOf, publishAs, startTestRegistry, submissionOf, type TestRegistry } from "../test-support/test-registry";
import { NotAllowed } from "../tokens/not-allowed";
import { TooMany } from "../too-many";
import { UnknownOwner } from "../unknown-owner";

let kit: TestRegistry;
const composer = createComposer({ logger: silentLogger });
beforeEach(async () => {
  kit = await startTestRegistry(composer);
});
afterEach(() => kit.close());
afterAll(() => composer.close());

const sundsvall = actorOf("sundsvall");
const liveMembers = async () => Object.fromEntries((await kit.registry.live())?.members ?? []);
const actions = async () => (await kit.registry.audit({ limit: 100 })).map(({ action }) => action).reverse();
const rowCounts = async () => {
  const tables = ["subgraph_version", "supergraph", "activation", "standing"];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM registry.${table}) AS ${table}`);
  return (await kit.database.query(`SELECT ${counts.join(", ")}`))[0];
};
/** As gateways report that somebody asks for it. */
const use = (coordinate: string) =>
  kit.database.query(
    `WITH o AS (INSERT INTO registry.operation (hash, signature, coordinates) VALUES ($1, '{ … }', ARRAY[$1]) RETURNING hash)
     INSERT INTO registry.operation_use (hash, day, client, count) SELECT hash, current_date, 'test', 1 FROM o`,
    [coordinate],
  );

it("makes the first version live, and says so to whoever listens", async () => {
  const listener = new Client({ connectionString: kit.database.url });
  await listener.connect();
  await listener.query(`LISTEN ${LIVE_CHANNEL}`);
  await kit.registry.ensureLive();
  const notices: (string | undefined)[] = [];
  const told = once(listener, "notification");
  listener.on("notification", ({ payload }) => notices.push(payload));
  const outcome = await kit.registry.publish(sundsvall, submissionOf("sundsvall", "", { message: "first" }));
  await told;
  await listener.end();

  const live = await kit.registry.live();
  expect(outcome).toMatchObject({
    kind: "published",
    version: 1,
    supergraph: { number: live?.number, hash: live?.hash },
    findings: [],
  });
  expect(notices.at(-1)).toBe(`${live?.number}`);
  expect(live?.members).toEqual(new Map([["sundsvall", 1]]));
  expect(readSupergraphHeader(live?.sdl ?? "")).toEqual([
    { name: "sundsvall", prefix: "sundsvall", municipality: "2281" },
  ]);
  expect(await kit.registry.subgraph("sundsvall")).toEqual({
    name: "sundsvall",
    title: "Sundsvall",
    kind: "MUNICIPALITY",
    municipality: "2281",
    live: 1,
    standing: { state: "WELL", since: expect.any(Date), reason: null, version: 1 },
    routingUrl: "http://127.0.0.1:9/sundsvall",
    publishedAt: expect.any(Date),
    hosts: null,
    versions: [
      {
        owner: "sundsvall",
        number: 1,
        routingUrl: "http://127.0.0.1:9/sundsvall",
        message: "first",
        publishedBy: "token-of-sundsvall",
        publishedAt: expect.any(Date),
      },
    ],
  });
  expect(await kit.registry.audit({ owner: "sundsvall", limit: 10 })).toEqual([
    {
      number: expect.any(Number),
      at: expect.any(Date),
      actor: "token-of-sundsvall",
      action: "PUBLISHED",
      owner: "sundsvall",
      details: { version: 1, supergraph: live?.number, activation: expect.any(Number) },
    },
  ]);
});

it("starts the supergraph itself when nothing has been live yet", async () => {
  await publishAs(kit.registry, "sundsvall");
  expect((await kit.registry.supergraphs(10)).map(({ reason }) => reason)).toEqual(["PUBLISHED", "STARTED"]);
});

it("composes the one subgraph and merges, however many others are live", async () => {
  for (const owner of ["nykoping", "sandviken"]) await publishAs(kit.registry, owner);
  const before = composer.counts();
  await publishAs(kit.registry, "sundsvall", "onlyHere: Int");
  const { checks, merges } = composer.counts();
  expect({ checks: checks - before.checks, merges: merges - before.merges }).toEqual({ checks: 1, merges: 1 });
});

it("tells what the public schema gains and loses", async () => {
  await publishAs(kit.registry, "sundsvall", "persons: Int");
  const outcome = await kit.registry.publish(sundsvall, submissionOf("sundsvall", "homes: Int"));
  expect(outcome).toMatchObject({
    kind: "published",
    version: 2,
    findings: [{ code: "BREAKING_UNUSED", severity: "WARNING", coordinate: "SundsvallNeed.persons" }],
  });
  const changes = outcome.kind === "published" ? outcome.changes : [];
  expect(changes.map(({ criticality, coordinate }) => [criticality, coordinate])).toEqual(
    expect.arrayContaining([
      ["BREAKING", "SundsvallNeed.persons"],
      ["SAFE", "SundsvallNeed.homes"],
    ]),
  );
});

describe("what is live already", () => {
  it("is unchanged, in other white space and with other comments too", async () => {
    await publishAs(kit.registry, "sundsvall");
    const probes = kit.probed.length;
    const same = submissionOf("sundsvall");
    const counts = await rowCounts();
    for (const sdl of [same.sdl, `# a comment\n${same.sdl.replaceAll("\n", "\n\n")}`]) {
      expect(await kit.registry.publish(sundsvall, { ...same, sdl })).toEqual({ kind: "unchanged", version: 1 });
    }
    expect(await rowCounts()).toEqual(counts);
    expect(kit.probed).toHaveLength(probes);
  });

  it("is a new version at another address, and with another description", async () => {
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "", { routingUrl: "http://127.0.0.1:9/moved" });
    const sdl = ownerSdl("sundsvall").replace("What it is.", "What it is about.");
    expect(await publishAs(kit.registry, "sundsvall", "", { sdl })).toMatchObject({ version: 3 });
  });

  it("is published anew when it has gone out", async () => {
    await publishAs(kit.registry, "sundsvall");
    await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."));
    expect(await publishAs(kit.registry, "sundsvall")).toMatchObject({ version: 2 });
    expect(await kit.registry.subgraph("sundsvall")).toMatchObject({
      live: 2,
      standing: { state: "WELL", reason: null },
    });
  });
});

describe("mistakes", () => {
  it("are told all at once, without what only follows from others, and leave nothing behind but a line in the audit log", async () => {
    await kit.registry.ensureLive();
    const before = await rowCounts();
    const sdl = ownerSdl("sundsvall")
      .replace("area: Area", "area: Area\n  'x' county: Nowhere".replaceAll("'", '"'))
      .concat('"Of another." type SandvikenNeed { "x" id: ID! }');
    kit.probeFinds(async () => [
      { code: "PROBE_TIMEOUT", severity: "ERROR", message: "It took too long.", remedy: "Be quicker." },
      {
        code: "PROBE_SDL_DIFFERS",
        severity: "ERROR",
        message: "It is not there.",
        remedy: "Deploy it.",
        coordinate: "SandvikenNeed",
      },
    ]);
    const outcome = await kit.registry.publish(sundsvall, submissionOf("sundsvall", "", { sdl }));
    const codes = outcome.kind === "rejected" ? new Set(outcome.findings.map(({ code }) => code)) : undefined;
    expect(codes).toEqual(new Set(["NAME_OF_OTHER_OWNER", "UNDECLARED_TYPE", "PROBE_TIMEOUT"]));
    expect(await rowCounts()).toEqual(before);
    const [entry] = await kit.registry.audit({ limit: 1 });
    expect(entry).toMatchObject({ action: "REJECTED", actor: "token-of-sundsvall", owner: "sundsvall" });
    expect(new Set(entry?.details.codes as string[])).toEqual(codes);
    expect(Object.keys(entry?.details ?? {})).toEqual(["codes"]);
  });

  it("of the address are told too, and then nobody calls it", async () => {
    const routingUrl = "http://10.0.0.1/graphql";
    const outcome = await kit.registry.publish(sundsvall, submissionOf("sundsvall", "", { routingUrl }));
    expect(outcome).toMatchObject({
      kind: "rejected",
      findings: expect.arrayContaining([expect.objectContaining({ code: "ROUTING_URL" })]),
    });
    expect(kit.probed).toEqual([]);
  });

  it("of a text that is no schema are told with those of its address, and nobody calls it", async () => {
    const outcome = await kit.registry.publish(
      sundsvall,
      submissionOf("sundsvall", "", { sdl: "type {", routingUrl: "ftp://sundsvall.se" }),
    );
    const codes = outcome.kind === "rejected" ? outcome.findings.map(({ code }) => code) : [];
    expect(codes).toEqual(["SYNTAX", "ROUTING_URL"]);
    expect(kit.probed).toEqual([]);
  });

  it("of the host are told when the operator has named the owner's hosts", async () => {
    await kit.registry.setHosts(localOperator, "sundsvall", ["*.sundsvall.se"]);
    expect(await kit.registry.check(sundsvall, submissionOf("sundsvall"))).toMatchObject({
      kind: "failed",
      findings: [
        { code: "ROUTING_URL", message: expect.stringMatching(/The host must be one of \*\.sundsvall\.se\.$/) },
      ],
    });
    expect(await kit.registry.audit({ limit: 1 })).toMatchObject([
      { actor: "local", action: "HOSTS_SET", owner: "sundsvall", details: { hosts: ["*.sundsvall.se"] } },
    ]);
    for (const host of ["*", "*.se/", "https://sundsvall.se", "sundsvall.se:443", ""]) {
      const setting = kit.registry.setHosts(localOperator, "sundsvall", [host]);
      await expect(setting).rejects.toThrow(`"${host}" is no host`);
    }
    await kit.registry.setHosts(localOperator, "sundsvall", null);
    expect(await kit.registry.check(sundsvall, submissionOf("sundsvall"))).toMatchObject({ kind: "passed" });
  });

  it("that only show when all are put together reject it too", async () => {
    const lax = kit.another({ checks: { checkPolicy: () => [], checkReach: async () => [] } });
    const clashing = (owner: string, definition: string) =>
      lax.publish(localOperator, submissionOf(owner, "", { sdl: `${ownerSdl(owner)}\n${definition}` }));
    expect(await clashing("nykoping", "scalar Shared")).toMatchObject({ kind: "published" });
    const before = await rowCounts();
    expect(await clashing("sundsvall", "enum Shared { A }")).toMatchObject({
      kind: "rejected",
      findings: [{ code: "COMPOSITION" }],
    });
    expect(await rowCounts()).toEqual(before);
    expect(await actions()).toEqual(["STARTED", "PUBLISHED", "REJECTED"]);
  });
});

describe("a change that breaks what somebody asks for", () => {
  const breaking: Finding = { code: "BREAKING_IN_USE", severity: "ERROR", message: "It breaks.", remedy: "Keep it." };
  let slow: Promise<PublishOutcome>;
  beforeEach(async () => {
    await publishAs(kit.registry, "sundsvall", "persons: Int");
    await use("SundsvallNeed.persons");
  });

  it("is rejected", async () => {
    expect(await kit.registry.publish(sundsvall, submissionOf("sundsvall"))).toMatchObject({
      kind: "rejected",
      findings: [{ code: "BREAKING_IN_USE", severity: "ERROR", coordinate: "SundsvallNeed.persons" }],
      changes: expect.arrayContaining([expect.objectContaining({ criticality: "BREAKING", isUsed: true })]),
    });
  });

  it("is rejected while the subgraph is out, too", async () => {
    await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."));
    expect(await kit.registry.publish(sundsvall, submissionOf("sundsvall"))).toMatchObject({ kind: "rejected" });
  });

  it("can be forced by the operator, which is written down", async () => {
    const forced = submissionOf("sundsvall", "", { force: true });
    await expect(kit.registry.publish(sundsvall, forced)).rejects.toThrow(NotAllowed);
    await expect(kit.registry.check(sundsvall, forced)).rejects.toThrow(NotAllowed);
    expect(await kit.registry.publish(localOperator, forced)).toMatchObject({ kind: "published", version: 2 });
    expect(await kit.registry.audit({ limit: 1 })).toMatchObject([{ action: "PUBLISHED", details: { force: true } }]);
  });

  it("is rejected even when what it breaks was published after that had been looked at", async () => {
    let go = () => {};
    const isHeld = new Promise<void>((resolve) => {
      go = resolve;
    });
    const befores: string[] = [];
    const isJudged = new Promise<void>((judged) => {
      const held = kit.another({
        checks: {
          async judgeChanges({ before }) {
            befores.push(before);
            judged();
            await isHeld;
            return { changes: [], findings: before.includes("homes: Int") ? [breaking] : [] };
          },
        },
      });
      slow = held.publish(sundsvall, submissionOf("sundsvall", "persons: Int; slow: Int"));
    });
    await isJudged;
    await publishAs(kit.registry, "sundsvall", "persons: Int; homes: Int");
    go();
    expect(await slow).toMatchObject({ kind: "rejected", findings: [breaking] });
    expect(befores).toHaveLength(2);
    expect(await liveMembers()).toEqual({ sundsvall: 2 });
  });
});

describe("rights", () => {
  it("end at the owner's own subgraph, and who tries is written down", async () => {
    const before = await rowCounts();
    await expect(kit.registry.publish(sundsvall, submissionOf("nykoping"))).rejects.toThrow(NotAllowed);
    await expect(kit.registry.check(sundsvall, submissionOf("nykoping"))).rejects.toThrow(NotAllowed);
    await expect(kit.registry.rollback(sundsvall, "nykoping")).rejects.toThrow(NotAllowed);
    await expect(kit.registry.remove(sundsvall, "nykoping")).rejects.toThrow(NotAllowed);
    await expect(kit.registry.rollbackSupergraph(sundsvall)).rejects.toThrow(NotAllowed);
    await expect(kit.registry.setHosts(sundsvall, "sundsvall", null)).rejects.toThrow(NotAllowed);
    expect(await rowCounts()).toEqual(before);
    expect(kit.probed).toEqual([]);
    const tries = (await kit.registry.audit({ owner: "sundsvall", limit: 10 })).reverse();
    expect(tries.map(({ action, actor, details }) => [action, actor, details])).toEqual(
      [
        { what: "publish", about: "nykoping" },
        { what: "check", about: "nykoping" },
        { what: "roll back", about: "nykoping" },
        { what: "remove", about: "nykoping" },
        { what: "roll the supergraph back" },
        { what: "set hosts", about: "sundsvall" },
      ].map((details) => ["NOT_ALLOWED", "token-of-sundsvall", details]),
    );
  });

  it("say nothing about owners that do not exist, but to the operator", async () => {
    const submission = { ...submissionOf("sundsvall"), owner: "atlantis" };
    await expect(kit.registry.publish(sundsvall, submission)).rejects.toThrow(NotAllowed);
    await expect(kit.registry.publish(localOperator, submission)).rejects.toThrow(UnknownOwner);
  });
});

it("checks a schema without an address by itself, and calls nobody", async () => {
  const { routingUrl: _, ...trial } = submissionOf("sundsvall");
  expect(await kit.registry.check(sundsvall, trial)).toMatchObject({ kind: "passed", findings: [] });
  expect(await kit.registry.check(sundsvall, { ...trial, sdl: "type {" })).toMatchObject({
    kind: "failed",
    findings: [{ code: "SYNTAX" }],
  });
  expect(kit.probed).toEqual([]);
  expect(await kit.registry.check(sundsvall, { ...trial, routingUrl: "" })).toMatchObject({
    kind: "failed",
    findings: [{ code: "ROUTING_URL" }],
  });
});

it("tells a mistake once, however many checks see it", async () => {
  const sdl = `${ownerSdl("sundsvall")}\nextend type Query {\n  "Everything."\n  needs: Int\n}`;
  const outcome = await kit.registry.check(sundsvall, submissionOf("sundsvall", "", { sdl }));
  expect(outcome).toMatchObject({ kind: "failed", findings: [{ code: "NAME_NOT_OWN", coordinate: "Query.needs" }] });
  expect(outcome.findings).toHaveLength(1);
});

it("checks without changing anything", async () => {
  const before = await rowCounts();
  expect(await kit.registry.check(sundsvall, submissionOf("sundsvall"))).toMatchObject({
    kind: "passed",
    findings: [],
  });
  expect(await kit.registry.check(sundsvall, submissionOf("sundsvall", "x: Nowhere"))).toMatchObject({
    kind: "failed",
  });
  expect([await rowCounts(), await actions()]).toEqual([before, []]);
});

it("takes two hundred versions of an owner within a day, and more of the operator alone", async () => {
  await publishAs(kit.registry, "sundsvall");
  await kit.database.query(
    `INSERT INTO registry.subgraph_version (owner, number, sdl, routing_url, published_by, published_at)
     SELECT owner, series, sdl, routing_url, published_by, now() - interval '23 hours'
     FROM registry.subgraph_version, generate_series(2, 199) series`,
  );
  const next = submissionOf("sundsvall", "persons: Int");
  expect(await kit.registry.publish(sundsvall, next)).toMatchObject({ kind: "published", version: 200 });
  const more = submissionOf("sundsvall", "homes: Int");
  const refusal = await kit.registry.publish(sundsvall, more).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(TooMany);
  expect((refusal as TooMany).seconds).toBeGreaterThan(3500);
  expect((refusal as TooMany).seconds).toBeLessThanOrEqual(3600);
  expect(await kit.registry.publish(sundsvall, next)).toEqual({ kind: "unchanged", version: 200 });
  expect(await kit.registry.publish(localOperator, more)).toMatchObject({ kind: "published", version: 201 });
});

describe("what is no fault of the owner's", () => {
  it("is thrown and not written down as rejected: the hub stops, or merging is too much for it", async () => {
    const failing = (change: Partial<Composer>) => kit.another({ composer: { ...composer, ...change } });
    const stopped = createComposer({ logger: silentLogger });
    const small = createComposer({ logger: silentLogger, memberMilliseconds: 1 });
    await kit.registry.ensureLive();
    const checking = failing({
      async checkOne(...given) {
        await stopped.checkOne(hubRooms);
        const composing = stopped.checkOne(...given);
        setImmediate(() => stopped.close());
        return composing;
      },
    });
    await expect(checking.publish(sundsvall, submissionOf("sundsvall"))).rejects.toThrow("failed in its thread");
    const merging = failing({ merge: small.merge });
    await expect(merging.publish(sundsvall, submissionOf("sundsvall"))).rejects.toThrow("took more time");
    await small.close();
    expect(await actions()).toEqual(["STARTED"]);
    expect(await kit.registry.subgraphs()).toEqual([]);
  });
});

it("rolls back to what was never composed together while candidates hold their thread", async () => {
  await publishAs(kit.registry, "sundsvall");
  await publishAs(kit.registry, "sundsvall", "persons: Int");
  await publishAs(kit.registry, "nykoping");
  const held = kit.another({ composer: { ...composer, checkOne: () => new Promise(() => {}) } });
  expect(await held.rollback(sundsvall, "sundsvall")).toMatchObject({ kind: "switched" });
  const changed = kit.another({
    composer: { ...composer, checkOne: () => new Promise(() => {}) },
    rooms: changedRooms("areas", (sdl) => `${sdl}\n"New." enum AreaSize { SMALL }`),
  });
  expect((await changed.ensureLive()).members).toEqual(
    new Map([
      ["nykoping", 1],
      ["sundsvall", 1],
    ]),
  );
});

it("writes nothing when the database fails at the last step", async () => {
  await kit.registry.ensureLive();
  const before = [await rowCounts(), await actions()];
  await kit.database.query(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk on fire'; END $$;
    CREATE TRIGGER fail BEFORE INSERT ON registry.audit FOR EACH ROW WHEN (NEW.action = 'PUBLISHED') EXECUTE FUNCTION fail()`);
  await expect(publishAs(kit.registry, "sundsvall")).rejects.toThrow("disk on fire");
  expect([await rowCounts(), await actions()]).toEqual(before);
  await kit.database.query("DROP TRIGGER fail ON registry.audit");
  expect(await publishAs(kit.registry, "sundsvall")).toMatchObject({ version: 1 });
});
