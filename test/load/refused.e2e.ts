import type { PackageDraft } from "../../intake/test-support/package-draft";
import { type HubData, named, openHubData } from "./hub-data";

let hub: HubData;
beforeEach(async () => {
  hub = await openHubData();
  await hub.load([hub.municipality(), hub.reference()]);
});
afterEach(() => hub.close());

const wrong = (draft: PackageDraft) => draft.set("initiatives", 0, { is_pilot: "kanske" });

async function supplyOf(owner: string) {
  const supply = (await hub.supply())[owner];
  if (!supply) throw new Error(`${owner} has delivered nothing`);
  return supply;
}

describe("a delivery that is refused", () => {
  it("is shown with its time, and the last good one stays as it was", async () => {
    const before = await supplyOf("2181");
    expect(before.attempted_at).toEqual(before.changed_at);
    expect(await hub.load([hub.municipality(wrong), hub.reference()])).toMatchObject({ kind: "refused" });
    const after = await supplyOf("2181");
    expect(after).toEqual({ ...before, result: "REFUSED", attempted_at: expect.any(Date) });
    expect(after.attempted_at.getTime()).toBeGreaterThan(before.attempted_at.getTime());
  });

  it("says nothing of a package in the same load that was unchanged", async () => {
    const before = await supplyOf("0000");
    await hub.load([hub.municipality(wrong), hub.reference()]);
    expect(await supplyOf("0000")).toEqual(before);
  });

  it("takes with it the good packages that came in the same load", async () => {
    const changed = hub.reference((draft) => draft.set("organisations", 0, { name: "Verket" }));
    await hub.load([hub.municipality(wrong), changed]);
    expect(await supplyOf("0000")).toMatchObject({ result: "REFUSED" });
  });

  it("leaves no trace of an owner from whom nothing was ever accepted", async () => {
    const stranger = hub.municipality((draft) => {
      draft.descriptor.kommungraf = { owner: "0643" };
    });
    expect(await hub.load([stranger])).toMatchObject({ kind: "refused" });
    expect(await hub.supply()).not.toHaveProperty("0643");
  });

  it("is followed by an accepted one when the old package comes again, of the same content", async () => {
    const { changed_at } = await supplyOf("2181");
    await hub.load([hub.municipality(wrong)]);
    const { attempted_at } = await supplyOf("2181");
    await hub.load([hub.municipality()]);
    const after = await supplyOf("2181");
    expect(after).toMatchObject({ result: "ACCEPTED", changed_at });
    expect(after.attempted_at.getTime()).toBeGreaterThan(attempted_at.getTime());
  });

  it("is followed by an accepted one when it comes mended", async () => {
    const before = await supplyOf("2181");
    await hub.load([hub.municipality(wrong)]);
    await hub.load([hub.municipality(named("Familjepedagogen"))]);
    const after = await supplyOf("2181");
    expect(after.result).toBe("ACCEPTED");
    expect(after.changed_at.getTime()).toBeGreaterThan(before.changed_at.getTime());
    expect(after.attempted_at).toEqual(after.changed_at);
  });
});

describe("a delivery that brings nothing new", () => {
  it.each([false, true])("moves neither time (written all the same: %s)", async (force) => {
    const before = await hub.supply();
    await hub.load([hub.municipality(), hub.reference()], { force });
    expect(await hub.supply()).toEqual(before);
  });
});
