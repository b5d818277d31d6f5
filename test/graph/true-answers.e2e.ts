import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

interface Allocation {
  amount: { value: number; kind: string; certainty: string; year: number; yearCertainty: string };
  split: Share[];
  modelled: Share[];
  initiative: { name: string };
}

interface Share {
  source: { id: string };
  amount: number | null;
  share: number | null;
  certainty: string;
}

describe("all four municipalities", () => {
  it("have 41 initiatives: Sigtuna 7, Sandviken 15 with one reserve, Sundsvall 10, Nyköping 9", async () => {
    const { all, reserves, municipalities } = await hub.data(`{
      all: initiatives { totalCount } reserves: initiatives(filter: { isReserve: true }) { totalCount nodes { name } }
      municipalities(withData: true) { name initiatives { totalCount } reserves: initiatives(filter: { isReserve: true }) { totalCount } }
    }`);
    expect(all.totalCount).toBe(41);
    expect(reserves).toEqual({ totalCount: 1, nodes: [{ name: "Buffert inkludering och livsvillkor" }] });
    expect(municipalities).toEqual([
      { name: "Sigtuna", initiatives: { totalCount: 7 }, reserves: { totalCount: 0 } },
      { name: "Nyköping", initiatives: { totalCount: 9 }, reserves: { totalCount: 0 } },
      { name: "Sandviken", initiatives: { totalCount: 15 }, reserves: { totalCount: 1 } },
      { name: "Sundsvall", initiatives: { totalCount: 10 }, reserves: { totalCount: 0 } },
    ]);
  });

  it("answer one question about programmes, initiatives, money, areas and organisations", async () => {
    const { municipalities } = await hub.data(
      `query ($codes: [MunicipalityCode!]) { municipalities(codes: $codes) {
        code name programmes { name } pots { total { value } }
        initiatives(first: 100) { nodes {
          name status themes { code label } areas { name } areaStatement { sv } leadOrganisations { name }
          allocations { amount { value kind certainty } split { source { name } amount certainty } }
        } }
      } }`,
      { codes: ["0191", "2181", "2281", "0480"] },
    );
    expect(municipalities).toHaveLength(4);
    for (const { programmes, initiatives } of municipalities) {
      expect(programmes.length).toBeGreaterThan(0);
      for (const initiative of initiatives.nodes) {
        expect(initiative.name).not.toBe("");
        expect(initiative.themes.length).toBeGreaterThan(0);
      }
    }
    const pots = municipalities.map(({ name, pots: own }: { name: string; pots: { total: { value: number } }[] }) => [
      name,
      own.map(({ total }) => total.value),
    ]);
    expect(Object.fromEntries(pots)).toEqual({ Sigtuna: [], Nyköping: [9e6], Sandviken: [14e6], Sundsvall: [] });
  });
});

describe("Sandviken", () => {
  const pot = () =>
    hub
      .data(
        `{ pot(id: "2181-potten-2020") {
          year yearCertainty total { value kind precision certainty asPrinted } allocated allocatedKind unallocated
          stated { allocationCount allocated { value } unallocated { value } }
          contributions { source { id } grant { id source { id } } amount { value kind certainty precision asPrinted } }
          qualityNotes { code severity message message_en: message(language: EN) }
          allocations(first: 100) { totalCount nodes {
            initiative { name isReserve } amount { value kind certainty year yearCertainty }
            split { source { id } amount share certainty } modelled: split(includeModelled: true) { source { id } amount share certainty }
            qualityNotes { code }
          } }
        } }`,
      )
      .then((data) => data.pot);

  it("has a pot of about 14 000 000 of 8 000 000 from Tillväxtverket and 6 000 000 of its own", async () => {
    const { year, yearCertainty, total, contributions } = await pot();
    expect({ year, yearCertainty, total }).toEqual({
      year: 2020,
      yearCertainty: "INFERRED",
      total: {
        value: 14_000_000,
        kind: "SET_ASIDE",
        precision: "APPROXIMATE",
        certainty: "STATED",
        asPrinted: "cirka 14 miljoner kronor",
      },
    });
    const amount = { kind: "SET_ASIDE", certainty: "STATED", precision: "EXACT" };
    expect(contributions).toEqual([
      {
        source: { id: "tillvaxtverket" },
        grant: { id: "2181-tillvaxtverket-2020", source: { id: "tillvaxtverket" } },
        amount: { ...amount, value: 8_000_000, asPrinted: "åtta miljoner kronor" },
      },
      {
        source: { id: "2181-kommunala-medel" },
        grant: null,
        amount: { ...amount, value: 6_000_000, asPrinted: "sex miljoner kronor" },
      },
    ]);
  });

  it("has allocated 13 287 000 over 15 rows", async () => {
    const { allocated, allocatedKind, allocations } = await pot();
    expect({ allocated, allocatedKind }).toEqual({ allocated: 13_287_000, allocatedKind: "ALLOCATED" });
    expect(allocations.totalCount).toBe(15);
    expect(sum(allocations.nodes.map(({ amount }: Allocation) => amount.value))).toBe(13_287_000);
    const amounts = allocations.nodes.map(({ initiative, amount }: Allocation) => [initiative.name, amount.value]);
    expect(Object.fromEntries(amounts)).toMatchObject({
      "Tidiga samordnade insatser i skolan": 1_400_000,
      "Förberedande språkutbildning": 2_070_000,
      Fältverksamheten: 2_600_000,
      "Buffert inkludering och livsvillkor": 1_252_000,
    });
  });

  it("says of the rest only what a source says: nothing, and a note tells of the difference", async () => {
    const { unallocated, stated, qualityNotes } = await pot();
    expect(unallocated).toBeNull();
    expect(stated).toEqual({ allocationCount: 16, allocated: null, unallocated: null });
    expect(qualityNotes.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(["DQ-SAN-1", "DQ-SAN-2", "DQ-SAN-3"]),
    );
    expect(qualityNotes.some(({ message }: { message: string }) => message.includes("713 000"))).toBe(true);
  });

  it("has a stated split for Familjepedagog alone: 350 000 and 350 000", async () => {
    const { allocations } = await pot();
    for (const { initiative, split } of allocations.nodes as Allocation[]) {
      expect(split.map(({ source }) => source.id)).toEqual(["tillvaxtverket", "2181-kommunala-medel"]);
      const expected =
        initiative.name === "Familjepedagog"
          ? { amount: 350_000, share: 0.5, certainty: "STATED" }
          : { amount: null, share: null, certainty: "UNKNOWN" };
      for (const { amount, share, certainty } of split) expect({ amount, share, certainty }).toEqual(expected);
    }
  });

  it("has modelled shares only when asked for, and they add up to each row exactly", async () => {
    const { allocations } = await pot();
    for (const { initiative, amount, modelled } of allocations.nodes as Allocation[]) {
      const isStated = initiative.name === "Familjepedagog";
      expect(modelled.map(({ certainty }) => certainty)).toEqual(Array(2).fill(isStated ? "STATED" : "MODELLED"));
      const ore = modelled.map((part) => Math.round((part.amount ?? Number.NaN) * 100));
      expect(sum(ore)).toBe(amount.value * 100);
      if (!isStated) {
        const [state = 0, own = 0] = ore;
        expect(Math.abs(state - (amount.value * 100 * 8) / 14)).toBeLessThanOrEqual(1);
        expect(Math.abs(own - (amount.value * 100 * 6) / 14)).toBeLessThanOrEqual(1);
      }
    }
  });

  it("keeps its reserve among the money and out of the initiatives when asked", async () => {
    const { all, initiatives } = await hub.data(`{
      all: initiatives(filter: { municipalities: ["2181"] }) { totalCount }
      initiatives(filter: { municipalities: ["2181"], isReserve: false }) { totalCount }
    }`);
    expect([all.totalCount, initiatives.totalCount]).toEqual([15, 14]);
  });
});

describe("Nyköping", () => {
  it("has a pot of 9 000 000 with nine proposed rows of 7 500 000, and 1 500 000 left as the source states", async () => {
    const { pot } = await hub.data(`{ pot(id: "0480-potten-2022") {
      year yearCertainty total { value precision certainty } allocated allocatedKind unallocated
      stated { allocationCount allocated { value kind asPrinted } unallocated { value asPrinted } }
      contributions { source { kind } grant { id } amount { value } }
      allocations(first: 100) { totalCount nodes { amount { value kind } split { certainty source { id } amount } initiative { status } } }
    } }`);
    expect(pot).toMatchObject({
      year: 2022,
      yearCertainty: "STATED",
      total: { value: 9_000_000, precision: "EXACT", certainty: "STATED" },
      allocated: 7_500_000,
      allocatedKind: "PROPOSED",
      unallocated: 1_500_000,
      stated: {
        allocated: { value: 7_500_000, asPrinted: "7,5 mkr" },
        unallocated: { value: 1_500_000, asPrinted: "1,5 mkr" },
      },
      contributions: [{ source: { kind: "MUNICIPAL_POT" }, grant: null, amount: { value: 9_000_000 } }],
    });
    expect(pot.allocations.totalCount).toBe(9);
    for (const { amount, initiative } of pot.allocations.nodes) {
      expect([amount.kind, initiative.status]).toEqual(["PROPOSED", "PROPOSED"]);
    }
    expect(sum(pot.allocations.nodes.map(({ amount }: Allocation) => amount.value))).toBe(7_500_000);
  });

  it("aims at 30 per cent who start a business and 87 per cent still running after three years", async () => {
    const { initiative } = await hub.data(`{ initiative(id: "0480-starta-eget-for-utrikesfodda") {
      allocatedAmount allocatedKind targets { id indicator value unit direction isQuantified baseline }
    } }`);
    expect(initiative).toMatchObject({ allocatedAmount: 300_000, allocatedKind: "PROPOSED" });
    const values = initiative.targets.map(({ id, value, unit, isQuantified }: Record<string, unknown>) => [
      String(id).replace("0480-starta-eget-for-utrikesfodda-", ""),
      { value, unit, isQuantified },
    ]);
    expect(Object.fromEntries(values)).toEqual({
      "andel-foretagare": { value: 0.3, unit: "SHARE", isQuantified: true },
      "andel-kvar-efter-3-ar": { value: 0.87, unit: "SHARE", isQuantified: true },
      "hallbara-foretag": { value: null, unit: null, isQuantified: false },
    });
  });
});

describe("Sundsvall", () => {
  it("has 2 800 000 from Boverket, of an estimated total of 5 600 000, so its own half is derived", async () => {
    const { initiative } = await hub.data(`{ initiative(id: "2281-omradesutveckling-med-stod-fran-boverket") {
      areas { name } allocations { id } allocatedAmount
      amounts { value kind certainty precision asPrinted sources { locator document { id } } }
      grants { source { name } recipient { name } state awarded { value kind certainty } disbursed { value } programme { legalBasis maxShare } programmeCertainty }
    } }`);
    expect(initiative).toMatchObject({
      areas: [{ name: "Sundsbruk" }],
      allocations: [],
      allocatedAmount: null,
      amounts: [
        { value: 5_600_000, kind: "ESTIMATED_TOTAL", certainty: "STATED", asPrinted: "5,6 miljoner kronor" },
        { value: 2_800_000, kind: "DERIVED", certainty: "DERIVED", asPrinted: null },
      ],
      grants: [
        {
          source: { name: "Boverket" },
          recipient: { name: "Sundsvalls kommun" },
          state: "AWARDED",
          awarded: { value: 2_800_000, kind: "AWARDED", certainty: "STATED" },
          disbursed: null,
          programme: { legalBasis: "SFS 2020:1202", maxShare: 0.5 },
          programmeCertainty: "INFERRED",
        },
      ],
    });
  });

  it("had a call in Nacksta that gave six applicants money, nobody says how much", async () => {
    const { initiative } = await hub.data(`{ initiative(id: "2281-20-satsningar-2020") {
      calls { issuer { name } grantees { name } sources { locator } } grants { awarded { value } recipient { name } }
    } }`);
    const six = [
      "Föreningen Nacksta kultur",
      "Forza Nacksta",
      "GIF Sundsvall",
      "Sadaka Familjebyrå",
      "SDFF Plus",
      "Stiftelsen Läxhjälpen",
    ];
    const [call, ...others] = initiative.calls;
    expect(others).toEqual([]);
    expect(call.issuer).toEqual({ name: "Mitthem" });
    expect(call.grantees.map(({ name }: { name: string }) => name).sort()).toEqual([...six].sort());
    const recipients = initiative.grants.map(({ recipient }: { recipient: { name: string } }) => recipient.name);
    expect(recipients.sort()).toEqual([...six].sort());
    for (const { awarded } of initiative.grants) expect(awarded).toBeNull();
  });

  it("works in six priority areas and has seven process leaders", async () => {
    const { areas, initiative } = await hub.data(`{
      areas(filter: { municipalities: ["2281"], isPriority: true }) { totalCount nodes { leadOrganisations { id } } }
      initiative(id: "2281-processledare-i-varje-omrade") { areas { id isPriority } results { quantity { value certainty } unit } }
    }`);
    expect(areas.totalCount).toBe(6);
    expect(initiative.areas).toHaveLength(6);
    expect(initiative.areas.every(({ isPriority }: { isPriority: boolean }) => isPriority)).toBe(true);
    expect(initiative.results).toEqual([{ quantity: { value: 7, certainty: "DERIVED" }, unit: "PERSONS" }]);
    for (const { leadOrganisations } of areas.nodes) expect(leadOrganisations.length).toBeGreaterThan(0);
  });
});

describe("Sigtuna", () => {
  it("has given money and says nowhere how much: null, never 0", async () => {
    const { municipality } = await hub.data(`{ municipality(code: "0191") {
      pots { id } grants { totalCount }
      initiatives(first: 100) { nodes {
        allocatedAmount allocatedKind amounts { value } grants { id }
        allocations { amount { value } split { amount } modelled: split(includeModelled: true) { amount } }
      } }
    } }`);
    expect(municipality.pots).toEqual([]);
    expect(municipality.grants.totalCount).toBe(0);
    const allocations = [];
    for (const initiative of municipality.initiatives.nodes) {
      expect(initiative).toMatchObject({ allocatedAmount: null, allocatedKind: null, amounts: [], grants: [] });
      allocations.push(...initiative.allocations);
    }
    expect(allocations).toHaveLength(5);
    for (const allocation of allocations)
      expect(allocation).toEqual({ amount: null, split: [{ amount: null }], modelled: [{ amount: null }] });
  });

  it("narrowed over 100 ideas to 13, then 5, then 4", async () => {
    const { programme } = await hub.data(`{ programme(id: "0191-sociala-insatser") { consultations {
      id stages { quantity { value precision certainty asPrinted } sources { locator document { id } } }
    } } }`);
    const { stages } = programme.consultations.find(({ id }: { id: string }) => id === "0191-dialogprocess-2022");
    expect(stages.map(({ quantity }: { quantity: object }) => quantity)).toEqual([
      { value: 100, precision: "APPROXIMATE", certainty: "STATED", asPrinted: "över 100 idéer" },
      { value: 13, precision: "EXACT", certainty: "STATED", asPrinted: "13 förslag" },
      { value: 5, precision: "EXACT", certainty: "STATED", asPrinted: "fem förslag" },
      { value: 4, precision: "EXACT", certainty: "STATED", asPrinted: "fyra av de fem" },
    ]);
    for (const { sources } of stages) expect(sources.length).toBeGreaterThan(0);
  });

  it("has a call for one association, for which none was chosen yet", async () => {
    const { initiative } = await hub.data(
      '{ initiative(id: "0191-pilotprojekt-for-foreningslivet") { calls { grantees { id } issuer { name } initiative { id } } status } }',
    );
    expect(initiative.calls).toEqual([
      { grantees: [], issuer: expect.anything(), initiative: { id: "0191-pilotprojekt-for-foreningslivet" } },
    ]);
    expect(initiative.status).toBe("DECIDED");
  });
});
