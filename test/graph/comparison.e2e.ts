import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
});
afterAll(() => hub.stop());

const COMPARE = `query ($input: ComparisonInput!) { comparison(input: $input) {
  id dataVersion measure level unit isAdditive total totalRows endCursor
  rows { keys { dimension code label } value recordCount missingCount certainty precision isModelled mixesKinds }
  warnings { code severity municipalityCodes sv: message en: message(language: EN) }
} }`;

interface Row {
  readonly keys: readonly { readonly dimension: string; readonly code: string; readonly label: string }[];
  readonly value: number | null;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly certainty: string | null;
  readonly precision: string | null;
  readonly isModelled: boolean;
  readonly mixesKinds: boolean;
}

const compare = async (input: object) => (await hub.data(COMPARE, { input: { first: 500, ...input } })).comparison;
const codesOf = ({ keys }: Row) => keys.map(({ code }) => code).join(" ");

/** Values by codes. */
const valuesOf = ({ rows }: { rows: readonly Row[] }) =>
  Object.fromEntries(rows.map((row) => [codesOf(row), row.value]));

/** Severity and municipalities of each warning. */
const warningsOf = ({
  warnings,
}: {
  warnings: readonly { code: string; severity: string; municipalityCodes: readonly string[] }[];
}) =>
  Object.fromEntries(warnings.map(({ code, severity, municipalityCodes }) => [code, [severity, ...municipalityCodes]]));

const refusal = async (input: object) => {
  const { errors = [] } = await hub.ask(COMPARE, { input });
  expect(errors).toHaveLength(1);
  return errors[0] as NonNullable<(typeof errors)[0]>;
};

describe("initiatives by theme and municipality", () => {
  const byTheme = { measure: "INITIATIVE_COUNT", groupBy: ["THEME", "MUNICIPALITY"] };

  it("are those that the graph lists, each in every theme that it has", async () => {
    const { rows, isAdditive, total, unit, level } = await compare(byTheme);
    const { initiatives } = await hub.data(
      "{ initiatives(first: 200) { nodes { isReserve municipality { code } themes { code } } } }",
    );
    const listed: Record<string, number> = {};
    for (const { isReserve, municipality, themes } of initiatives.nodes) {
      if (isReserve) continue;
      for (const { code } of themes.length > 0 ? themes : [{ code: "UNKNOWN" }]) {
        const key = `${code} ${municipality.code}`;
        listed[key] = (listed[key] ?? 0) + 1;
      }
    }
    expect(valuesOf({ rows })).toEqual(listed);
    expect({ isAdditive, total, unit, level }).toEqual({ isAdditive: false, total: null, unit: "COUNT", level: null });
  });

  it("say that the rows do not add up, and that the themes are our judgement", async () => {
    const comparison = await compare(byTheme);
    expect(warningsOf(comparison)).toEqual({
      MANY_VALUED: ["NOTE"],
      CLASSIFICATION_INFERRED: ["NOTE", "0191", "0480", "2181", "2281"],
    });
    expect(new Set(comparison.rows.map(({ certainty }: Row) => certainty))).toEqual(new Set(["INFERRED"]));
  });

  it("add up when each is divided between its themes", async () => {
    const { rows, isAdditive, total } = await compare({ ...byTheme, multiValued: "FRACTIONAL" });
    expect({ isAdditive, total }).toEqual({ isAdditive: true, total: 40 });
    const sum = rows.reduce((all: number, { value }: Row) => all + (value ?? 0), 0);
    expect(sum).toBeCloseTo(40, 10);
  });

  it("are 7, 9, 14 and 10 whichever themes they have", async () => {
    const comparison = await compare({ measure: "INITIATIVE_COUNT", groupBy: ["MUNICIPALITY"], strict: true });
    expect(valuesOf(comparison)).toEqual({ "0191": 7, "0480": 9, "2181": 14, "2281": 10 });
    expect(comparison).toMatchObject({ isAdditive: true, total: 40, totalRows: 4, warnings: [] });
  });

  it("are named in both languages", async () => {
    const { comparison } = await hub.data(
      `query ($input: ComparisonInput!) { comparison(input: $input) { rows { keys { code sv: label en: label(language: EN) } } } }`,
      {
        input: {
          measure: "INITIATIVE_COUNT",
          groupBy: ["MUNICIPALITY", "THEME", "STATUS"],
          first: 1,
          municipalities: ["2281"],
        },
      },
    );
    expect(comparison.rows[0].keys).toEqual([
      { code: "2281", sv: "Sundsvall", en: "Sundsvall" },
      {
        code: "ADULT_LANGUAGE",
        sv: "Språk, SFI, vuxenutbildning",
        en: "Language, Swedish for immigrants, adult education",
      },
      { code: "COMPLETED", sv: "Avslutad", en: "Completed" },
    ]);
  });
});

describe("amounts by municipality and kind", () => {
  const byKind = { measure: "AMOUNT", groupBy: ["MUNICIPALITY", "AMOUNT_KIND"] };

  it("are what the sources say, and null where they say nothing", async () => {
    const { rows, unit, level, isAdditive, total } = await compare(byKind);
    const row = (
      codes: string,
      value: number | null,
      recordCount: number,
      missingCount: number,
      certainty: string | null,
    ) =>
      [
        codes,
        {
          value,
          recordCount,
          missingCount,
          certainty,
          precision: value === null ? null : "EXACT",
          isModelled: false,
          mixesKinds: false,
        },
      ] as const;
    expect(rows.map(({ keys, ...rest }: Row) => [codesOf({ keys, ...rest }), rest])).toEqual([
      row("0191 UNKNOWN", null, 7, 7, null),
      row("0480 PROPOSED", 7_500_000, 9, 0, "STATED"),
      row("2181 ALLOCATED", 13_287_000, 15, 0, "INFERRED"),
      row("2281 AWARDED", 2_800_000, 7, 6, "INFERRED"),
      row("2281 DERIVED", 2_800_000, 1, 0, "INFERRED"),
      row("2281 ESTIMATED_TOTAL", 5_600_000, 1, 0, "INFERRED"),
      row("2281 UNKNOWN", null, 8, 8, null),
    ]);
    expect({ unit, level, isAdditive, total }).toEqual({
      unit: "SEK",
      level: "INITIATIVE",
      isAdditive: false,
      total: null,
    });
  });

  it("carry the warnings that belong to them", async () => {
    const comparison = await compare(byKind);
    expect(warningsOf(comparison)).toEqual({
      YEARS_DIFFER: ["MISLEADING"],
      SUM_IS_PARTIAL: ["MISLEADING", "2281"],
      AMOUNTS_MISSING: ["NOTE", "0191", "2281"],
      YEARS_INFERRED: ["NOTE", "2181", "2281"],
      YEARS_UNKNOWN: ["NOTE", "0191", "2281"],
      AMOUNTS_PROPOSED: ["NOTE", "0480"],
      PRICE_LEVELS_DIFFER: ["NOTE"],
    });
    const { sv, en } = comparison.warnings.find(({ code }: { code: string }) => code === "AMOUNTS_PROPOSED");
    expect({ sv, en }).toEqual({
      sv: "Belopp är föreslagna men inget beslut är känt: Nyköping.",
      en: "Amounts are proposed, but no decision is known: Nyköping.",
    });
  });

  it("are warned of when kinds are added", async () => {
    const comparison = await compare({ measure: "AMOUNT", groupBy: [] });
    expect(comparison).toMatchObject({ isAdditive: false, total: null, totalRows: 1 });
    expect(comparison.rows[0]).toMatchObject({ keys: [], value: 31_987_000, recordCount: 48, missingCount: 21 });
    expect(warningsOf(comparison)).toMatchObject({ AMOUNT_KINDS_DIFFER: ["MISLEADING"], YEARS_DIFFER: ["MISLEADING"] });
  });

  it("mark each row that adds kinds, and no other", async () => {
    const marksOf = async (input: object) => {
      const { rows } = await compare({ measure: "AMOUNT", ...input });
      return Object.fromEntries(rows.map((row: Row) => [codesOf(row), row.mixesKinds]));
    };
    const { rows } = await compare({ measure: "AMOUNT", groupBy: ["MUNICIPALITY"], municipalities: ["2281"] });
    expect(rows[0]).toMatchObject({ value: 11_200_000, mixesKinds: true });
    const onlySundsvall = { "0191": false, "0480": false, "2181": false, "2281": true };
    expect(await marksOf({ groupBy: ["MUNICIPALITY"] })).toEqual(onlySundsvall);
    // From the facts themselves, and from what is kept by source.
    expect(await marksOf({ groupBy: ["MUNICIPALITY"], filter: { isReserve: false } })).toEqual(onlySundsvall);
    const bySource = { groupBy: ["MUNICIPALITY", "FUNDING_SOURCE"], municipalities: ["2181", "2281"] };
    expect(await marksOf(bySource)).toMatchObject({ "2181 UNKNOWN": false, "2281 UNKNOWN": true });
    expect(await marksOf({ groupBy: ["MUNICIPALITY"], filter: { amountKinds: ["AWARDED"] } })).toEqual({
      "2281": false,
    });
    expect(await marksOf({ groupBy: [], measure: "INITIATIVE_COUNT" })).toEqual({ "": false });
  });

  it("are refused in strict mode, for every reason at once and in both languages", async () => {
    const { message, extensions } = await refusal({ measure: "AMOUNT", groupBy: [], strict: true });
    expect(extensions).toMatchObject({
      code: "NOT_COMPARABLE",
      reasons: [
        {
          code: "AMOUNT_KINDS_DIFFER",
          municipalities: [],
          message: {
            sv: "Beloppen är av olika slag: Fördelat, Beviljat, Härlett, Beräknad totalkostnad och Föreslaget. De kan varken jämföras eller läggas ihop, och samma krona kan finnas i flera av dem.",
            en: "The amounts are of different kinds: Allocated, Awarded, Derived, Estimated total cost and Proposed. They can neither be compared nor added up, and the same krona may be in several of them.",
          },
        },
        {
          code: "YEARS_DIFFER",
          municipalities: [],
          message: {
            sv: "Beloppen gäller olika år: 2020, 2021 och 2022.",
            en: "The amounts are for different years: 2020, 2021 and 2022.",
          },
        },
        { code: "SUM_IS_PARTIAL", municipalities: ["0191", "2281"] },
      ],
    });
    expect(message).toContain("different kinds");
  });

  it("say which records a choice of years or kinds leaves out without knowing that it should", async () => {
    const awarded = { measure: "AMOUNT", groupBy: ["MUNICIPALITY"], municipalities: ["0191", "2281"] };
    const in2021 = { ...awarded, filter: { amountKinds: ["AWARDED"], years: [2021] } };
    expect(warningsOf(await compare(in2021))).toMatchObject({
      RECORDS_LEFT_OUT: ["MISLEADING", "2281"],
      AMOUNTS_MISSING: ["NOTE", "0191", "2281"],
    });
    const { extensions } = await refusal({ ...in2021, strict: true });
    expect(extensions).toMatchObject({ code: "NOT_COMPARABLE", reasons: [{ code: "RECORDS_LEFT_OUT" }] });
    expect(warningsOf(await compare({ ...awarded, filter: { amountKinds: ["ESTIMATED_TOTAL"] } }))).toMatchObject({
      AMOUNTS_MISSING: ["NOTE", "0191", "2281"],
    });
  });

  it("have no total over different years, unless the rows tell the years apart", async () => {
    const pots = { measure: "AMOUNT", level: "POT" };
    expect(await compare({ ...pots, groupBy: ["MUNICIPALITY"] })).toMatchObject({ isAdditive: false, total: null });
    expect(await compare({ ...pots, groupBy: ["MUNICIPALITY", "YEAR"] })).toMatchObject({
      isAdditive: true,
      total: 23_000_000,
    });
  });

  it("have no total that leaves out a record whose amount is missing", async () => {
    const groupBy = ["MUNICIPALITY", "AMOUNT_KIND", "YEAR"];
    const known = { measure: "AMOUNT", groupBy, municipalities: ["2181"] };
    expect(await compare(known)).toMatchObject({ isAdditive: true, total: 13_287_000 });
    const partial = await compare({ ...known, municipalities: ["0191", "2181"] });
    expect(partial).toMatchObject({ isAdditive: true, total: null });
    expect(valuesOf(partial)).toEqual({ "0191 UNKNOWN UNKNOWN": null, "2181 ALLOCATED 2020": 13_287_000 });
  });

  it("are not refused where the rows may stand side by side, and then have a total", async () => {
    const comparison = await compare({
      measure: "AMOUNT",
      groupBy: ["STATUS"],
      filter: { amountKinds: ["ALLOCATED"], years: [2020] },
      strict: true,
    });
    expect(comparison).toMatchObject({ isAdditive: true, total: 13_287_000 });
    expect(warningsOf(comparison)).toMatchObject({ MUNICIPALITY_WITHOUT_DATA: ["NOTE", "0191", "0480", "2281"] });
  });

  it("are counted once on each level, whatever the krona passes through", async () => {
    const onLevel = async (level: string) =>
      (await compare({ measure: "AMOUNT", groupBy: [], level, municipalities: ["2181"] })).rows[0].value;
    expect(await onLevel("INITIATIVE")).toBe(13_287_000);
    expect(await onLevel("GRANT")).toBe(8_000_000);
    expect(await onLevel("POT")).toBe(14_000_000);
  });
});

describe("state share", () => {
  it("is 8/14 of Sandviken's pot, as inferred and as approximate as the pot", async () => {
    const comparison = await compare({
      measure: "STATE_SHARE",
      groupBy: ["MUNICIPALITY"],
      level: "POT",
      municipalities: ["2181"],
    });
    expect(comparison.rows).toEqual([
      expect.objectContaining({
        value: expect.closeTo(8 / 14, 12),
        recordCount: 1,
        missingCount: 0,
        certainty: "INFERRED",
        precision: "APPROXIMATE",
        isModelled: false,
      }),
    ]);
    expect(comparison).toMatchObject({ unit: "SHARE", level: "POT", isAdditive: false, total: null });
  });

  it("is unknown of Sandviken's initiatives but for the one with a stated split", async () => {
    const whole = await compare({ measure: "STATE_SHARE", groupBy: ["MUNICIPALITY"], municipalities: ["2181"] });
    expect(whole.rows).toEqual([
      expect.objectContaining({ value: null, recordCount: 15, missingCount: 14, certainty: null, precision: null }),
    ]);
    expect(warningsOf(whole)).toMatchObject({ SPLIT_UNKNOWN: ["NOTE", "2181"] });
    const each = await compare({ measure: "STATE_SHARE", groupBy: ["INITIATIVE"], municipalities: ["2181"] });
    expect(each.rows.filter(({ value }: Row) => value !== null).map((row: Row) => [codesOf(row), row.value])).toEqual([
      ["2181-familjepedagog", 0.5],
    ]);
    expect(each.totalRows).toBe(15);
  });

  it("is modelled only when asked for by name, and says so on each row and as a warning", async () => {
    const modelled = await compare({
      measure: "STATE_SHARE",
      groupBy: ["INITIATIVE"],
      municipalities: ["2181"],
      split: "MODELLED",
    });
    const isModelled = Object.fromEntries(modelled.rows.map((row: Row) => [codesOf(row), row.isModelled]));
    expect(isModelled["2181-familjepedagog"]).toBe(false);
    expect(Object.values(isModelled).filter(Boolean)).toHaveLength(14);
    for (const { isModelled: says, certainty } of modelled.rows as Row[]) expect(certainty === "MODELLED").toBe(says);
    expect(warningsOf(modelled)).toMatchObject({ SPLIT_MODELLED: ["NOTE", "2181"] });
  });
});

describe("money by source", () => {
  it("is divided as stated, the rest on UNKNOWN, and comes to the whole", async () => {
    const comparison = await compare({ measure: "AMOUNT", groupBy: ["FUNDING_SOURCE"], municipalities: ["2181"] });
    expect(valuesOf(comparison)).toEqual({
      "2181-kommunala-medel": 350_000,
      tillvaxtverket: 350_000,
      UNKNOWN: 12_587_000,
    });
    expect(comparison).toMatchObject({ isAdditive: true, total: 13_287_000 });
  });

  it("counts of a filtered source only its part", async () => {
    const of = (filter: object) => compare({ measure: "AMOUNT", groupBy: [], municipalities: ["2181"], filter });
    expect((await of({ sources: ["tillvaxtverket"] })).rows[0]).toMatchObject({ value: 350_000, recordCount: 1 });
    expect((await of({ sourceKinds: ["STATE_GRANT", "MUNICIPAL_POT"] })).rows[0]).toMatchObject({
      value: 700_000,
      recordCount: 1,
    });
  });
});

describe("per inhabitant", () => {
  const perInhabitant = { measure: "AMOUNT", normalise: "PER_CAPITA" };

  it("is divided by the population of the same year, and null where that is not known", async () => {
    const comparison = await compare({ ...perInhabitant, groupBy: ["MUNICIPALITY", "YEAR"] });
    expect(valuesOf(comparison)).toEqual({
      "0191 UNKNOWN": null,
      "0480 2022": expect.closeTo(7_500_000 / 58_021, 9),
      "2181 2020": null,
      "2281 2021": null,
      "2281 UNKNOWN": null,
    });
    expect(comparison.unit).toBe("SEK_PER_INHABITANT");
    const missing = comparison.warnings.find(({ code }: { code: string }) => code === "POPULATION_MISSING");
    expect(missing).toMatchObject({ severity: "NOTE", municipalityCodes: ["2181", "2281"] });
    expect(missing.en).toContain("Sandviken 2020 and Sundsvall 2021");
  });

  it("is at best derived, though the amount and the population are stated", async () => {
    const { rows } = await compare({ ...perInhabitant, groupBy: ["MUNICIPALITY"], municipalities: ["0480"] });
    expect(rows).toEqual([
      expect.objectContaining({ value: expect.closeTo(7_500_000 / 58_021, 9), certainty: "DERIVED" }),
    ]);
  });

  it("needs one known year, and asks for it", async () => {
    const comparison = await compare({ ...perInhabitant, groupBy: [], municipalities: ["2281"] });
    expect(comparison.rows[0].value).toBeNull();
    expect(warningsOf(comparison)).toMatchObject({ YEAR_NEEDED_PER_CAPITA: ["NOTE"] });
  });

  it("of several municipalities is divided by those that have a record of the year, which are named", async () => {
    const comparison = await compare({
      measure: "INITIATIVE_COUNT",
      normalise: "PER_CAPITA",
      groupBy: [],
      filter: { years: [2023] },
    });
    expect(comparison.rows[0]).toMatchObject({ value: expect.closeTo(4 / 52_529, 12), recordCount: 4 });
    const { severity, municipalityCodes, sv, en } = comparison.warnings.find(
      ({ code }: { code: string }) => code === "PER_CAPITA_OF_SOME",
    );
    expect({ severity, municipalityCodes, sv, en }).toEqual({
      severity: "NOTE",
      municipalityCodes: ["0191"],
      sv: "Per invånare räknas här på invånarna i de kommuner som har poster: Sigtuna; inte på hela länet eller alla jämförda kommuner.",
      en: "Per inhabitant means here of the inhabitants of the municipalities that have records: Sigtuna; not of the whole county or of every municipality compared.",
    });
  });

  it("by county says whose inhabitants it means, and by municipality need not", async () => {
    const byCounty = await compare({ ...perInhabitant, groupBy: ["COUNTY", "YEAR"] });
    expect(warningsOf(byCounty)).toMatchObject({ PER_CAPITA_OF_SOME: ["NOTE", "0480", "2181", "2281"] });
    for (const other of [
      { groupBy: ["MUNICIPALITY", "COUNTY", "YEAR"] },
      { groupBy: ["COUNTY", "YEAR"], normalise: "NONE" },
    ]) {
      expect(warningsOf(await compare({ ...perInhabitant, ...other }))).not.toHaveProperty("PER_CAPITA_OF_SOME");
    }
  });
});

describe("a share of the municipality's own", () => {
  it("is of each record once, within the same kind", async () => {
    const comparison = await compare({
      measure: "AMOUNT",
      normalise: "SHARE_OF_MUNICIPALITY",
      groupBy: ["MUNICIPALITY", "AMOUNT_KIND", "STATUS"],
      municipalities: ["2181", "0480"],
    });
    expect(comparison.unit).toBe("SHARE");
    const sums: Record<string, number> = {};
    for (const { keys, value } of comparison.rows as Row[])
      sums[keys[0]?.code ?? ""] = (sums[keys[0]?.code ?? ""] ?? 0) + (value ?? 0);
    expect(sums).toEqual({ "0480": expect.closeTo(1, 12), "2181": expect.closeTo(1, 12) });
  });

  it("comes to more than the whole where records count in several themes", async () => {
    const { rows } = await compare({
      measure: "INITIATIVE_COUNT",
      normalise: "SHARE_OF_MUNICIPALITY",
      groupBy: ["MUNICIPALITY", "THEME"],
      municipalities: ["0191"],
    });
    const counts = await compare({
      measure: "INITIATIVE_COUNT",
      groupBy: ["MUNICIPALITY", "THEME"],
      municipalities: ["0191"],
    });
    expect(rows.map(({ value }: Row) => value)).toEqual(
      counts.rows.map(({ value }: Row) => expect.closeTo((value ?? 0) / 7, 12)),
    );
    expect(rows.reduce((sum: number, { value }: Row) => sum + (value ?? 0), 0)).toBeGreaterThan(1);
  });
});

describe("targets and known amounts", () => {
  it("are shares of the records that there are", async () => {
    expect(valuesOf(await compare({ measure: "QUANTIFIED_TARGET_SHARE", groupBy: ["COUNTY"] }))).toEqual({
      "01": 0,
      "04": expect.closeTo(2 / 7, 12),
      "21": 0,
      "22": expect.closeTo(2 / 12, 12),
    });
    expect(valuesOf(await compare({ measure: "INITIATIVE_WITH_AMOUNT_SHARE", groupBy: ["MUNICIPALITY"] }))).toEqual({
      "0191": 0,
      "0480": 1,
      "2181": 1,
      "2281": 0.1,
    });
  });

  it("by year are counted in every year, so that nothing adds up", async () => {
    const comparison = await compare({ measure: "TARGET_COUNT", groupBy: ["YEAR"] });
    expect(comparison).toMatchObject({ isAdditive: false, total: null });
    expect(warningsOf(comparison)).toMatchObject({
      MANY_VALUED: ["NOTE"],
      YEARS_UNKNOWN: ["NOTE", "0191", "2181", "2281"],
    });
  });
});

describe("counts by year", () => {
  const certaintiesOf = ({ rows }: { rows: readonly Row[] }) =>
    Object.fromEntries(rows.map((row) => [codesOf(row), row.certainty]));
  const counted = { measure: "INITIATIVE_COUNT", groupBy: ["MUNICIPALITY", "YEAR"], municipalities: ["2181", "2281"] };

  it("are no surer than the years of the initiatives, and say whose are inferred", async () => {
    const comparison = await compare(counted);
    expect(certaintiesOf(comparison)).toEqual({
      "2181 2019": "INFERRED",
      "2181 2020": "INFERRED",
      "2281 2020": "STATED",
      "2281 2021": "STATED",
      "2281 2022": "INFERRED",
      "2281 UNKNOWN": "STATED",
    });
    const inferred = comparison.warnings.find(({ code }: { code: string }) => code === "YEARS_INFERRED");
    expect(inferred).toEqual({
      code: "YEARS_INFERRED",
      severity: "NOTE",
      municipalityCodes: ["2181", "2281"],
      sv: "Året är inte angivet i källan utan en slutsats: Sandviken och Sundsvall.",
      en: "The year is not stated by the source but inferred: Sandviken and Sundsvall.",
    });
    expect(warningsOf(await compare({ ...counted, municipalities: ["0191"] }))).not.toHaveProperty("YEARS_INFERRED");
  });

  it.each([
    ["a filter on one year", { groupBy: ["MUNICIPALITY"], filter: { years: [2020] } }],
    ["a filter on several years", { groupBy: ["MUNICIPALITY"], filter: { years: [2020, 2021] } }],
    [
      "a year and what only the records tell",
      { groupBy: ["MUNICIPALITY"], filter: { years: [2020], isReserve: false } },
    ],
  ])("are as sure with %s", async (_, question) => {
    const comparison = await compare({ ...counted, ...question });
    expect(certaintiesOf(comparison)).toEqual({ "2181": "INFERRED", "2281": "STATED" });
    expect(warningsOf(comparison)).toMatchObject({ YEARS_INFERRED: ["NOTE", "2181"] });
  });

  it("are shares that rest on the years likewise", async () => {
    const share = { ...counted, measure: "INITIATIVE_WITH_AMOUNT_SHARE" };
    expect(certaintiesOf(await compare(share))).toMatchObject({ "2181 2020": "INFERRED", "2281 2021": "DERIVED" });
  });

  it("leave a count that no year enters as sure as it is", async () => {
    const comparison = await compare({ ...counted, groupBy: ["MUNICIPALITY"] });
    expect(certaintiesOf(comparison)).toEqual({ "2181": "STATED", "2281": "STATED" });
    expect(warningsOf(comparison)).not.toHaveProperty("YEARS_INFERRED");
  });
});

describe("pages", () => {
  const question = { measure: "AMOUNT", groupBy: ["AREA", "AMOUNT_KIND"] };

  it.each([
    ["KEYS", "ASC"],
    ["KEYS", "DESC"],
    ["VALUE", "ASC"],
    ["VALUE", "DESC"],
  ])("by %s %s are together what one page holds, in the same order", async (field, direction) => {
    const orderBy = { field, direction };
    const whole = await compare({ ...question, orderBy });
    expect(whole.endCursor).toBeNull();
    const rows: Row[] = [];
    let after: string | null = null;
    do {
      const page: typeof whole = await compare({ ...question, orderBy, first: 3, after });
      expect(page).toMatchObject({ id: whole.id, totalRows: whole.totalRows });
      rows.push(...page.rows);
      after = page.endCursor;
    } while (after);
    expect(rows).toEqual(whole.rows);
    expect(rows.length).toBeGreaterThan(9);
    expect(rows).toHaveLength(whole.totalRows);
  });

  it("have UNKNOWN and what has no value last, whichever way they go", async () => {
    for (const direction of ["ASC", "DESC"]) {
      const byKey = await compare({ ...question, orderBy: { field: "KEYS", direction } });
      expect(byKey.rows.at(-1).keys[0].code).toBe("UNKNOWN");
      const byValue = (await compare({ ...question, orderBy: { field: "VALUE", direction } })).rows.map(
        ({ value }: Row) => value,
      );
      expect(byValue.at(-1)).toBeNull();
      const known = byValue.filter((value: number | null) => value !== null);
      const sorted = [...known].sort((a, b) => (direction === "ASC" ? a - b : b - a));
      expect(byValue).toEqual([...sorted, ...byValue.filter((value: number | null) => value === null)]);
    }
  });

  it("may be empty, and still tell how many rows there are", async () => {
    const none = await compare({ ...question, first: 0 });
    expect(none).toMatchObject({ rows: [], endCursor: null });
    expect(none.totalRows).toBeGreaterThan(9);
    expect(await compare({ ...question, filter: { years: [1999] } })).toMatchObject({ rows: [], totalRows: 0 });
  });

  it("of nothing by nothing are one row without a value", async () => {
    const { rows, totalRows } = await compare({ measure: "INITIATIVE_COUNT", groupBy: [], filter: { years: [1999] } });
    expect({ rows, totalRows }).toEqual({
      rows: [
        {
          keys: [],
          value: null,
          recordCount: 0,
          missingCount: 0,
          certainty: null,
          precision: null,
          isModelled: false,
          mixesKinds: false,
        },
      ],
      totalRows: 1,
    });
  });

  it("go on only from a cursor of the same comparison in the same order", async () => {
    const { endCursor } = await compare({ ...question, first: 3 });
    const continued = { ...question, first: 3, after: endCursor };
    await compare({ ...continued, municipalities: null });
    for (const other of [
      { orderBy: { field: "KEYS", direction: "DESC" } },
      { groupBy: ["AMOUNT_KIND", "AREA"] },
      { filter: { years: [2020] } },
      { after: "x" },
      { after: Buffer.from("[1,2]").toString("base64url") },
      { after: "" },
    ]) {
      expect((await refusal({ ...continued, ...other })).extensions).toMatchObject({
        code: "INVALID_CURSOR",
        argument: "after",
      });
    }
  });

  it("do not go on when the data has changed between them", async () => {
    const { endCursor, id } = await compare({ ...question, first: 3 });
    const reload = (hash: string) =>
      hub.database.query(`UPDATE comparisons.municipality SET content_hash = ${hash} WHERE municipality_code = '0191'`);
    await reload("content_hash || 'x'");
    try {
      expect((await refusal({ ...question, first: 3, after: endCursor })).extensions.code).toBe("INVALID_CURSOR");
      expect((await compare(question)).id).not.toBe(id);
    } finally {
      await reload("left(content_hash, -1)");
    }
    expect((await compare(question)).id).toBe(id);
  });

  it("have at most 500 rows", async () => {
    for (const first of [-1, 501]) {
      expect((await refusal({ ...question, first })).extensions).toMatchObject({
        code: "PAGE_SIZE_EXCEEDED",
        limit: 500,
      });
    }
  });
});

describe("what cannot be answered", () => {
  it("is refused for codes that do not exist and for every other mistake at once", async () => {
    const { message, extensions } = await refusal({
      measure: "AMOUNT",
      groupBy: ["YEAR", "YEAR"],
      municipalities: ["0191", "9999"],
      filter: {
        themes: ["SAFETY", "NO_SUCH"],
        targetGroups: ["NOBODY"],
        strategyAreas: ["MOON"],
        instruments: ["FLUTE"],
      },
      normalise: "SHARE_OF_MUNICIPALITY",
    });
    const mistakes = extensions.mistakes as { path: string[]; message: string; remedy: string }[];
    expect(extensions.code).toBe("BAD_USER_INPUT");
    expect(mistakes.map(({ path }) => path.join("."))).toEqual([
      "input.groupBy",
      "input.normalise",
      "input.municipalities",
      "input.filter.themes",
      "input.filter.targetGroups",
      "input.filter.strategyAreas",
      "input.filter.instruments",
    ]);
    expect(mistakes[2]?.message).toContain("9999");
    expect(mistakes[3]).toMatchObject({
      message: expect.stringContaining("NO_SUCH"),
      remedy: "Take a code from { themes { code label } }.",
    });
    expect(message).toContain("input.groupBy: YEAR is given more than once. Give each dimension once. And 6 more");
  });

  it("is told of codes alone too", async () => {
    const { extensions } = await refusal({
      measure: "AMOUNT",
      groupBy: [],
      municipalities: ["9999"],
      filter: { themes: ["'; DROP TABLE fact --"] },
    });
    expect(extensions.mistakes).toHaveLength(2);
  });

  it("is told with the code that was meant", async () => {
    const { message } = await refusal({ measure: "AMOUNT", groupBy: [], filter: { themes: ["safty"] } });
    expect(message).toBe(
      'input.filter.themes: There is no code "safty". Did you mean SAFETY? Take a code from { themes { code label } }.',
    );
  });

  it("is told of records that do not exist, each with what may have been meant", async () => {
    const { extensions } = await refusal({
      measure: "AMOUNT",
      groupBy: [],
      filter: {
        themes: ["NO_SUCH"],
        programmes: ["9999-x"],
        initiatives: ["2181-familjepedagog", "2181-familjepedagogg", "familjepedagog"],
        areas: ["UNKNOWN", "nowhere"],
        organisations: ["' OR true --"],
        sources: ["tillvaxtverkett", "tillvaxtverket", "UNKNOWN"],
      },
    });
    const mistakes = extensions.mistakes as { path: string[]; message: string; remedy: string }[];
    expect(mistakes.map(({ path, message }) => [path.at(-1), message])).toEqual([
      ["themes", 'There is no code "NO_SUCH".'],
      ["programmes", 'There is no record with the id "9999-x".'],
      ["initiatives", 'There is no record with the id "2181-familjepedagogg".'],
      ["initiatives", 'There is no record with the id "familjepedagog".'],
      ["areas", 'There is no record with the id "nowhere".'],
      ["organisations", `There is no record with the id "' OR true --".`],
      ["sources", 'There is no record with the id "tillvaxtverkett".'],
    ]);
    expect(mistakes[2]?.remedy).toBe(
      "Did you mean 2181-familjepedagog? Take an id from { initiatives { nodes { id name } } }.",
    );
    expect(mistakes[6]?.remedy).toBe("Did you mean tillvaxtverket? Take an id from { fundingSources { id name } }.");
    // Where the remedies point, there are ids.
    for (const { remedy } of mistakes) await hub.data(remedy.slice(remedy.indexOf("{"), remedy.lastIndexOf("}") + 1));
  });

  it("is nothing that exists, whatever has no record in the selection", async () => {
    const { rows } = await compare({
      measure: "INITIATIVE_COUNT",
      groupBy: [],
      municipalities: ["0191"],
      filter: { initiatives: ["2181-familjepedagog"], programmes: ["UNKNOWN"] },
    });
    expect(rows[0].value).toBeNull();
  });

  it("are not records without a code, which UNKNOWN stands for", async () => {
    const { rows } = await compare({
      measure: "INITIATIVE_COUNT",
      groupBy: ["AREA"],
      filter: { themes: ["SAFETY", "UNKNOWN"] },
    });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("what a comparison stands on", () => {
  const question = { measure: "AMOUNT", groupBy: ["MUNICIPALITY"], municipalities: ["2181", "0480"] };

  it("is named by question and data, whatever the order of its codes or the page", async () => {
    const { id, dataVersion } = await compare(question);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(dataVersion).toMatch(/^[0-9a-f]{16}$/);
    const same = await compare({
      ...question,
      municipalities: ["0480", "2181", "0480"],
      first: 1,
      orderBy: { field: "VALUE" },
    });
    expect([same.id, same.dataVersion]).toEqual([id, dataVersion]);
    const other = await compare({ ...question, municipalities: ["0480"] });
    expect(other.id).not.toBe(id);
    expect(other.dataVersion).not.toBe(dataVersion);
    expect((await compare({ ...question, level: "POT" })).dataVersion).toBe(dataVersion);
  });

  it("can be cited and downloaded, with the documents and the coverage behind it", async () => {
    const { comparison } = await hub.data(
      `query ($input: ComparisonInput!) { comparison(input: $input) {
        permalink csvUrl xlsxUrl jsonUrl metadataUrl asOf
        coverage { municipalityCode municipality { name } } sources { id title }
      } }`,
      { input: question },
    );
    const { permalink } = comparison;
    expect(permalink).toMatch(/^https?:\/\/.+\/comparisons\/[\w-]+$/);
    expect(comparison).toMatchObject({
      csvUrl: `${permalink}.csv`,
      xlsxUrl: `${permalink}.xlsx`,
      jsonUrl: `${permalink}.json`,
      metadataUrl: `${permalink}.metadata.json`,
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
      coverage: [
        { municipalityCode: "0480", municipality: { name: "Nyköping" } },
        { municipalityCode: "2181", municipality: { name: "Sandviken" } },
      ],
    });
    const ids = comparison.sources.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([expect.stringMatching(/^0480-/), expect.stringMatching(/^2181-/)]));
    expect(ids.filter((id: string) => /^(0191|2281)-/.test(id))).toEqual([]);
    for (const { title } of comparison.sources) expect(title).toEqual(expect.any(String));
  });

  it("leads from a warning to the municipalities that it concerns", async () => {
    const { comparison } = await hub.data(
      `query ($input: ComparisonInput!) { comparison(input: $input) { warnings { code municipalities { name } } } }`,
      { input: question },
    );
    const proposed = comparison.warnings.find(({ code }: { code: string }) => code === "AMOUNTS_PROPOSED");
    expect(proposed.municipalities).toEqual([{ name: "Nyköping" }]);
  });

  it("costs the same few statements whatever is asked and of how many", async () => {
    const cost = async (input: object) => {
      const before = hub.statements().comparisons ?? 0;
      await compare(input);
      return (hub.statements().comparisons ?? 0) - before;
    };
    expect(await cost({ measure: "INITIATIVE_COUNT", groupBy: [] })).toBe(3);
    expect(await cost(question)).toBe(3);
    expect(await cost({ measure: "AMOUNT", groupBy: ["INITIATIVE", "THEME", "AREA"], multiValued: "FRACTIONAL" })).toBe(
      3,
    );
    expect(
      await cost({
        measure: "AMOUNT",
        groupBy: ["MUNICIPALITY", "YEAR"],
        normalise: "PER_CAPITA",
        split: "MODELLED",
        filter: { sourceKinds: ["STATE_GRANT"] },
      }),
    ).toBe(3);
    expect(
      await cost({
        measure: "AMOUNT",
        groupBy: ["MUNICIPALITY"],
        filter: { themes: ["SAFETY"], instruments: ["PILOT"], sources: ["tillvaxtverket"], areas: ["UNKNOWN"] },
      }),
    ).toBe(4);
  });
});
