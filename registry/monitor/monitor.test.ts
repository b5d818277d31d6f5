import { parse } from "graphql";
import { Agent } from "undici";
import { createLogger } from "../../kit/logger";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { type CountingComposer, createComposer } from "../composition/composer";
import { createRegistryDatabase } from "../database";
import type { HubRoom } from "../model";
import { localOperator } from "../owners";
import { createLookAt } from "../probe/look-at";
import { startEndpoint, type TestEndpoint } from "../probe/test-support/endpoint";
import { createRegistry, type Registry } from "../registry";
import { illness } from "../test-support/causes";
import { ownerNamed, ownerSdl, owners } from "../test-support/owner-subgraph";
import { changedRooms, hubRooms } from "../test-support/rooms";
import { createMonitor, type Monitor, type MonitorOptions } from "./monitor";

const MINUTE = 60_000;
const agent = new Agent();
const lookAt = createLookAt({ agent, limits: { milliseconds: 5000 } });
let composer: CountingComposer;
let database: TestDatabase;
let registry: Registry;
let others: Registry[];
let now: Date;
let endpoints: Map<string, TestEndpoint>;
let monitors: Monitor[];
const lines: string[] = [];

beforeAll(() => {
  composer = createComposer({ logger: silentLogger });
});
afterAll(async () => {
  await composer.close();
  await agent.close();
});

beforeEach(async () => {
  database = await createTestDatabase("migrated");
  await createRegistryDatabase({ url: database.url, logger: silentLogger }).migrate();
  registry = registryOf(hubRooms);
  await registry.ensureOwners(owners);
  await registry.ensureLive();
  others = [];
  now = new Date();
  endpoints = new Map();
  monitors = [];
  lines.length = 0;
});
afterEach(async () => {
  await Promise.all(monitors.map((monitor) => monitor.stop()));
  await Promise.all([...endpoints.values()].map((endpoint) => endpoint.stop()));
  await Promise.all([registry, ...others].map((one) => one.close()));
  await database.drop();
});

const registryOf = (rooms: readonly HubRoom[]) =>
  createRegistry({
    databaseUrl: database.url,
    rooms,
    logger: silentLogger,
    loopback: true,
    composer,
    probe: async () => [],
    checks: {
      readSubgraph: (sdl) => ({ findings: [], document: parse(sdl) }),
      checkPolicy: () => [],
      judgeChanges: async () => ({ findings: [], changes: [] }),
    },
  });

/** As after an upgrade of the hub whose own schemas have become others. */
async function upgraded(change: (sdl: string) => string): Promise<Registry> {
  const later = registryOf(changedRooms("areas", change));
  others.push(later);
  await later.ensureLive();
  return later;
}

function monitorOf(options: Partial<MonitorOptions> = {}): Monitor {
  const monitor = createMonitor({
    registry,
    databaseUrl: database.url,
    lookAt,
    logger: createLogger({ name: "test", level: "info" }, { write: (line) => void lines.push(line) }),
    clock: () => now,
    jitter: 0,
    ...options,
  });
  monitors.push(monitor);
  return monitor;
}

const wait = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
};

async function publish(name: string): Promise<TestEndpoint> {
  const sdl = ownerSdl(ownerNamed(name).prefix);
  const endpoint = await startEndpoint(sdl);
  endpoints.set(name, endpoint);
  const outcome = await registry.publish(localOperator, { owner: name, sdl, routingUrl: endpoint.url });
  expect(outcome).toMatchObject({ kind: "published" });
  return endpoint;
}

const breakDown = (endpoint: TestEndpoint) =>
  endpoint.behave((_question, _response, request) => request.socket.destroy());

const standingOf = async (name: string) => {
  const subgraph = await registry.subgraph(name);
  return { live: subgraph?.live, state: subgraph?.standing?.state, reason: subgraph?.standing?.reason };
};
const deeds = async () =>
  (await registry.audit({ owner: "sundsvall", limit: 10 })).map(({ action }) => action).reverse();

it("takes out a subgraph that fails for a quarter of an hour, and back in when it is well again", async () => {
  const endpoint = await publish("sundsvall");
  await publish("nykoping");
  const { round } = monitorOf();
  await round();
  expect(await standingOf("sundsvall")).toEqual({ live: 1, state: "WELL", reason: null });

  breakDown(endpoint);
  await round();
  const reason = "The endpoint cannot be reached: the connection was closed.";
  expect(await standingOf("sundsvall")).toEqual({ live: 1, state: "FAILING", reason });
  wait(14);
  await round();
  expect(await standingOf("sundsvall")).toEqual({ live: 1, state: "FAILING", reason });
  wait(1);
  await round();
  expect(await standingOf("sundsvall")).toEqual({ live: null, state: "OUT", reason });
  expect((await registry.live())?.members).toEqual(new Map([["nykoping", 1]]));

  wait(1);
  await round();
  expect(await standingOf("sundsvall")).toEqual({ live: null, state: "OUT", reason });
  endpoint.behave();
  await round();
  expect(await standingOf("sundsvall")).toMatchObject({ live: null, state: "OUT", reason: /It answers again/ });
  await round();
  expect(await standingOf("sundsvall")).toEqual({ live: 1, state: "WELL", reason: null });
  expect(await deeds()).toEqual(["PUBLISHED", "QUARANTINED", "RETURNED"]);
  expect(await standingOf("nykoping")).toEqual({ live: 1, state: "WELL", reason: null });
});

it("does not take out one that fails now and then, nor bring back one that answers now and then", async () => {
  const endpoint = await publish("sundsvall");
  const { round } = monitorOf();
  const fail = async (minutes: number) => {
    breakDown(endpoint);
    await round();
    wait(minutes);
    await round();
  };
  for (const _ of [1, 2, 3]) {
    await fail(10);
    endpoint.behave();
    wait(4);
    await round();
  }
  expect(await standingOf("sundsvall")).toEqual({ live: 1, state: "WELL", reason: null });
  await fail(15);
  for (const _ of [1, 2, 3]) {
    endpoint.behave();
    await round();
    breakDown(endpoint);
    await round();
  }
  expect(await standingOf("sundsvall")).toMatchObject({ live: null, state: "OUT" });
  expect(await deeds()).toEqual(["PUBLISHED", "QUARANTINED"]);
});

it("counts a subgraph as failing that answers the registry but no gateway", async () => {
  await publish("sundsvall");
  // All of it happened in the last hour, and what the database itself does happens now.
  wait(-60);
  await database.query("UPDATE registry.standing SET since = since - interval '1 day'");
  const { round } = monitorOf();
  const calls = (failures: number) =>
    database.query(
      `INSERT INTO registry.owner_calls VALUES ('sundsvall', $1, 10, $2, 'SUBGRAPH_TIMEOUT')
       ON CONFLICT (owner, minute) DO UPDATE SET failures = excluded.failures`,
      [now, failures],
    );
  for (let minute = 0; minute < 3; minute += 1) {
    expect(await standingOf("sundsvall")).toMatchObject({ live: 1, state: "WELL" });
    wait(1);
    await calls(10);
    await round();
  }
  expect(await standingOf("sundsvall")).toEqual({
    live: 1,
    state: "FAILING",
    reason: "Every call of the last 5 minutes failed (SUBGRAPH_TIMEOUT).",
  });
  await calls(9);
  await round();
  expect(await standingOf("sundsvall")).toMatchObject({ state: "WELL" });
  for (let minute = 0; minute < 17; minute += 1) {
    await calls(10);
    await round();
    expect(await standingOf("sundsvall")).toMatchObject({ live: 1 });
    wait(1);
  }
  await calls(10);
  await round();
  expect(await standingOf("sundsvall")).toMatchObject({ live: null, state: "OUT" });
  // What was counted before it went out does not count against it when it is back.
  await round();
  await round();
  await round();
  expect(await standingOf("sundsvall")).toMatchObject({ live: 1, state: "WELL" });
});

it("begins anew with a version that is published meanwhile", async () => {
  const endpoint = await publish("sundsvall");
  const { round } = monitorOf();
  breakDown(endpoint);
  await round();
  wait(10);
  await registry.publish(localOperator, {
    owner: "sundsvall",
    sdl: ownerSdl("sundsvall", "persons: Int"),
    routingUrl: endpoint.url,
  });
  await round();
  wait(10);
  await round();
  expect(await standingOf("sundsvall")).toMatchObject({ live: 2, state: "FAILING" });
  wait(5);
  await round();
  expect(await standingOf("sundsvall")).toMatchObject({ live: null, state: "OUT" });
});

it("takes out no version that it has not looked at", async () => {
  const endpoint = await publish("sundsvall");
  const first = monitorOf();
  breakDown(endpoint);
  await first.round();
  await first.stop();
  wait(20);
  // The owner mends it while the round is under way.
  await monitorOf({
    lookAt: async (subject, signal) => {
      const look = await lookAt(subject, signal);
      const sdl = ownerSdl("sundsvall", "persons: Int");
      await registry.publish(localOperator, { owner: "sundsvall", sdl, routingUrl: endpoint.url });
      return look;
    },
  }).round();
  expect(await standingOf("sundsvall")).toEqual({ live: 2, state: "WELL", reason: null });
  expect(await deeds()).toEqual(["PUBLISHED", "PUBLISHED"]);
});

describe("a subgraph that answers and may not come back", () => {
  const unfit = (sdl: string) => `${sdl}\n"New." enum SundsvallNeed { "x" A }`;
  const warnings = () => lines.filter((line) => line.includes("stays as it is")).length;
  const rounds = async (count: number, round: () => Promise<void>) => {
    for (let number = 0; number < count; number += 1) await round();
  };

  it("says why it was left out for as long as the hub's schemas stay, and is not tried with each round", async () => {
    await publish("sundsvall");
    const later = await upgraded(unfit);
    const { round, stop } = monitorOf({ registry: later });
    const merges = composer.counts();
    await rounds(5, round);
    const reason = expect.stringMatching(/^Does not fit the hub's schemas any more: Type "SundsvallNeed"/);
    expect(await standingOf("sundsvall")).toEqual({ live: null, state: "OUT", reason });
    breakDown(endpoints.get("sundsvall") as TestEndpoint);
    await round();
    expect(await standingOf("sundsvall")).toMatchObject({ reason });
    expect([composer.counts(), warnings()]).toEqual([merges, 0]);
    await stop();

    endpoints.get("sundsvall")?.behave();
    const { round: roundAfter } = monitorOf({ registry: await upgraded((sdl) => `${sdl}\n"New." enum New { "x" A }`) });
    await rounds(2, roundAfter);
    expect(await standingOf("sundsvall")).toEqual({ live: 1, state: "WELL", reason: null });
    expect(await deeds()).toEqual(["PUBLISHED", "LEFT_OUT", "RETURNED"]);
  });

  it("says that it does not fit any more when that is found out as it is to come back", async () => {
    await publish("sundsvall");
    await registry.quarantine("sundsvall", 1, illness("It does not answer."));
    const later = await upgraded(unfit);
    const { round } = monitorOf({ registry: later });
    await rounds(2, round);
    const reason = expect.stringMatching(/^Version 1 of sundsvall does not fit the hub any more/);
    expect(await standingOf("sundsvall")).toEqual({ live: null, state: "OUT", reason });
    const checks = composer.counts();
    await rounds(4, round);
    expect(await standingOf("sundsvall")).toEqual({ live: null, state: "OUT", reason });
    expect([composer.counts(), warnings()]).toEqual([checks, 1]);
  });

  it("stays out while its address is one that the hub may not call, and comes back when it may", async () => {
    await publish("sundsvall");
    await registry.quarantine("sundsvall", 1, illness("It does not answer."));
    await registry.setHosts(localOperator, "sundsvall", ["*.sundsvall.se"]);
    const { round } = monitorOf();
    await rounds(5, round);
    expect(await standingOf("sundsvall")).toEqual({
      live: null,
      state: "OUT",
      reason: expect.stringMatching(/^Version 1 of sundsvall is at an address that the hub may not call any more\./),
    });
    expect(warnings()).toBe(1);
    await registry.setHosts(localOperator, "sundsvall", null);
    await round();
    expect(await standingOf("sundsvall")).toEqual({ live: 1, state: "WELL", reason: null });
  });
});

it("writes down why a subgraph went out and came back", async () => {
  const endpoint = await publish("sundsvall");
  const { round } = monitorOf();
  breakDown(endpoint);
  await round();
  wait(15);
  await round();
  endpoint.behave();
  await round();
  await round();
  expect(await registry.audit({ owner: "sundsvall", limit: 2 })).toMatchObject([
    { action: "RETURNED", details: { version: 1, code: "WELL_AGAIN", reason: "It was found well 2 times in a row." } },
    {
      action: "QUARANTINED",
      details: {
        version: 1,
        code: "ENDPOINT_FAILS",
        reason: "The endpoint cannot be reached: the connection was closed.",
      },
    },
  ]);
});

it("takes out nobody when it is rather the hub that reaches nobody", async () => {
  const endpoint = await publish("sundsvall");
  const sdl = ownerSdl("sundsvall");
  await database.query(
    `INSERT INTO registry.owner (name, title, kind, prefix) SELECT 'agency' || n, 'Agency', 'AGENCY', 'agency' || n FROM generate_series(1, 10) n;
     INSERT INTO registry.subgraph_version (owner, number, sdl, routing_url, published_by)
       SELECT 'agency' || n, 1, '${sdl.replaceAll("'", "''")}', '${endpoint.url}', 'test' FROM generate_series(1, 10) n;
     INSERT INTO registry.supergraph_member SELECT (SELECT supergraph FROM registry.activation ORDER BY number DESC LIMIT 1), 'agency' || n, 1 FROM generate_series(1, 10) n;`,
  );
  const quarantined: string[] = [];
  const noting = {
    registry: {
      ...registry,
      async quarantine(owner: string) {
        quarantined.push(owner);
        return { kind: "unchanged" } as const;
      },
    },
  };
  const monitor = monitorOf(noting);
  breakDown(endpoint);
  await monitor.round();
  wait(20);
  await monitor.round();
  expect(quarantined).toEqual([]);
  expect(lines.join("")).toMatch(/Most subgraphs cannot be reached; none is taken out/);

  // Ten of eleven answer: what still fails is the subgraph's own fault.
  const well = await startEndpoint(sdl);
  endpoints.set("well", well);
  await monitor.stop();
  await monitorOf({
    ...noting,
    lookAt: (subject, signal) =>
      lookAt({ ...subject, routingUrl: subject.owner.name === "sundsvall" ? endpoint.url : well.url }, signal),
  }).round();
  expect(quarantined).toEqual(["sundsvall"]);
});

it("is done by one process at a time, and by the other when that one is gone", async () => {
  const endpoint = await publish("sundsvall");
  const [one, other] = [monitorOf(), monitorOf()];
  const looks = async (work: () => Promise<unknown>) => {
    endpoint.asked.length = 0;
    await work();
    return endpoint.asked.length;
  };
  expect(await looks(one.round)).toBe(1);
  expect(await looks(other.round)).toBe(0);
  expect(await looks(() => Promise.all([one.round(), other.round()]))).toBe(1);
  const leaders =
    "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kommungraf-monitor'";
  await database.query(`SELECT pg_terminate_backend(pid) ${leaders}`);
  // The connection ends some moments after it was told to.
  while ((await database.query(`SELECT pid ${leaders}`)).length > 0);
  expect(await looks(other.round)).toBe(1);
  expect(await looks(one.round)).toBe(0);
  await other.stop();
  expect(await looks(one.round)).toBe(1);
});

it("looks at all even when one look or one switch fails", async () => {
  await publish("sundsvall");
  const endpoint = await publish("nykoping");
  const { round } = monitorOf({
    registry: {
      ...registry,
      quarantine: () => Promise.reject(new Error("the database is away")),
    },
    lookAt: (subject, signal) =>
      subject.owner.name === "sundsvall" ? Promise.reject(new Error("a bug")) : lookAt(subject, signal),
  });
  breakDown(endpoint);
  await round();
  wait(20);
  await round();
  expect(await standingOf("sundsvall")).toMatchObject({ live: 1, state: "WELL" });
  expect(await standingOf("nykoping")).toMatchObject({ live: 1, state: "FAILING" });
  expect(lines.join("")).toMatch(/could not be followed/);
  expect(lines.join("")).toMatch(/could not be looked at/);
});

it("goes its rounds by itself, and stops in the middle of one", async () => {
  const endpoint = await publish("sundsvall");
  const monitor = monitorOf({ every: 10 });
  const asked = new Promise<void>((resolve) => endpoint.behave(() => resolve()));
  monitor.start();
  await asked;
  await monitor.stop();
  expect(await standingOf("sundsvall")).toMatchObject({ live: 1, state: "WELL" });
});
