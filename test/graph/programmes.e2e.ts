import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const idsIn = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe("programmes", () => {
  it("lists every programme by municipality and name", async () => {
    const { programmes } = await hub.data("{ programmes { id municipality { code } } }");
    expect(idsIn(programmes)).toEqual([
      "0191-ny-inriktning-for-samhallsplaneringen",
      "0191-samhallsbyggnadslyftet",
      "0191-sociala-insatser",
      "0480-arbetet-att-minska-och-motverka-segregation-2022",
      "2181-14-miljoner-for-att-minska-utanforskap",
      "2281-aktivitets-och-parklyftet",
      "2281-ett-sundsvall-som-haller-ihop",
    ]);
    for (const { id, municipality } of programmes) expect(municipality.code).toBe(id.slice(0, 4));
  });

  it("lists those of one municipality, at the root and below it", async () => {
    const { own, none, unknown, municipalities } = await hub.data(`{
      own: programmes(municipality: "2281") { id }
      none: programmes(municipality: "0180") { id }
      unknown: programmes(municipality: "9999") { id }
      municipalities(codes: ["2281", "0180"]) { code programmes { id } }
    }`);
    expect(idsIn(own)).toEqual(["2281-aktivitets-och-parklyftet", "2281-ett-sundsvall-som-haller-ihop"]);
    expect(none).toEqual([]);
    expect(unknown).toEqual([]);
    expect(municipalities).toEqual([
      { code: "0180", programmes: [] },
      { code: "2281", programmes: own },
    ]);
  });
});

describe("one programme", () => {
  it("has its parts under it and their initiatives in it", async () => {
    const { whole, part } = await hub.data(`{
      whole: programme(id: "0191-samhallsbyggnadslyftet") {
        name startYear purpose { sv en } parent { id } parts { id parent { id } }
        initiatives { totalCount nodes { id programme { id } } }
      }
      part: programme(id: "0191-sociala-insatser") { aliases parent { id } parts { id } initiatives { totalCount nodes { programme { id } } } }
    }`);
    expect(whole).toMatchObject({
      name: "Samhällsbyggnadslyftet",
      startYear: 2021,
      purpose: { sv: expect.stringContaining("segregationen"), en: expect.stringContaining("segregation") },
      parent: null,
      parts: [
        { id: "0191-ny-inriktning-for-samhallsplaneringen", parent: { id: "0191-samhallsbyggnadslyftet" } },
        { id: "0191-sociala-insatser", parent: { id: "0191-samhallsbyggnadslyftet" } },
      ],
    });
    expect(whole.initiatives.totalCount).toBe(7);
    expect(
      new Set(whole.initiatives.nodes.map(({ programme }: { programme: { id: string } }) => programme.id)),
    ).toEqual(new Set(["0191-sociala-insatser", "0191-ny-inriktning-for-samhallsplaneringen"]));
    expect(part.parent).toEqual({ id: "0191-samhallsbyggnadslyftet" });
    expect(part.parts).toEqual([]);
    expect(part.initiatives.totalCount).toBe(6);
  });

  it("has its milestones and those of its initiatives in time order, a vague date at the end of its span", async () => {
    const { programme } = await hub.data(`{ programme(id: "0191-sociala-insatser") {
      milestones { date { value } initiative { id } programme { id } }
    } }`);
    expect(programme.milestones.map(({ date }: { date: { value: string } }) => date.value)).toEqual([
      "2018-04",
      "2021",
      "2022-01",
      ...Array(5).fill("2022"),
      "2024-03-11",
      "2024-03-20",
      "2024-21",
    ]);
    for (const { initiative, programme: own } of programme.milestones) {
      expect([initiative, own].filter((owner) => owner !== null)).toHaveLength(1);
    }
  });

  it("has decisions, consultations, targets and participations of its own", async () => {
    const { programme } = await hub.data(`{ programme(id: "0480-arbetet-att-minska-och-motverka-segregation-2022") {
      decisions { id status date { value } registrationNumbers childRightsAssessment body { name } initiatives { id } programme { id } }
      consultations { id } targets { id }
      participations { role certainty organisation { id } initiative { id } programme { id } }
    } }`);
    expect(programme.decisions[0]).toMatchObject({
      id: "0480-2021-12-08-forslag-till-fordelning",
      status: "PROPOSED",
      registrationNumbers: expect.arrayContaining(["KAN21/12:1.1"]),
      body: { name: "Kompetens- och arbetsmarknadsnämnden" },
      programme: { id: "0480-arbetet-att-minska-och-motverka-segregation-2022" },
    });
    expect(programme.participations.map(({ role }: { role: string }) => role)).toEqual(["RESPONSIBLE", "FUNDING"]);
    for (const { initiative, programme: own } of programme.participations) {
      expect({ initiative, own }).toEqual({
        initiative: null,
        own: { id: "0480-arbetet-att-minska-och-motverka-segregation-2022" },
      });
    }
  });

  it("has the milestones, decisions, targets and consultations of its parts too, each part having its own alone", async () => {
    const belongings = "milestones { id } decisions { id } targets { id } consultations { id }";
    const { whole, social, planning } = await hub.data(`{
      whole: programme(id: "0191-samhallsbyggnadslyftet") { ${belongings} }
      social: programme(id: "0191-sociala-insatser") { ${belongings} }
      planning: programme(id: "0191-ny-inriktning-for-samhallsplaneringen") { ${belongings} }
    }`);
    expect(idsIn(whole.milestones)).toHaveLength(13);
    expect(idsIn(whole.milestones)).toEqual(
      expect.arrayContaining(["0191-2021-start", ...idsIn(social.milestones), ...idsIn(planning.milestones)]),
    );
    expect(idsIn(planning.milestones)).toEqual(["0191-2024-detaljplanen-pa-granskning"]);
    for (const kind of ["decisions", "targets", "consultations"]) {
      expect(social[kind].length).toBeGreaterThan(0);
      expect(whole[kind]).toEqual(social[kind]);
      expect(planning[kind]).toEqual([]);
    }
  });

  it("has targets of its own, whether they have a number or not", async () => {
    const { programme } = await hub.data(`{ programme(id: "2281-ett-sundsvall-som-haller-ihop") {
      targets { id direction value isQuantified initiative { id } programme { id } }
    } }`);
    const programmeItself = { id: "2281-ett-sundsvall-som-haller-ihop" };
    expect(programme.targets).toEqual([
      {
        id: "2281-ett-sundsvall-samma-mojligheter",
        direction: "ACHIEVE",
        value: null,
        isQuantified: false,
        initiative: null,
        programme: programmeItself,
      },
      {
        id: "2281-ett-sundsvall-sociala-skillnader",
        direction: "DECREASE",
        value: null,
        isQuantified: false,
        initiative: null,
        programme: programmeItself,
      },
    ]);
  });

  it("is null when there is none with the id", async () => {
    expect(await hub.data('{ programme(id: "0191-no-such") { id } }')).toEqual({ programme: null });
  });
});

describe("consultations", () => {
  it("belong to a programme or to an initiative", async () => {
    const { programme, initiative } = await hub.data(`{
      programme(id: "0191-sociala-insatser") { consultations { id name period { start { value } end { value } } stages { label { sv en } } } }
      initiative(id: "2181-medborgardialog-i-samband-med-sandvikendagarna") { consultations { id stages { label { sv } } } }
    }`);
    expect(idsIn(programme.consultations)).toEqual([
      "0191-dialogprocess-2022",
      "0191-medborgardialog-i-valsta-2018-2019",
    ]);
    expect(programme.consultations[1].stages).toEqual([]);
    expect(initiative.consultations).toEqual([{ id: "2181-medborgardialog-sandvikendagarna-2020", stages: [] }]);
  });
});
