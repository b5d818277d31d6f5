import { setTimeout } from "node:timers/promises";
import { loadSeeds, offerSeeds } from "../../cli/load";
import { withAdvisoryLock } from "../../kit/advisory-lock";
import { silentLogger } from "../testkit/database";
import { type HubData, named, openHubData, outcomes } from "./hub-data";

let hub: HubData;
beforeEach(async () => {
  hub = await openHubData();
});
afterEach(() => hub.close());

const seeds = (folders: readonly string[]) => loadSeeds(hub.database.url, silentLogger, folders);

describe("the seeds at a start", () => {
  it("are loaded where nothing is, and known as seeds", async () => {
    await seeds([hub.municipality(), hub.reference()]);
    expect(await hub.supply()).toMatchObject({ "0000": { is_seed: true }, 2181: { is_seed: true } });
  });

  it("leave alone what a municipality delivered itself, even under the seed's own name", async () => {
    await seeds([hub.municipality(), hub.reference()]);
    await hub.load([hub.municipality(named("Vår familjepedagog")), hub.reference()]);
    expect(await hub.supply()).toMatchObject({ 2181: { is_seed: false } });
    const before = await hub.supply();
    await seeds([hub.municipality(), hub.reference()]);
    expect(await hub.nameOfInitiative()).toBe("Vår familjepedagog");
    expect(await hub.supply()).toEqual(before);
  });

  it("leave alone what came under another name, or through another door", async () => {
    await hub.load([
      hub.municipality((draft) => {
        named("Vår familjepedagog")(draft);
        draft.descriptor.name = "vart-paket";
      }),
      hub.reference(),
    ]);
    await hub.database.query("UPDATE areas.data_supply SET door = 'FEED' WHERE municipality_code = '2181'");
    await seeds([hub.municipality(), hub.reference()]);
    expect(await hub.nameOfInitiative()).toBe("Vår familjepedagog");
  });

  it("count a copy of a seed that the municipality has delivered unchanged as its own", async () => {
    await seeds([hub.municipality(), hub.reference()]);
    const { changed_at: before } = (await hub.supply())["2181"] ?? {};
    const same = await hub.load([hub.municipality(), hub.reference()]);
    expect(outcomes(same)).toEqual({ "0000": "unchanged", 2181: "unchanged" });
    expect(await hub.supply()).toMatchObject({ 2181: { is_seed: false, changed_at: before } });
    await seeds([hub.municipality(named("Nyare frö")), hub.reference()]);
    expect(await hub.nameOfInitiative()).toBe("Familjepedagog");
  });

  it("replace older seeds", async () => {
    await seeds([hub.municipality(), hub.reference()]);
    await seeds([hub.municipality(named("Familjepedagogen")), hub.reference()]);
    expect(await hub.nameOfInitiative()).toBe("Familjepedagogen");
    expect(await hub.supply()).toMatchObject({ 2181: { is_seed: true } });
  });

  it("change nothing the second time", async () => {
    await seeds([hub.municipality(), hub.reference()]);
    const before = await hub.supply();
    await seeds([hub.municipality(), hub.reference()]);
    expect(await hub.supply()).toEqual(before);
  });

  it("are decided upon inside the lock: an own delivery that was first in the queue is not lost", async () => {
    const reference = hub.reference();
    const own = hub.municipality(named("Vår familjepedagog"), "own");
    const newer = hub.municipality(named("Nyare frö"));
    await seeds([hub.municipality((draft) => draft.drop("targets", () => true), "older"), reference]);
    let queue: Promise<unknown>[] = [];
    await withAdvisoryLock(hub.dataSource, "kommungraf intake", async () => {
      const delivery = hub.load([own, reference]);
      await waiting(1);
      const start = seeds([newer, reference]);
      await waiting(2);
      queue = [delivery, start];
    });
    await Promise.all(queue);
    expect(await hub.nameOfInitiative()).toBe("Vår familjepedagog");
    expect(await hub.supply()).toMatchObject({ 2181: { is_seed: false } });
  });

  it("are loaded for a municipality although somebody else's reference data are kept", async () => {
    await hub.load([hub.reference((draft) => draft.set("organisations", 0, { name: "Verket" }))]);
    const outcome = await offerSeeds(hub.database.url, silentLogger, [hub.municipality(), hub.reference()]);
    expect(outcomes(outcome)).toEqual({ "0000": "kept", 2181: "written" });
  });

  it("stop the start with every mistake when they are wrong themselves", async () => {
    const wrong = hub.municipality((draft) => draft.set("initiatives", 0, { is_pilot: "kanske" }));
    await expect(seeds([wrong, hub.reference()])).rejects.toThrow(/The seeds are refused:.*is_pilot/s);
  });
});

/** Resolves when so many loads wait for the lock. */
async function waiting(count: number): Promise<void> {
  for (;;) {
    const [row] = await hub.database.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks
       WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (row?.waiting === count) return;
    await setTimeout(20);
  }
}
