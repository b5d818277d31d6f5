import { readSupergraphHeader } from "../../kit/supergraph-header";
import { silentLogger } from "../../test/testkit/database";
import { createComposer } from "../composition/composer";
import { wellAgain } from "../test-support/causes";
import { changedRooms, hubRooms } from "../test-support/rooms";
import { publishAs, startTestRegistry, type TestRegistry } from "../test-support/test-registry";

let kit: TestRegistry;
const composer = createComposer({ logger: silentLogger });
beforeEach(async () => {
  kit = await startTestRegistry(composer);
});
afterEach(() => kit.close());
afterAll(() => composer.close());

const reasons = async () => (await kit.registry.supergraphs(10)).map(({ reason }) => reason);
const membersOf = ({ sdl }: { sdl: string }) => readSupergraphHeader(sdl).map(({ name }) => name);

it("makes the rooms alone live on the first start, and nothing on the next", async () => {
  expect(await kit.registry.live()).toBeUndefined();
  const first = await kit.registry.ensureLive();
  expect(first).toMatchObject({ members: new Map(), sdl: expect.stringContaining('@join__graph(name: "areas"') });
  expect(await kit.another({ rooms: [...hubRooms].reverse() }).ensureLive()).toEqual(first);
  expect(await kit.registry.live()).toEqual(first);
  expect(await reasons()).toEqual(["STARTED"]);
  expect(await kit.registry.audit({ limit: 5 })).toMatchObject([
    { actor: "registry", action: "STARTED", owner: null, details: { supergraph: first.number, subgraphs: 0 } },
  ]);
});

it("composes all members anew when the rooms have changed", async () => {
  await publishAs(kit.registry, "nykoping");
  await publishAs(kit.registry, "sundsvall");
  const later = kit.another({ rooms: changedRooms("areas", (sdl) => `${sdl}\n"New." type New { "x" a: Int }`) });
  const live = await later.ensureLive();
  expect([live.sdl.includes("type New"), membersOf(live)]).toEqual([true, ["nykoping", "sundsvall"]]);
  expect((await reasons())[0]).toBe("ROOMS_CHANGED");
  expect(
    (await later.subgraphs()).map(({ name, live: version, standing }) => [name, version, standing?.state]),
  ).toEqual([
    ["nykoping", 1, "WELL"],
    ["sundsvall", 1, "WELL"],
  ]);
});

it("goes back to the stored supergraph when the rooms are as they were", async () => {
  await publishAs(kit.registry, "sundsvall");
  const before = await kit.registry.live();
  await kit.another({ rooms: changedRooms("areas", (sdl) => sdl.replace("Län.", "County.")) }).ensureLive();
  const merges = composer.counts().merges;
  expect(await kit.registry.ensureLive()).toEqual(before);
  expect(composer.counts().merges).toBe(merges);
});

it("leaves out who does not fit any more; it comes back when it fits again", async () => {
  await publishAs(kit.registry, "nykoping");
  await publishAs(kit.registry, "sundsvall");
  const later = kit.another({ rooms: changedRooms("areas", (sdl) => `${sdl}\n"New." enum SundsvallNeed { "x" A }`) });
  expect(membersOf(await later.ensureLive())).toEqual(["nykoping"]);
  const out = await later.subgraph("sundsvall");
  expect(out).toMatchObject({
    live: null,
    standing: {
      state: "OUT",
      reason: expect.stringMatching(
        /^Does not fit the hub's schemas any more: Type "SundsvallNeed" has mismatched kind/,
      ),
    },
  });
  expect(await later.audit({ owner: "sundsvall", limit: 1 })).toMatchObject([
    { actor: "registry", action: "LEFT_OUT", details: { version: 1, codes: ["COMPOSITION"] } },
  ]);
  expect(await later.readmit("sundsvall", 1, wellAgain)).toMatchObject({
    kind: "refused",
    reason: out?.standing?.reason,
  });
  expect(await kit.registry.readmit("sundsvall", 1, wellAgain)).toMatchObject({ kind: "switched" });
  expect((await kit.registry.live())?.members).toEqual(
    new Map([
      ["nykoping", 1],
      ["sundsvall", 1],
    ]),
  );
});

it("throws when the rooms do not compose, and leaves live what is", async () => {
  const before = await kit.registry.ensureLive();
  const broken = kit.another({
    rooms: changedRooms("areas", (sdl) => sdl.replace("county: County!", "county: Nowhere!")),
  });
  await expect(broken.ensureLive()).rejects.toThrow("The rooms do not compose");
  expect(await kit.registry.live()).toEqual(before);
});
