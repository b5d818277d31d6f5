import { startTestHub, type TestHub } from "../testkit/hub";
import { codeOf, idsOf } from "./lists";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const areas = (filter?: object) => idsOf(hub, "areas", filter);

describe("areas", () => {
  it("lists every area by name in Swedish order, å, ä and ö after z", async () => {
    const { areas: list } = await hub.data("{ areas(first: 500) { totalCount nodes { name } } }");
    const names: string[] = list.nodes.map(({ name }: { name: string }) => name);
    expect(list.totalCount).toBe(24);
    expect(names).toEqual([...names].sort(new Intl.Collator("sv").compare));
    expect(names.indexOf("Skönsberg")).toBeGreaterThan(names.indexOf("Prästgatan"));
  });

  it("keeps the areas of the municipalities asked for", async () => {
    const ids = await areas({ municipalities: ["0191", "0480"] });
    expect(ids).toHaveLength(13);
    expect(ids.every((id) => /^(0191|0480)-/.test(id))).toBe(true);
    expect(await areas({ municipalities: ["2181"] })).toEqual([]);
  });

  it.each([
    ["a name with its Swedish letters", "Skönsberg", ["2281-skonsberg"]],
    ["a name without its Swedish letters", "skonsberg", ["2281-skonsberg"]],
    ["an alias", "Indal-Liden-Holm", ["2281-indal-liden-holm"]],
    ["a part of a name", "backaskolan", ["0191-norrbackaskolan"]],
    ["words of the goal, in another form", "stolthet bostadsområden", ["2281-kvissleby"]],
    ["words of the description", "boverkets", ["2281-sundsbruk"]],
    ["words in any order", "sundsbruk ljustadalen", ["2281-ljustadalen-sundsbruk"]],
  ])("finds areas by %s", async (_, text, expected) => {
    expect(await areas({ text })).toEqual(expected);
  });

  it("keeps the kinds asked for", async () => {
    expect(await areas({ kinds: ["PRIORITY_AREA"] })).toEqual([
      "2281-bredsand",
      "2281-kvissleby",
      "2281-ljustadalen-sundsbruk",
      "2281-nacksta",
      "2281-skonsberg",
    ]);
    expect(await areas({ kinds: ["RURAL_AREA", "DISTRICT"] })).toHaveLength(7);
    expect(await areas({ kinds: ["DESO"] })).toEqual([]);
  });

  it("tells priority areas from others by the municipality's own list, not by kind", async () => {
    const priority = await areas({ isPriority: true });
    expect(priority).toHaveLength(6);
    expect(priority).toContain("2281-indal-liden-holm");
    expect(await areas({ isPriority: false })).toHaveLength(18);
  });

  it("keeps the parts of the parents asked for", async () => {
    expect(await areas({ parents: ["0191-valsta", "0480-brandkarr"] })).toEqual([
      "0480-kommunservice-i-brandkarr",
      "0191-valsta-centrum",
      "0191-valsta-torg",
    ]);
  });

  it("keeps the areas whose work an organisation leads", async () => {
    expect(await areas({ organisations: ["2281-mitthem"] })).toEqual(["2281-nacksta"]);
    expect(await areas({ organisations: ["2281-mitthem", "2281-stadsbyggnadskontoret"] })).toEqual([
      "2281-ljustadalen-sundsbruk",
      "2281-nacksta",
    ]);
  });

  it("joins the fields of a filter by AND", async () => {
    expect(await areas({ municipalities: ["2281"], isPriority: true, kinds: ["RURAL_AREA"], text: "holm" })).toEqual([
      "2281-indal-liden-holm",
    ]);
  });

  it.each([
    { municipalities: [] },
    { kinds: [] },
    { parents: [] },
    { organisations: [] },
    { parents: ["2281-no-such-area"] },
    { organisations: ["no-such-organisation"] },
    { changedSince: "9999-01-01T00:00:00Z" },
  ])("gives an empty list for %j", async (filter) => {
    expect(await areas(filter)).toEqual([]);
  });

  it.each([null, {}, { municipalities: null, text: null, kinds: null, isPriority: null, parents: null }])(
    "filters nothing for %j",
    async (filter) => {
      expect(await areas(filter as object)).toHaveLength(24);
    },
  );
});

describe("one area", () => {
  it("tells its place among others, its leaders and what is done in it", async () => {
    const { area } = await hub.data(`{ area(id: "2281-ljustadalen-sundsbruk") {
      name aliases kind isPriority municipality { name } parent { id } parts { name parent { id } }
      goal { sv en } leadOrganisations { name kind }
      initiatives { totalCount nodes { name areas { id } } }
      regsoCodes { code } areaTypes { type } point { latitude } populationStatement { asPrinted }
      withdrawnAt
    } }`);
    expect(area).toMatchObject({
      name: "Ljustadalen – Sundsbruk",
      aliases: ["Ljustadalen-Sundsbruk", "Ljustadalen och Sundsbruk"],
      kind: "PRIORITY_AREA",
      isPriority: true,
      municipality: { name: "Sundsvall" },
      parent: null,
      parts: [
        { name: "Ljustadalen", parent: { id: "2281-ljustadalen-sundsbruk" } },
        { name: "Sundsbruk", parent: { id: "2281-ljustadalen-sundsbruk" } },
      ],
      goal: { sv: expect.stringContaining("Ett gott liv"), en: expect.stringContaining("A good life") },
      leadOrganisations: [{ name: "Stadsbyggnadskontoret", kind: "MUNICIPAL_UNIT" }],
      regsoCodes: [],
      areaTypes: [],
      withdrawnAt: null,
    });
    const { totalCount, nodes } = area.initiatives;
    expect(nodes).toHaveLength(totalCount);
    for (const initiative of nodes) {
      expect(initiative.areas).toContainEqual({ id: "2281-ljustadalen-sundsbruk" });
    }
  });

  it("is null when there is none with the id", async () => {
    const answer = await hub.data(
      `query ($nul: ID!) { unknown: area(id: "2281-atlantis") { id } empty: area(id: "") { id } nul: area(id: $nul) { id } }`,
      { nul: "2281-bred\0sand" },
    );
    expect(answer).toEqual({ unknown: null, empty: null, nul: null });
  });
});

describe("municipalities", () => {
  it("lists all 290 by code", async () => {
    const { municipalities } = await hub.data("{ municipalities { code name slug county { code } } }");
    const codes: string[] = municipalities.map(({ code }: { code: string }) => code);
    expect(codes).toHaveLength(290);
    expect(new Set(codes).size).toBe(290);
    expect(codes).toEqual([...codes].sort());
    for (const { code, county } of municipalities) expect(county.code).toBe(code.slice(0, 2));
  });

  it("gives those of the codes asked for, and none for an empty list or an unknown code", async () => {
    const { some, none, unknown } = await hub.data(`{
      some: municipalities(codes: ["2281", "0191"]) { name slug organisationNumber }
      none: municipalities(codes: []) { name }
      unknown: municipalities(codes: ["9999"]) { name }
    }`);
    expect(some.map(({ name }: { name: string }) => name)).toEqual(["Sigtuna", "Sundsvall"]);
    expect(none).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it("tells those that have delivered data from those that have not", async () => {
    const { having, without, both } = await hub.data(`{
      having: municipalities(withData: true) { code supply { door name result recordCount } }
      without: municipalities(withData: false) { code supply { name } }
      both: municipalities(codes: ["0191", "0180"], withData: true) { code }
    }`);
    expect(having.map(({ code }: { code: string }) => code)).toEqual(["0191", "0480", "2181", "2281"]);
    for (const { code, supply } of having) {
      expect(supply).toEqual([
        {
          door: "DATA_PACKAGE",
          name: expect.stringContaining(code),
          result: "ACCEPTED",
          recordCount: expect.any(Number),
        },
      ]);
    }
    expect(without).toHaveLength(286);
    expect(without.every(({ supply }: { supply: unknown[] }) => supply.length === 0)).toBe(true);
    expect(both).toEqual([{ code: "0191" }]);
  });

  it("gives the population of the year asked for, else the newest, and null for a year that is not known", async () => {
    const { municipality, stockholm } = await hub.data(`{
      municipality(code: "0480") {
        population { year value } in2019: population(year: 2019) { value } gap: population(year: 2020) { value }
        populations { year value }
      }
      stockholm: municipality(code: "0180") { population { value } populations { value } }
    }`);
    expect(municipality).toEqual({
      population: { year: 2023, value: 58200 },
      in2019: { value: 56591 },
      gap: null,
      populations: [
        { year: 2023, value: 58200 },
        { year: 2022, value: 58021 },
        { year: 2021, value: 57633 },
        { year: 2019, value: 56591 },
      ],
    });
    expect(stockholm).toEqual({ population: null, populations: [] });
  });

  it("lists a municipality's areas, of one kind when asked", async () => {
    const { municipality } = await hub.data(`{ municipality(code: "0191") {
      areas { totalCount nodes { id } }
      places: areas(kind: PLACE) { totalCount nodes { id } }
      deso: areas(kind: DESO) { totalCount nodes { id } }
    } }`);
    expect(municipality.areas.totalCount).toBe(4);
    expect(municipality.places).toEqual({
      totalCount: 3,
      nodes: [{ id: "0191-norrbackaskolan" }, { id: "0191-valsta-centrum" }, { id: "0191-valsta-torg" }],
    });
    expect(municipality.deso).toEqual({ totalCount: 0, nodes: [] });
  });

  it("is null for a code that no municipality has, and says what is wrong with a code that is none", async () => {
    expect(await hub.data('{ municipality(code: "9999") { name } }')).toEqual({ municipality: null });
    expect(await codeOf(hub, '{ municipality(code: "191") { name } }')).toBe("BAD_USER_INPUT");
    expect(
      await codeOf(hub, "query ($code: MunicipalityCode!) { municipality(code: $code) { name } }", { code: "Sigtuna" }),
    ).toBe("BAD_USER_INPUT");
    expect(await codeOf(hub, '{ areas(filter: { municipalities: ["0191", "191"] }) { totalCount } }')).toBe(
      "BAD_USER_INPUT",
    );
  });
});

describe("counties", () => {
  it("lists the 21 by code, each with its municipalities by code, 290 in all", async () => {
    const { counties } = await hub.data("{ counties { code name municipalities { code county { code } } } }");
    const codes: string[] = counties.map(({ code }: { code: string }) => code);
    expect(codes).toHaveLength(21);
    expect(codes).toEqual([...codes].sort());
    expect(counties[0].name).toBe("Stockholms län");
    const municipalities: { code: string; county: { code: string } }[] = counties.flatMap(
      (county: { municipalities: [] }) => county.municipalities,
    );
    expect(municipalities).toHaveLength(290);
    for (const { code, county } of municipalities) expect(county.code).toBe(code.slice(0, 2));
  });
});
