import { silentLogger } from "../../test/testkit/database";
import { createComposer } from "../composition/composer";
import { localOperator } from "../owners";
import { illness, wellAgain } from "../test-support/causes";
import { publishAs, startTestRegistry, type TestRegistry } from "../test-support/test-registry";

let kit: TestRegistry;
const composer = createComposer({ logger: silentLogger });
beforeAll(async () => {
  kit = await startTestRegistry(composer);
  await publishAs(kit.registry, "sundsvall");
  await publishAs(kit.registry, "sundsvall", "persons: Int");
});
afterAll(async () => {
  await kit.close();
  await composer.close();
});

describe.each(["subgraph_version", "supergraph", "supergraph_member", "activation", "audit"])("%s", (table) => {
  const changes: Readonly<Record<string, string>> = {
    subgraph_version: "sdl = ''",
    supergraph: "sdl = ''",
    supergraph_member: "version = 1",
    activation: "by = 'nobody'",
    audit: "actor = 'nobody'",
  };
  it.each([
    ["changed", `UPDATE registry.${table} SET ${changes[table]}`],
    ["deleted", `DELETE FROM registry.${table}`],
    ["cleared", `TRUNCATE registry.${table} CASCADE`],
  ])("cannot be %s", async (_, statement) => {
    const count = () => kit.database.query(`SELECT t FROM registry.${table} t ORDER BY 1`);
    const before = await count();
    expect(before.length).toBeGreaterThan(0);
    await expect(kit.database.query(statement)).rejects.toThrow("is a history: it only grows");
    expect(await count()).toEqual(before);
  });
});

it("keeps every version's text, and gives the versions newest first", async () => {
  const details = await kit.registry.subgraph("sundsvall");
  expect(details?.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect(details?.versions[0]).not.toHaveProperty("sdl");
  expect((await kit.registry.version("sundsvall", 2))?.sdl).toContain("persons: Int");
  expect((await kit.registry.version("sundsvall", 1))?.sdl).not.toContain("persons: Int");
  expect(await kit.registry.version("sundsvall", 3)).toBeUndefined();
  expect(await kit.registry.subgraph("nykoping")).toBeUndefined();
});

it("writes down everything that changes what is live, and pages through it", async () => {
  await kit.registry.rollback(localOperator, "sundsvall");
  await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."));
  await kit.registry.readmit("sundsvall", 1, wellAgain);
  await kit.registry.remove(localOperator, "sundsvall");
  await kit.registry.rollbackSupergraph(localOperator);
  const activations = (await kit.registry.supergraphs(100)).reverse();
  const audit = (await kit.registry.audit({ limit: 100 })).reverse();
  expect(activations.map(({ reason }) => reason)).toEqual([
    "STARTED",
    "PUBLISHED",
    "PUBLISHED",
    "ROLLED_BACK",
    "QUARANTINED",
    "RETURNED",
    "REMOVED",
    "ROLLED_BACK",
  ]);
  expect(audit.map(({ action }) => action)).toEqual([
    ...activations.slice(0, -1).map(({ reason }) => reason),
    "SUPERGRAPH_ROLLED_BACK",
  ]);
  expect(audit.map(({ details }) => details.supergraph)).toEqual(activations.map(({ supergraph }) => supergraph));
  const [newest, second] = await kit.registry.audit({ limit: 2 });
  expect(await kit.registry.audit({ limit: 1, before: newest?.number })).toEqual([second]);
});

it("tells two versions of one text apart, although their supergraphs are the same", async () => {
  const first = await publishAs(kit.registry, "nykoping");
  await publishAs(kit.registry, "nykoping", "persons: Int");
  const third = await publishAs(kit.registry, "nykoping");
  expect(third.supergraph.hash).toBe(first.supergraph.hash);
  expect(await kit.registry.subgraph("nykoping")).toMatchObject({ live: 3 });
});
