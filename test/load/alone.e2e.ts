import type { Refused } from "../../intake";
import { type HubData, named, openHubData, outcomes } from "./hub-data";

let hub: HubData;
beforeEach(async () => {
  hub = await openHubData();
});
afterEach(() => hub.close());

describe("a municipality's package alone", () => {
  it("is refused by a hub that has no reference data", async () => {
    expect(await hub.load([hub.municipality()])).toMatchObject({
      kind: "refused",
      mistakes: [{ code: "REFERENCE_DATA_MISSING" }],
    });
  });

  it("is checked against the national records and codes in the hub", async () => {
    await hub.load([hub.reference()]);
    expect(outcomes(await hub.load([hub.municipality()]))).toEqual({ 2181: "written" });
    expect(outcomes(await hub.load([hub.municipality(named("Familjepedagogen"))]))).toEqual({ 2181: "written" });
    expect(await hub.nameOfInitiative()).toBe("Familjepedagogen");
  });

  it.each([
    ["code", "CODE_UNKNOWN", "initiatives", { themes: "PARENTING;EMPLOYMENTS" }],
    ["organisation", "REFERENCE", "grant-events", { actor: "tillvaxtverkt" }],
    ["funding source", "REFERENCE", "pot-contributions", { source: "tillvaxtverkt" }],
    ["funding programme", "REFERENCE", "grants", { programme: "sfs-2018-152" }],
    ["source document", "REFERENCE", "sources", { document: "registret" }],
  ])("may not name a %s that the hub does not know", async (_, code, table, cells) => {
    await hub.load([hub.reference()]);
    const row = table === "grant-events" ? 1 : 0;
    const outcome = await hub.load([hub.municipality((draft) => draft.set(table, row, cells))]);
    expect(outcome).toMatchObject({ kind: "refused", mistakes: [{ code }] });
  });

  it("must be of a municipality that the hub knows", async () => {
    await hub.load([hub.reference((draft) => draft.drop("municipalities", ({ code }) => code === "0305"))]);
    const outcome = await hub.load([
      hub.municipality((draft) => {
        draft.descriptor.kommungraf = { owner: "0305" };
      }),
    ]);
    const { mistakes } = outcome as Refused;
    expect(mistakes.map(({ code }) => code)).toContain("OWNER_INVALID");
  });

  it("may not refer to a national record that has been withdrawn", async () => {
    await hub.load([hub.reference()]);
    await hub.load([hub.reference((draft) => draft.drop("funding-programmes", () => true))]);
    expect(await hub.load([hub.municipality()])).toMatchObject({
      kind: "refused",
      mistakes: [{ code: "REFERENCE", column: "programme" }],
    });
  });

  it("is not said to lack what an unreadable reference package may hold", async () => {
    await hub.load([hub.reference()]);
    const unreadable = hub.reference((draft) => draft.files.set("datapackage.json", "{"));
    const municipality = hub.municipality((draft) => draft.set("grants", 0, { programme: "sfs-2018-152" }));
    expect(await hub.load([municipality, unreadable])).toMatchObject({
      kind: "refused",
      mistakes: [{ code: "DESCRIPTOR_JSON" }],
    });
  });
});
