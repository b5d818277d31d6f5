import { silentLogger } from "../../test/testkit/database";
import { createComposer } from "../composition/composer";
import { localOperator } from "../owners";
import { illness } from "../test-support/causes";
import { publishAs, startTestRegistry, type TestRegistry } from "../test-support/test-registry";
import { type Connection, createConnection } from "./connection";
import { noteLook, readWatched, type Watched } from "./looks";

let kit: TestRegistry;
let connection: Connection;
const composer = createComposer({ logger: silentLogger });
beforeEach(async () => {
  kit = await startTestRegistry(composer);
  connection = createConnection({ url: kit.database.url, logger: silentLogger });
  await publishAs(kit.registry, "sundsvall");
});
afterEach(async () => {
  await connection.close();
  await kit.close();
});
afterAll(() => composer.close());

const at = new Date("2026-01-01T00:00:00Z");
const failing = { state: "FAILING", since: at, reason: "It is down.", healthyLooks: 0, lookedAt: at } as const;
const watchedNow = async () => (await readWatched(connection))[0] as Watched;
const standings = () => kit.database.query("SELECT owner, version, state, reason FROM registry.standing");
/** As before anything has been written down. */
const forget = () => kit.database.query("DELETE FROM registry.standing");

describe("what a look has found", () => {
  it("is written down, whether or not something has been before", async () => {
    await noteLook(connection, await watchedNow(), failing);
    const found = [{ owner: "sundsvall", version: 1, state: "FAILING", reason: "It is down." }];
    expect(await standings()).toEqual(found);
    await forget();
    await noteLook(connection, await watchedNow(), failing);
    expect(await standings()).toEqual(found);
  });

  it("is written down of a subgraph that is out", async () => {
    await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."));
    await noteLook(connection, await watchedNow(), { ...failing, state: "OUT", reason: "It is still down." });
    expect(await standings()).toMatchObject([{ state: "OUT", reason: "It is still down." }]);
  });

  it.each([
    ["with a standing", async () => {}],
    ["without one", forget],
  ])("brings nothing back that has been taken away meanwhile, %s", async (_, before) => {
    await before();
    const watched = await watchedNow();
    await kit.registry.remove(localOperator, "sundsvall");
    await noteLook(connection, watched, failing);
    expect(await standings()).toEqual([]);
    expect(await kit.registry.subgraph("sundsvall")).toMatchObject({ live: null, standing: null });
  });

  it("says nothing of the version that has come meanwhile", async () => {
    const watched = await watchedNow();
    await publishAs(kit.registry, "sundsvall", "persons: Int");
    await noteLook(connection, watched, failing);
    expect(await standings()).toMatchObject([{ version: 2, state: "WELL" }]);
    await forget();
    await noteLook(connection, { ...watched, state: null }, failing);
    expect(await standings()).toEqual([]);
  });
});
