import { startTestHub, type TestHub } from "../testkit/hub";
import { codeOf, idsOf } from "./lists";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const initiatives = (filter?: object) => idsOf(hub, "initiatives", filter);

describe("initiatives", () => {
  it("keeps those of the municipalities asked for", async () => {
    expect(await initiatives({ municipalities: ["0191"] })).toHaveLength(7);
    const two = await initiatives({ municipalities: ["0191", "2281"] });
    expect(two).toHaveLength(17);
    expect(two.every((id) => /^(0191|2281)-/.test(id))).toBe(true);
    expect(await initiatives({ municipalities: ["0180"] })).toEqual([]);
  });

  it("keeps the statuses asked for, UNKNOWN among them", async () => {
    expect(await initiatives({ statuses: ["PROPOSED"] })).toHaveLength(9);
    expect(await initiatives({ statuses: ["COMPLETED"] })).toEqual(["2281-21-satsningar-2021"]);
    expect(await initiatives({ statuses: ["UNKNOWN", "INVESTIGATED"] })).toEqual([
      "2281-20-satsningar-2020",
      "2281-skolan-mitt-i-byn",
      "0191-utvecklat-foraldraskapsstod",
    ]);
    expect(await initiatives({ statuses: ["CANCELLED"] })).toEqual([]);
  });

  it("keeps the themes asked for, whichever of its themes an initiative has them as", async () => {
    const employment = await initiatives({ themes: ["EMPLOYMENT"] });
    expect(employment).toHaveLength(9);
    expect(employment).toContain("0191-steg-mot-forsorjning");
    expect(await initiatives({ themes: ["RESERVE", "HEALTH"] })).toEqual([
      "2181-buffert-inkludering-och-livsvillkor",
      "2181-medborgardialog-i-samband-med-sandvikendagarna",
      "2181-uppdatering-av-kartlaggningen-skillnader-i-livsvillkor-och-levnadsvanor-i-sandvikens-kommun",
    ]);
  });

  it("keeps the target groups asked for", async () => {
    expect(await initiatives({ targetGroups: ["FOREIGN_BORN_WOMEN"] })).toEqual([
      "0480-insats-utrikesfodda-kvinnor",
      "0191-stadsdelsmammor",
    ]);
    expect(await initiatives({ targetGroups: ["SFI_STUDENTS", "ASSOCIATIONS"] })).toHaveLength(4);
  });

  it("keeps the strategy areas asked for", async () => {
    expect(await initiatives({ strategyAreas: ["HOUSING"] })).toEqual([
      "0191-kultur-och-aktivitetscenter-i-valsta",
      "2281-omradesutveckling-med-stod-fran-boverket",
      "2181-utveckling-av-detaljplaner-ur-ett-socioekonomiskt-perspektiv",
    ]);
    expect(await initiatives({ strategyAreas: ["CRIME", "NONE"] })).toHaveLength(12);
  });

  it("keeps the instruments asked for", async () => {
    expect(await initiatives({ instruments: ["MENTORING"] })).toEqual(["2281-21-satsningar-2021"]);
    expect(await initiatives({ instruments: ["DIALOGUE", "RESERVE"] })).toEqual([
      "2181-buffert-inkludering-och-livsvillkor",
      "2181-medborgardialog-i-samband-med-sandvikendagarna",
      "2281-medborgardialog-med-ungdomar",
    ]);
  });

  it("keeps the programmes asked for, with the parts below them", async () => {
    expect(await initiatives({ programmes: ["0191-samhallsbyggnadslyftet"] })).toHaveLength(7);
    expect(await initiatives({ programmes: ["0191-sociala-insatser"] })).toHaveLength(6);
    expect(
      await initiatives({
        programmes: ["0191-ny-inriktning-for-samhallsplaneringen", "2281-aktivitets-och-parklyftet"],
      }),
    ).toEqual(["0191-kultur-och-aktivitetscenter-i-valsta"]);
  });

  it("keeps the areas asked for, their parts not included", async () => {
    expect(await initiatives({ areas: ["2281-ljustadalen-sundsbruk"] })).toEqual(["2281-processledare-i-varje-omrade"]);
    expect(await initiatives({ areas: ["2281-sundsbruk", "0191-valsta"] })).toEqual([
      "0191-aktiviteter-for-okad-trygghet-och-delaktighet",
      "0191-kultur-och-aktivitetscenter-i-valsta",
      "2281-omradesutveckling-med-stod-fran-boverket",
    ]);
  });

  it("keeps the organisations asked for, in any role", async () => {
    expect(await initiatives({ organisations: ["polisen"] })).toEqual([
      "2281-together-i-bredsand",
      "0480-trygghetskapande-atgarder",
    ]);
    expect(await initiatives({ organisations: ["boverket", "2281-mitthem"] })).toEqual([
      "2281-20-satsningar-2020",
      "2281-21-satsningar-2021",
      "2281-omradesutveckling-med-stod-fran-boverket",
      "2281-processledare-i-varje-omrade",
    ]);
  });

  it("keeps the years that a known period touches or in which a source says that it goes on", async () => {
    expect(await initiatives({ years: [2023], municipalities: ["0191"] })).toEqual([
      "0191-aktiviteter-for-okad-trygghet-och-delaktighet",
      "0191-stadsdelsmammor",
      "0191-steg-mot-forsorjning",
      "0191-utvecklat-foraldraskapsstod",
    ]);
    expect(await initiatives({ years: [2020], municipalities: ["2181"] })).toHaveLength(15);
    expect(await initiatives({ years: [2021] })).toContain("2281-21-satsningar-2021");
    expect(await initiatives({ years: [2022], municipalities: ["0480"] })).toHaveLength(9);
    expect(await initiatives({ years: [1999, 2019] })).toEqual(["2181-tidiga-samordnade-insatser-i-skolan"]);
    expect(await initiatives({ years: [1999] })).toEqual([]);
  });

  it("tells those with a known amount from those without, and gives no amount to the latter", async () => {
    expect(await initiatives({ hasAmount: true })).toHaveLength(25);
    const { list } = await hub.data(`{ list: initiatives(filter: { hasAmount: false }, first: 100) {
      totalCount nodes { allocatedAmount allocatedKind allocations { amount { value } } grants { awarded { value } } amounts { value } }
    } }`);
    expect(list.totalCount).toBe(16);
    for (const { allocatedAmount, allocatedKind, allocations, grants, amounts } of list.nodes) {
      expect({ allocatedAmount, allocatedKind, amounts }).toEqual({
        allocatedAmount: null,
        allocatedKind: null,
        amounts: [],
      });
      for (const { amount } of allocations) expect(amount).toBeNull();
      for (const { awarded } of grants) expect(awarded).toBeNull();
    }
  });

  it("tells reserves from initiatives", async () => {
    expect(await initiatives({ isReserve: true })).toEqual(["2181-buffert-inkludering-och-livsvillkor"]);
    expect(await initiatives({ isReserve: false })).toHaveLength(40);
  });

  it("joins the fields of a filter by AND", async () => {
    expect(
      await initiatives({
        municipalities: ["2181", "0480"],
        themes: ["EMPLOYMENT"],
        statuses: ["PROPOSED"],
        hasAmount: true,
        isReserve: false,
        text: "företag",
      }),
    ).toEqual(["0480-starta-eget-for-utrikesfodda"]);
  });

  it.each([
    "municipalities",
    "statuses",
    "themes",
    "targetGroups",
    "strategyAreas",
    "instruments",
    "programmes",
    "areas",
    "organisations",
    "years",
  ])("gives an empty list for an empty list of %s", async (field) => {
    expect(await initiatives({ [field]: [] })).toEqual([]);
  });

  it.each(["themes", "targetGroups", "strategyAreas", "instruments", "programmes", "areas", "organisations"])(
    "gives an empty list for %s that nobody has heard of",
    async (field) => {
      expect(await initiatives({ [field]: ["NO_SUCH", "2181-nej", ""] })).toEqual([]);
    },
  );

  it("filters nothing where a field is null", async () => {
    const nothing = { municipalities: null, text: null, statuses: null, themes: null, years: null, hasAmount: null };
    expect(await initiatives(nothing)).toHaveLength(41);
    expect(await initiatives({})).toHaveLength(41);
  });

  it("refuses a status that is none, a date that is none and a field that is none", async () => {
    expect(await codeOf(hub, "{ initiatives(filter: { statuses: [STARTED] }) { totalCount } }")).toBe(
      "GRAPHQL_VALIDATION_FAILED",
    );
    expect(await codeOf(hub, '{ initiatives(filter: { changedSince: "yesterday" }) { totalCount } }')).toBe(
      "BAD_USER_INPUT",
    );
    expect(
      await codeOf(hub, "query ($moment: DateTime) { initiatives(filter: { changedSince: $moment }) { totalCount } }", {
        moment: "2024-01-01",
      }),
    ).toBe("BAD_USER_INPUT");
    expect(await codeOf(hub, "{ initiatives(filter: { colour: RED }) { totalCount } }")).toBe(
      "GRAPHQL_VALIDATION_FAILED",
    );
  });
});

describe("one initiative", () => {
  it("tells everything the sources say of it", async () => {
    const { initiative } = await hub.data(`{ initiative(id: "2281-20-satsningar-2020") {
      name aliases description { sv en } municipality { name } programme { id } status
      statusHistory { status certainty date { value precision } note { sv en } }
      isPilot isReserve plannedPeriod { start { value } } actualPeriod { start { value label } end { value } }
      strategyArea { code label en: label(language: EN) } themes { code } targetGroups { code } instrument { code }
      classification { classifiedBy classifiedOn certainty cofog sdgTargets }
      areas { name } areaStatement { sv }
      participations { role organisation { name } } leadOrganisations { name }
      results { indicator quantity { value precision asPrinted } } milestones { date { value } title { sv } }
      calls { name issuer { name } grantees { name } initiative { id } } targets { id value isQuantified }
      grants { name recipient { name } initiative { id } } allocations { id } withdrawnAt
    } }`);
    expect(initiative).toMatchObject({
      name: "20 satsningar 2020",
      municipality: { name: "Sundsvall" },
      programme: { id: "2281-ett-sundsvall-som-haller-ihop" },
      status: "UNKNOWN",
      isReserve: false,
      areas: [{ name: "Nacksta" }],
      leadOrganisations: [{ name: "Mitthem" }],
      classification: { certainty: "INFERRED" },
      allocations: [],
      withdrawnAt: null,
    });
    expect(initiative.statusHistory.map(({ status }: { status: string }) => status)).toEqual([
      "ONGOING",
      "DECIDED",
      "UNKNOWN",
    ]);
    expect(initiative.participations[0].role).toBe("RESPONSIBLE");
    expect(initiative.calls).toHaveLength(1);
    expect(initiative.grants).toHaveLength(6);
    for (const grant of initiative.grants) expect(grant.initiative).toEqual({ id: "2281-20-satsningar-2020" });
    expect(initiative.results[0].quantity).toEqual({ value: 6, precision: "EXACT", asPrinted: "De 6 aktörerna" });
  });

  it("has decisions and consultations that lead back to it", async () => {
    const { initiative } = await hub.data(`{ initiative(id: "0191-stadsdelsmammor") {
      decisions { title { sv } status date { value } body { name } initiatives { id } programme { id } }
      results { quantity { value asPrinted } unit date { value certainty } }
    } }`);
    expect(initiative.decisions).toHaveLength(2);
    for (const { initiatives: concerned } of initiative.decisions) {
      expect(concerned).toContainEqual({ id: "0191-stadsdelsmammor" });
      expect(concerned).toHaveLength(4);
    }
    expect(initiative.results).toEqual([
      {
        quantity: { value: 3, asPrinted: "tre kvinnor" },
        unit: "PERSONS",
        date: { value: "2024-03-20", certainty: "INFERRED" },
      },
    ]);
  });

  it("has results against its targets", async () => {
    const { initiative } = await hub.data(`{ initiative(id: "2281-utlokaliserad-socialtjanst") {
      targets { value unit direction isQuantified initiative { id } programme { id } results { quantity { value } } }
    } }`);
    expect(initiative.targets).toEqual([
      {
        value: 4,
        unit: "COUNT",
        direction: "ACHIEVE",
        isQuantified: true,
        initiative: { id: "2281-utlokaliserad-socialtjanst" },
        programme: null,
        results: [{ quantity: { value: 1 } }],
      },
    ]);
  });

  it("is null when there is none with the id", async () => {
    const answer = await hub.data(
      `query ($nul: ID!) { unknown: initiative(id: "0191-no-such") { id } nul: initiative(id: $nul) { id } }`,
      { nul: "0191-\0" },
    );
    expect(answer).toEqual({ unknown: null, nul: null });
  });
});

describe("initiatives of others", () => {
  it("are the municipality's own, filtered and ordered as the whole list is", async () => {
    const { municipality } = await hub.data(`{ municipality(code: "2181") {
      all: initiatives(first: 100) { totalCount nodes { municipality { code } } }
      some: initiatives(filter: { text: "bostadsområden" }, orderBy: { field: NAME, direction: DESC }) { totalCount nodes { id } }
      foreign: initiatives(filter: { municipalities: ["0191"] }) { totalCount nodes { id } }
    } }`);
    expect(municipality.all.totalCount).toBe(15);
    expect(municipality.all.nodes).toEqual(Array(15).fill({ municipality: { code: "2181" } }));
    expect(municipality.some).toEqual({
      totalCount: 2,
      nodes: [
        { id: "2181-lasframjande-insatser-i-bostadsomraden-av-biblioteket" },
        { id: "2181-aktiviteter-i-bostadsomraden-av-fritidsbanken" },
      ],
    });
    expect(municipality.foreign).toEqual({ totalCount: 0, nodes: [] });
  });

  it("are those of each area, and each initiative's areas lead back", async () => {
    const { areas } = await hub.data(`{ areas(filter: { municipalities: ["2281"] }, first: 100) {
      nodes { id initiatives(first: 100) { totalCount nodes { id areas { id } } } }
    } }`);
    for (const area of areas.nodes) {
      expect(area.initiatives.nodes).toHaveLength(area.initiatives.totalCount);
      for (const initiative of area.initiatives.nodes) expect(initiative.areas).toContainEqual({ id: area.id });
    }
    const bredsand = areas.nodes.find(({ id }: { id: string }) => id === "2281-bredsand");
    expect(bredsand.initiatives.totalCount).toBe(4);
  });
});
