import { startTestHub, type TestHub } from "../testkit/hub";
import { codeOf, idsOf } from "./lists";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const grants = (filter?: object) => idsOf(hub, "grants", filter);
const allocations = (filter?: object) => idsOf(hub, "allocations", filter);
const SIX = [
  "2281-mitthem-forza-nacksta",
  "2281-mitthem-foreningen-nacksta-kultur",
  "2281-mitthem-gif-sundsvall",
  "2281-mitthem-sadaka-familjebyra",
  "2281-mitthem-sdff-plus",
  "2281-mitthem-stiftelsen-laxhjalpen",
];

describe("funding sources", () => {
  it("lists every source by name, with its programmes and grants", async () => {
    const { fundingSources } = await hub.data(`{ fundingSources {
      id name kind organisation { id } programmes { id source { id } } grants(first: 100) { totalCount nodes { source { id } } }
    } }`);
    const names = fundingSources.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator("sv").compare));
    expect(names).toHaveLength(7);
    for (const source of fundingSources) {
      for (const { source: back } of [...source.programmes, ...source.grants.nodes])
        expect(back).toEqual({ id: source.id });
      expect(source.grants.nodes).toHaveLength(source.grants.totalCount);
    }
    expect(fundingSources).toContainEqual(
      expect.objectContaining({
        id: "tillvaxtverket",
        organisation: { id: "tillvaxtverket" },
        programmes: [expect.objectContaining({ id: "sfs-2018-151" }), expect.objectContaining({ id: "sfs-2018-152" })],
      }),
    );
  });

  it("keeps the kind asked for", async () => {
    const { pots, none } = await hub.data(
      "{ pots: fundingSources(kind: MUNICIPAL_POT) { kind } none: fundingSources(kind: EU_FUND) { id } }",
    );
    expect(pots).toEqual(Array(3).fill({ kind: "MUNICIPAL_POT" }));
    expect(none).toEqual([]);
    expect(await codeOf(hub, "{ fundingSources(kind: MAGIC) { id } }")).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("gives one by id with its grants filtered, and null for an unknown id", async () => {
    const { mitthem, unknown } = await hub.data(`{
      mitthem: fundingSource(id: "2281-mitthem") {
        organisation { name } all: grants { totalCount } some: grants(filter: { text: "Läxhjälpen" }) { totalCount nodes { id } }
        other: grants(filter: { sources: ["boverket"] }) { totalCount }
      }
      unknown: fundingSource(id: "no-such") { id }
    }`);
    expect(mitthem).toEqual({
      organisation: { name: "Mitthem" },
      all: { totalCount: 6 },
      some: { totalCount: 1, nodes: [{ id: "2281-mitthem-stiftelsen-laxhjalpen" }] },
      other: { totalCount: 0 },
    });
    expect(unknown).toBeNull();
  });
});

it("tells which pots a source pays into", async () => {
  const { fundingSources } = await hub.data("{ fundingSources { id pots { id contributions { source { id } } } } }");
  const pots = Object.fromEntries(
    fundingSources.map(({ id, pots: own }: { id: string; pots: { id: string }[] }) => [id, own.map((pot) => pot.id)]),
  );
  expect(pots).toMatchObject({
    tillvaxtverket: ["2181-potten-2020"],
    "2181-kommunala-medel": ["2181-potten-2020"],
    "0480-kommunala-medel": ["0480-potten-2022"],
    boverket: [],
  });
});

describe("funding programmes", () => {
  it("lists every scheme by name with its statute, share and years", async () => {
    const { fundingProgrammes } = await hub.data(`{ fundingProgrammes {
      id name source { id } legalBasis maxShare certainty period { start { value } end { value } }
    } }`);
    expect(fundingProgrammes.map(({ id }: { id: string }) => id)).toEqual([
      "sfs-2018-151",
      "sfs-2018-118",
      "sfs-2018-152",
      "sfs-2020-1202",
    ]);
    expect(fundingProgrammes[0]).toEqual({
      id: "sfs-2018-151",
      name: "Statsbidrag till kommuner med socioekonomiskt eftersatta områden",
      source: { id: "tillvaxtverket" },
      legalBasis: "SFS 2018:151",
      maxShare: 0.9,
      certainty: "STATED",
      period: { start: { value: "2018" }, end: { value: "2021" } },
    });
    expect(fundingProgrammes[3].maxShare).toBe(0.5);
    expect(fundingProgrammes[2].maxShare).toBeNull();
  });
});

describe("grants", () => {
  it("keeps those of the municipalities asked for", async () => {
    expect(await grants()).toHaveLength(8);
    expect(await grants({ municipalities: ["2181"] })).toEqual(["2181-tillvaxtverket-2020"]);
    expect(await grants({ municipalities: ["0191"] })).toEqual([]);
  });

  it("finds words of the name, with and without Swedish letters", async () => {
    expect(await grants({ text: "läxhjälpen" })).toEqual(["2281-mitthem-stiftelsen-laxhjalpen"]);
    expect(await grants({ text: "laxhjalp" })).toEqual(["2281-mitthem-stiftelsen-laxhjalpen"]);
    expect(await grants({ text: "bidraget tillväxtverket" })).toEqual(["2181-tillvaxtverket-2020"]);
  });

  it("keeps the sources, programmes, initiatives and award years asked for", async () => {
    expect(await grants({ sources: ["2281-mitthem"] })).toEqual(SIX);
    expect(await grants({ programmes: ["sfs-2020-1202", "sfs-2018-118"] })).toEqual(["2281-boverket-sundsbruk"]);
    expect(await grants({ initiatives: ["2281-20-satsningar-2020"] })).toEqual(SIX);
    // An award without an amount counts by its date.
    expect(await grants({ years: [2020] })).toEqual(["2181-tillvaxtverket-2020", ...SIX]);
    expect(await grants({ organisations: ["2281-sdff-plus"] })).toEqual(["2281-mitthem-sdff-plus"]);
    expect(await grants({ kinds: ["STATE_GRANT", "STATE_SUPPORT"] })).toHaveLength(2);
    expect(await grants({ years: [1999, 2021] })).toEqual(["2281-boverket-sundsbruk"]);
  });

  it("keeps the kinds of source and the recipients asked for", async () => {
    expect(await grants({ kinds: ["MUNICIPAL_COMPANY"] })).toEqual(SIX);
    expect(await grants({ kinds: ["STATE_GRANT", "STATE_SUPPORT"] })).toEqual([
      "2181-tillvaxtverket-2020",
      "2281-boverket-sundsbruk",
    ]);
    expect(await grants({ kinds: ["EU_FUND"] })).toEqual([]);
    expect(await grants({ organisations: ["2281-forza-nacksta", "2181-sandvikens-kommun"] })).toEqual([
      "2181-tillvaxtverket-2020",
      "2281-mitthem-forza-nacksta",
    ]);
  });

  it("keeps the states asked for", async () => {
    expect(await grants({ states: ["AWARDED"] })).toHaveLength(8);
    expect(await grants({ states: ["UNKNOWN", "DISBURSED"] })).toEqual([]);
  });

  it("joins the fields of a filter by AND", async () => {
    expect(
      await grants({ municipalities: ["2281"], sources: ["2281-mitthem"], text: "nacksta", states: ["AWARDED"] }),
    ).toEqual(["2281-mitthem-forza-nacksta", "2281-mitthem-foreningen-nacksta-kultur"]);
  });

  it.each(["municipalities", "sources", "kinds", "organisations", "programmes", "states", "years", "initiatives"])(
    "gives an empty list for an empty list of %s",
    async (field) => {
      expect(await grants({ [field]: [] })).toEqual([]);
    },
  );

  it("tells of one grant who gave it to whom for what, and how that is known", async () => {
    const { grant } = await hub.data(`{ grant(id: "2281-boverket-sundsbruk") {
      source { id kind } programme { legalBasis } programmeCertainty recipient { name } municipality { code } initiative { name }
      state awarded { value kind year yearCertainty certainty precision asPrinted } applied { value } disbursed { value } pots { id }
      events { id kind date { value certainty } amount { value kind } actor { id } note { sv en } } withdrawnAt
    } }`);
    expect(grant).toEqual({
      source: { id: "boverket", kind: "STATE_SUPPORT" },
      programme: { legalBasis: "SFS 2020:1202" },
      programmeCertainty: "INFERRED",
      recipient: { name: "Sundsvalls kommun" },
      municipality: { code: "2281" },
      initiative: { name: "Områdesutveckling med stöd från Boverket" },
      state: "AWARDED",
      awarded: {
        value: 2800000,
        kind: "AWARDED",
        year: 2021,
        yearCertainty: "INFERRED",
        certainty: "STATED",
        precision: "EXACT",
        asPrinted: "2,8 miljoner kronor",
      },
      applied: null,
      disbursed: null,
      pots: [],
      events: [
        {
          id: "2281-boverket-sundsbruk-beviljat",
          kind: "AWARD",
          date: { value: "2021", certainty: "INFERRED" },
          amount: { value: 2800000, kind: "AWARDED" },
          actor: { id: "boverket" },
          note: { sv: expect.any(String), en: expect.any(String) },
        },
      ],
      withdrawnAt: null,
    });
  });

  it("has neither programme nor amount where no document says any", async () => {
    const { grant, unknown } = await hub.data(`{
      grant(id: "2281-mitthem-sdff-plus") { programme { id } programmeCertainty awarded { value } events { kind amount { value } } }
      unknown: grant(id: "no-such") { id }
    }`);
    expect(grant).toEqual({
      programme: null,
      programmeCertainty: null,
      awarded: null,
      events: [{ kind: "AWARD", amount: null }],
    });
    expect(unknown).toBeNull();
  });
});

describe("pots", () => {
  it("lists every pot by municipality, of one municipality or year when asked", async () => {
    const { all, one, year, both, none } = await hub.data(`{
      all: pots { id } one: pots(municipality: "2181") { id } year: pots(year: 2022) { id }
      both: pots(municipality: "2181", year: 2022) { id } none: pots(municipality: "9999") { id }
    }`);
    expect(all).toEqual([{ id: "0480-potten-2022" }, { id: "2181-potten-2020" }]);
    expect(one).toEqual([{ id: "2181-potten-2020" }]);
    expect(year).toEqual([{ id: "0480-potten-2022" }]);
    expect(both).toEqual([]);
    expect(none).toEqual([]);
  });

  it("stand below their municipality and are reached by id", async () => {
    const { municipality, sigtuna, pot, unknown } = await hub.data(`{
      municipality(code: "2181") { pots { id municipality { code } } }
      sigtuna: municipality(code: "0191") { pots { id } }
      pot(id: "2181-potten-2020") { id }
      unknown: pot(id: "no-such") { id }
    }`);
    expect(municipality.pots).toEqual([{ id: "2181-potten-2020", municipality: { code: "2181" } }]);
    expect(sigtuna.pots).toEqual([]);
    expect(pot).toEqual({ id: "2181-potten-2020" });
    expect(unknown).toBeNull();
  });
});

describe("allocations", () => {
  it("lists every row by municipality and id", async () => {
    const ids = await allocations();
    expect(ids).toHaveLength(29);
    expect(ids).toEqual([...ids].sort());
  });

  it("keeps the municipalities, kinds and years asked for", async () => {
    expect(await allocations({ municipalities: ["0191"] })).toHaveLength(5);
    expect(await allocations({ kinds: ["PROPOSED"] })).toHaveLength(9);
    expect(await allocations({ kinds: ["PROPOSED", "ALLOCATED"] })).toHaveLength(24);
    expect(await allocations({ years: [2022] })).toHaveLength(9);
    expect(await allocations({ years: [2020, 1999] })).toHaveLength(15);
  });

  it("keeps the pots asked for, and the grants and sources that pay into them", async () => {
    const sandviken = await allocations({ pots: ["2181-potten-2020"] });
    expect(sandviken).toHaveLength(15);
    expect(await allocations({ grants: ["2181-tillvaxtverket-2020"] })).toEqual(sandviken);
    expect(await allocations({ sources: ["tillvaxtverket"] })).toEqual(sandviken);
    expect(await allocations({ sources: ["0480-kommunala-medel"] })).toHaveLength(9);
    expect(await allocations({ sources: ["boverket"] })).toEqual([]);
  });

  it("keeps the schemes that the money comes from, by way of a pot too", async () => {
    expect(await allocations({ programmes: ["sfs-2018-151"] })).toEqual(
      await allocations({ pots: ["2181-potten-2020"] }),
    );
    expect(await allocations({ programmes: ["sfs-2020-1202"] })).toEqual([]);
  });

  it("keeps the initiatives and the organisations asked for, joint responsibility included", async () => {
    expect(await allocations({ initiatives: ["2181-familjepedagog", "0480-ungdomsledare"] })).toEqual([
      "0480-ungdomsledare-2022",
      "2181-familjepedagog-2020",
    ]);
    expect(await allocations({ organisations: ["2181-sandvikenhus"] })).toEqual([
      "2181-aktiviteter-i-bostadsomraden-av-fritidsbanken-2020",
      "2181-lasframjande-insatser-i-bostadsomraden-av-biblioteket-2020",
    ]);
  });

  it("joins the fields of a filter by AND", async () => {
    expect(
      await allocations({
        municipalities: ["2181"],
        kinds: ["ALLOCATED"],
        years: [2020],
        organisations: ["2181-kunskapsnamnden"],
      }),
    ).toEqual(["2181-familjepedagog-2020", "2181-tidiga-samordnade-insatser-i-skolan-2020"]);
  });

  it.each([
    "municipalities",
    "kinds",
    "years",
    "pots",
    "grants",
    "sources",
    "programmes",
    "initiatives",
    "organisations",
  ])("gives an empty list for an empty list of %s", async (field) => {
    expect(await allocations({ [field]: [] })).toEqual([]);
  });

  it("tells of one row what it is for, out of what, how much and who answers for it", async () => {
    const { allocation, unknown } = await hub.data(`{
      allocation(id: "2181-lasframjande-insatser-i-bostadsomraden-av-biblioteket-2020") {
        initiative { name } municipality { name } pot { id } grant { id } responsible { name } withdrawnAt
        amount { value kind year yearCertainty certainty precision asPrinted note { sv } sources { locator document { id } } }
      }
      unknown: allocation(id: "no-such") { id }
    }`);
    expect(allocation).toEqual({
      initiative: { name: "Läsfrämjande insatser i bostadsområden av biblioteket" },
      municipality: { name: "Sandviken" },
      pot: { id: "2181-potten-2020" },
      grant: null,
      responsible: [{ name: "Kultur- & fritidsnämnden" }, { name: "Sandvikenhus" }],
      withdrawnAt: null,
      amount: {
        value: 150000,
        kind: "ALLOCATED",
        year: 2020,
        yearCertainty: "INFERRED",
        certainty: "STATED",
        precision: "EXACT",
        asPrinted: "150",
        note: null,
        sources: expect.arrayContaining([
          { locator: "L106", document: { id: "2181-14-miljoner-for-att-minska-utanforskap" } },
        ]),
      },
    });
    expect(unknown).toBeNull();
  });

  it("lead to their initiative and back", async () => {
    const { allocations: list } = await hub.data(
      `{ allocations(first: 100) { nodes { id initiative { id allocations { id } } } } }`,
    );
    for (const { id, initiative } of list.nodes) expect(initiative.allocations).toContainEqual({ id });
  });
});
