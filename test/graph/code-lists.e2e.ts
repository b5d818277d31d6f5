import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

interface Code {
  code: string;
  sv: string;
  en: string;
  label: string;
}

describe.each([
  ["themes", 17, { code: "EMPLOYMENT", sv: "Arbete och egen försörjning", en: "Work and self-support" }],
  ["targetGroups", 14, { code: "SCHOOL_PUPILS", sv: "Elever", en: "School pupils" }],
  ["strategyAreas", 6, { code: "LABOUR_MARKET", sv: "Arbetsmarknad", en: "Labour market" }],
  ["instruments", 18, { code: "MENTORING", sv: "Mentorskap", en: "Mentoring" }],
])("%s", (list, length, example) => {
  it("lists every code once with its label in Swedish and English, in Swedish when nothing is said", async () => {
    const { [list]: codes = [] } = await hub.data<Record<string, Code[]>>(
      `{ ${list} { code label sv: label(language: SV) en: label(language: EN) } }`,
    );
    expect(codes).toHaveLength(length);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(length);
    expect(codes).toContainEqual({ ...example, label: example.sv });
    for (const { code, label, sv, en } of codes) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(label).toBe(sv);
      expect(sv).not.toBe("");
      expect(en).not.toBe("");
    }
  });
});

it("keeps the order that the list was given in", async () => {
  const { themes, strategyAreas } = await hub.data("{ themes { code } strategyAreas { code } }");
  expect(themes[0]).toEqual({ code: "EDUCATION_SCHOOL" });
  expect(themes.at(-1)).toEqual({ code: "RESERVE" });
  expect(strategyAreas.map(({ code }: { code: string }) => code)).toEqual([
    "HOUSING",
    "EDUCATION",
    "LABOUR_MARKET",
    "DEMOCRACY_CIVIL_SOCIETY",
    "CRIME",
    "NONE",
  ]);
});

it("ties themes to COFOG, the Sustainable Development Goals and Kolada", async () => {
  const { themes } = await hub.data("{ themes { code cofog sdgTargets koladaKpis } }");
  expect(themes).toContainEqual({
    code: "EMPLOYMENT",
    cofog: ["04.1", "10.5"],
    sdgTargets: ["8.5", "8.6"],
    koladaKpis: ["N03932", "N03926", "N02243"],
  });
});

it("gives an initiative the same codes with the same labels, in the order that they were judged", async () => {
  const { initiative } = await hub.data(`{ initiative(id: "2181-ledning-uppfoljning-av-faltverksamheten") {
    themes { code label(language: EN) } targetGroups { code label } strategyArea { code label } instrument { code label(language: EN) }
  } }`);
  expect(initiative).toEqual({
    themes: [
      { code: "GOVERNANCE_ANALYSIS", label: "Governance, analysis, follow-up" },
      { code: "YOUTH_PREVENTION", label: "Preventive work with children and young people" },
    ],
    targetGroups: [{ code: "CHILDREN_YOUTH", label: "Barn och unga" }],
    strategyArea: { code: "CRIME", label: "Brottslighet" },
    instrument: { code: "ADMIN", label: "Management and administration" },
  });
});

it("uses no code on any initiative that is not in its list", async () => {
  const { initiatives, ...lists } = await hub.data(`{
    initiatives(first: 500) { nodes { themes { code } targetGroups { code } strategyArea { code } instrument { code } } }
    themes { code } targetGroups { code } strategyAreas { code } instruments { code }
  }`);
  const known = (list: string) => lists[list].map(({ code }: Code) => code);
  for (const { themes, targetGroups, strategyArea, instrument } of initiatives.nodes) {
    expect(known("themes")).toEqual(expect.arrayContaining(themes.map(({ code }: Code) => code)));
    expect(known("targetGroups")).toEqual(expect.arrayContaining(targetGroups.map(({ code }: Code) => code)));
    expect(known("strategyAreas")).toContain(strategyArea.code);
    expect(known("instruments")).toContain(instrument.code);
    expect(themes.length).toBeGreaterThan(0);
  }
});
