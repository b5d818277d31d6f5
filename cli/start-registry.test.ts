import { createSigningKeys } from "../kit/signing-keys";
import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { type RegistryPart, startRegistry } from "./start-registry";

let database: TestDatabase;
let part: RegistryPart;
beforeAll(async () => {
  database = await createTestDatabase("migrated");
  jest.useFakeTimers({
    doNotFake: [
      "setTimeout",
      "clearTimeout",
      "setImmediate",
      "nextTick",
      "queueMicrotask",
      "Date",
      "performance",
      "hrtime",
    ],
  });
  part = await startRegistry({
    databaseUrl: database.url,
    logger: silentLogger,
    host: "127.0.0.1",
    port: 0,
    keys: await createSigningKeys(),
    publicUrl: () => "",
    loopback: true,
  });
});
afterAll(async () => {
  jest.useRealTimers();
  await part?.stop();
  await database?.drop();
});

it("makes a supergraph of today's rooms live, and serves it", async () => {
  const served = await fetch(`${part.url}/supergraph.graphql`);
  expect([served.status, await served.text()]).toEqual([200, (await part.registry.live())?.sdl]);
  expect(await part.registry.supergraphs(10)).toMatchObject([{ reason: "STARTED" }]);
});

it("looks after owners once it is told that the hub can be reached", () => {
  const before = jest.getTimerCount();
  part.lookAfter();
  expect(jest.getTimerCount()).toBe(before + 1);
});
