import { readSupergraphHeader } from "../../kit/supergraph-header";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { createComposer } from "../composition/composer";
import { localOperator, ownersOf } from "../owners";
import { createRegistry, type Registry } from "../registry";
import { illness } from "../test-support/causes";
import { ownerSdl } from "../test-support/owner-subgraph";
import { hubRooms } from "../test-support/rooms";

const owners = ownersOf(
  Array.from({ length: 20 }, (_, index) => {
    const letters = String.fromCharCode(97 + index).repeat(4);
    return { code: `${1000 + index}`, name: letters, slug: letters };
  }),
).filter(({ kind }) => kind === "MUNICIPALITY");

/** Two processes over one database. */
let registries: readonly Registry[];
let database: TestDatabase;
const composer = createComposer({ logger: silentLogger });
beforeEach(async () => {
  database = await createTestDatabase("migrated");
  registries = [1, 2].map(() =>
    createRegistry({
      databaseUrl: database.url,
      rooms: hubRooms,
      logger: silentLogger,
      loopback: true,
      composer,
      probe: async () => [],
    }),
  );
  await registries[0]?.ensureOwners(owners);
});
afterEach(async () => {
  for (const registry of registries) await registry.close();
  await database.drop();
});
afterAll(() => composer.close());

const registryFor = (index: number) => registries[index % registries.length] as Registry;
const publish = (index: number, owner: string, fields = "") =>
  registryFor(index).publish(localOperator, {
    owner,
    sdl: ownerSdl(owner, fields),
    routingUrl: `http://127.0.0.1:9/${owner}`,
  });

it("lets twenty owners publish at once: all of them are live", async () => {
  const outcomes = await Promise.all(owners.map(({ name }, index) => publish(index, name)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(owners.map(() => "published"));
  const live = await registryFor(0).live();
  expect([...(live?.members ?? [])]).toEqual(owners.map(({ name }) => [name, 1]));
  expect(readSupergraphHeader(live?.sdl ?? "").map(({ name }) => name)).toEqual(owners.map(({ name }) => name));
  const history = (await registryFor(1).supergraphs(100)).reverse();
  expect(history.map(({ subgraphs }) => subgraphs)).toEqual(Array.from({ length: 21 }, (_, index) => index));
  expect((await registryFor(1).audit({ limit: 100 })).filter(({ action }) => action === "PUBLISHED")).toHaveLength(20);
});

it("numbers one owner's versions without gaps", async () => {
  const fields = ["", "one: Int", "two: Int", "three: Int"];
  const outcomes = await Promise.all(fields.map((field, index) => publish(index, "aaaa", field)));
  const numbers = outcomes.flatMap((outcome) => (outcome.kind === "published" ? outcome.version : []));
  expect([...numbers].sort()).toEqual([1, 2, 3, 4]);
  const details = await registryFor(0).subgraph("aaaa");
  expect(details?.versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  expect(details?.live).toBe(4);
});

it("publishes the same text once, also when it is handed in twice at once", async () => {
  const outcomes = await Promise.all([publish(0, "aaaa", "two: Int"), publish(1, "aaaa", "two: Int")]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["published", "unchanged"]);
  expect(outcomes).toEqual([expect.objectContaining({ version: 1 }), expect.objectContaining({ version: 1 })]);
  expect((await registryFor(0).subgraph("aaaa"))?.versions).toHaveLength(1);
  expect((await registryFor(0).supergraphs(10)).map(({ reason }) => reason)).toEqual(["PUBLISHED", "STARTED"]);
});

it("starts once when two processes start together", async () => {
  const [one, other] = await Promise.all(registries.map((registry) => registry.ensureLive()));
  expect(one).toEqual(other);
  expect((await registryFor(0).supergraphs(10)).map(({ reason }) => reason)).toEqual(["STARTED"]);
});

it("lets rollbacks, removals and publishes of several owners pass by one another", async () => {
  for (const fields of ["", "one: Int"]) await publish(0, "aaaa", fields);
  await publish(0, "bbbb");
  const outcomes = await Promise.all([
    registryFor(0).rollback(localOperator, "aaaa"),
    registryFor(1).remove(localOperator, "bbbb"),
    publish(1, "cccc"),
    registryFor(0).quarantine("dddd", 1, illness("It was never there.")),
  ]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(["switched", "switched", "published", "unchanged"]);
  expect(Object.fromEntries((await registryFor(1).live())?.members ?? [])).toEqual({ aaaa: 1, cccc: 1 });
});
