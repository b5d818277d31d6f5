import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../kit/project-root";
import { startTestHub, type TestHub } from "../testkit/hub";
import { copyRows } from "./copy-rows";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub?.stop());

const FOUR = ["0191", "0480", "2181", "2281"];
const PARTS = ["AMOUNTS", "SOURCES", "DATES", "STATUSES", "CLASSIFICATION", "AMOUNT_YEARS", "TARGETS"] as const;

interface Part {
  readonly code: string;
  readonly label: string;
  readonly english: string;
  readonly recordCount: number;
  readonly fulfilled: number;
  readonly score: number | null;
  readonly weight: number;
}

const SCORE =
  "qualityScore qualityParts { code label english: label(language: EN) recordCount fulfilled score weight }";

/** The field of each municipality named, in the answer's order. */
const coverageOf = async (selection: string, codes?: readonly string[]) =>
  (
    await hub.data(`query ($codes: [MunicipalityCode!]) { coverage(municipalities: $codes) { ${selection} } }`, {
      codes,
    })
  ).coverage;

describe("what there is of each municipality", () => {
  it("comes with the doubts themselves, each once, as many as are counted, deficiencies first", async () => {
    const before = hub.statements().comparisons ?? 0;
    const rows = await coverageOf(
      "municipalityCode qualityNotes deficiencies notes { code severity message english: message(language: EN) }",
      FOUR,
    );
    expect((hub.statements().comparisons ?? 0) - before).toBe(2);
    for (const { qualityNotes, deficiencies, notes } of rows) {
      const codes: string[] = notes.map(({ code }: { code: string }) => code);
      const severities: string[] = notes.map(({ severity }: { severity: string }) => severity);
      expect(new Set(codes).size).toBe(qualityNotes);
      expect(codes).toHaveLength(qualityNotes);
      expect(severities.slice(0, deficiencies)).toEqual(Array(deficiencies).fill("DEFICIENCY"));
      expect(severities.slice(deficiencies)).not.toContain("DEFICIENCY");
    }
    const sandviken = rows.find(({ municipalityCode }: { municipalityCode: string }) => municipalityCode === "2181");
    expect(sandviken.notes).toContainEqual(
      expect.objectContaining({
        code: "DQ-SAN-4",
        message: expect.stringMatching(/år/),
        english: expect.stringMatching(/year/),
      }),
    );
  });

  it("is counted without reserves, and amounts once on each level", async () => {
    const rows =
      await coverageOf(`municipalityCode initiatives initiativesWithAmount programmes targets quantifiedTargets
      grants pots allocations amounts amountsWithStatedYear years doors`);
    const counts = rows.map(({ municipalityCode, ...row }: Record<string, unknown>) => [municipalityCode, row]);
    expect(Object.fromEntries(counts)).toEqual({
      "0191": expect.objectContaining({
        initiatives: 7,
        initiativesWithAmount: 0,
        targets: 4,
        quantifiedTargets: 0,
        grants: 0,
        pots: 0,
        allocations: 5,
        amounts: 0,
        years: [],
      }),
      "0480": expect.objectContaining({
        initiatives: 9,
        initiativesWithAmount: 9,
        targets: 7,
        quantifiedTargets: 2,
        pots: 1,
        allocations: 9,
        // Nine allocations and the pot.
        amounts: 10,
        amountsWithStatedYear: 10,
        years: [2022],
      }),
      "2181": expect.objectContaining({
        initiatives: 14,
        initiativesWithAmount: 14,
        targets: 6,
        quantifiedTargets: 0,
        grants: 1,
        pots: 1,
        allocations: 15,
        // Fifteen allocations, the grant and the pot; every year is inferred.
        amounts: 17,
        amountsWithStatedYear: 0,
        years: [2020],
      }),
      "2281": expect.objectContaining({
        initiatives: 10,
        initiativesWithAmount: 1,
        grants: 7,
        pots: 0,
        allocations: 0,
        // One grant, and two amounts said of the initiative.
        amounts: 3,
        amountsWithStatedYear: 0,
        years: [2021],
      }),
    });
    for (const { doors, programmes } of rows) {
      expect(doors).toEqual(["DATA_PACKAGE"]);
      expect(programmes).toBeGreaterThan(0);
    }
  });

  it("agrees with what the other parts of the graph say", async () => {
    const rows = await coverageOf(`
      freshness sourceDocuments grants pots programmes populationYears
      municipality { name supply { asOf } populations { year } all: grants { totalCount } own: pots { id } programmes { id }
        initiatives(first: 500, filter: { isReserve: false }) { totalCount } sourceDocuments { id } coverage { initiatives } }`);
    for (const row of rows) {
      const { municipality } = row;
      expect([row.grants, row.pots, row.programmes, row.sourceDocuments]).toEqual([
        municipality.all.totalCount,
        municipality.own.length,
        municipality.programmes.length,
        municipality.sourceDocuments.length,
      ]);
      expect(municipality.coverage.initiatives).toBe(municipality.initiatives.totalCount);
      expect(row.populationYears).toEqual(municipality.populations.map(({ year }: { year: number }) => year).sort());
      expect(row.freshness).toBe(municipality.supply[0].asOf);
    }
  });

  it("counts each known doubt by its code", async () => {
    const rows = await coverageOf("municipalityCode qualityNotes deficiencies");
    for (const { qualityNotes, deficiencies } of rows) {
      expect(qualityNotes).toBeGreaterThan(deficiencies);
      expect(deficiencies).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("the municipalities asked for", () => {
  it("are all with data when none is named, by code", async () => {
    const rows = await coverageOf("municipalityCode");
    expect(rows.map(({ municipalityCode }: { municipalityCode: string }) => municipalityCode)).toEqual(FOUR);
  });

  it("come by code, each once, also those without data, as zeros and nulls", async () => {
    const rows = await coverageOf("municipalityCode initiatives amounts years doors freshness qualityScore", [
      "2281",
      "1480",
      "0191",
      "2281",
    ]);
    expect(rows.map(({ municipalityCode }: { municipalityCode: string }) => municipalityCode)).toEqual([
      "0191",
      "1480",
      "2281",
    ]);
    expect(rows[1]).toEqual({
      municipalityCode: "1480",
      initiatives: 0,
      amounts: 0,
      years: [],
      doors: [],
      freshness: null,
      qualityScore: null,
    });
  });

  it("are refused when there are no such municipalities, with every unknown code", async () => {
    const { data, errors } = await hub.ask('{ coverage(municipalities: ["9999", "0191", "0000"]) { initiatives } }');
    expect(data).toEqual({ coverage: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "municipalities" });
    expect(errors?.[0]?.extensions.mistakes).toEqual(
      ["9999", "0000"].map((code) => ({
        path: ["municipalities"],
        message: `No municipality has the code ${code}.`,
        remedy: expect.stringContaining("municipalities"),
      })),
    );
    const empty = await hub.ask("{ coverage(municipalities: []) { initiatives } }");
    expect(empty.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("have their coverage as a field too", async () => {
    const { municipalities } = await hub.data(
      '{ municipalities(codes: ["0191", "1480"]) { code coverage { municipalityCode initiatives qualityScore } } }',
    );
    expect(municipalities).toEqual([
      { code: "0191", coverage: { municipalityCode: "0191", initiatives: 7, qualityScore: expect.any(Number) } },
      { code: "1480", coverage: { municipalityCode: "1480", initiatives: 0, qualityScore: null } },
    ]);
  });
});

describe("the quality score", () => {
  it("is the weighted mean of the parts that can be judged", async () => {
    for (const { qualityScore, qualityParts } of await coverageOf(SCORE)) {
      const judged = qualityParts.filter(({ recordCount }: Part) => recordCount > 0);
      const weights = judged.reduce((sum: number, { weight }: Part) => sum + weight, 0);
      const points = judged.reduce((sum: number, part: Part) => sum + part.weight * (part.score ?? Number.NaN), 0);
      expect(qualityScore).toBeCloseTo(points / weights, 12);
    }
  });

  it("has parts with a label in both languages, whose weights make one whole", async () => {
    for (const { qualityParts } of await coverageOf(SCORE)) {
      expect(qualityParts.map(({ code }: Part) => code)).toEqual(PARTS);
      expect(qualityParts.reduce((sum: number, { weight }: Part) => sum + weight, 0)).toBeCloseTo(1, 12);
      for (const { label, english, score, fulfilled, recordCount } of qualityParts as Part[]) {
        expect(label).not.toBe(english);
        expect(score).toBe(recordCount === 0 ? null : fulfilled / recordCount);
      }
    }
  });

  it("is what docs/quality-score.md says of the four municipalities", async () => {
    const page = readFileSync(join(projectRoot, "docs", "quality-score.md"), "utf8");
    const rows = await coverageOf(`municipality { name } ${SCORE}`, FOUR);
    const cells = (line: string) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
    const table = page
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map(cells);
    const shown = new Map(table.map(([first, ...rest]) => [first, rest]));
    expect(shown.get("Part")).toEqual([
      "Weight",
      ...rows.map((row: { municipality: { name: string } }) => row.municipality.name),
    ]);
    for (const [place, code] of PARTS.entries()) {
      const parts: Part[] = rows.map(({ qualityParts }: { qualityParts: Part[] }) => qualityParts[place]);
      expect([code, shown.get(`\`${code}\``)]).toEqual([
        code,
        [
          String(parts[0]?.weight.toFixed(2)),
          ...parts.map(({ fulfilled, recordCount }) => (recordCount === 0 ? "–" : `${fulfilled} of ${recordCount}`)),
        ],
      ]);
    }
    expect(shown.get("**Score**")).toEqual([
      "",
      ...rows.map(({ qualityScore }: { qualityScore: number }) => `**${qualityScore.toFixed(3)}**`),
    ]);
  });
});

describe("what is lacking", () => {
  const lacking = async (part: string, code: string, page = "first: 500") =>
    (
      await coverageOf(
        `lacking(part: ${part}, ${page}) { totalCount nodes { id name } edges { cursor node { name } } pageInfo { hasNextPage endCursor } }`,
        [code],
      )
    )[0].lacking;

  it("are as many initiatives as the part of the score is short of", async () => {
    for (const part of PARTS.slice(0, 5)) {
      const rows = await coverageOf(
        `municipalityCode qualityParts { code recordCount fulfilled } lacking(part: ${part}, first: 500) { totalCount nodes { id } }`,
      );
      for (const row of rows) {
        const { recordCount, fulfilled } = row.qualityParts.find(({ code }: Part) => code === part);
        expect([part, row.municipalityCode, row.lacking.totalCount]).toEqual([
          part,
          row.municipalityCode,
          recordCount - fulfilled,
        ]);
        expect(row.lacking.nodes).toHaveLength(recordCount - fulfilled);
      }
    }
  });

  it("stand by name in Swedish order, page by page", async () => {
    const whole = await lacking("AMOUNTS", "2281");
    const names = whole.nodes.map(({ name }: { name: string }) => name);
    expect(names).toHaveLength(9);
    expect(names).toEqual([...names].sort(new Intl.Collator("sv").compare));
    const pages: string[] = [];
    let after = "";
    for (;;) {
      const page = await lacking("AMOUNTS", "2281", `first: 4${after}`);
      pages.push(...page.edges.map(({ node }: { node: { name: string } }) => node.name));
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(pages).toEqual(names);
  });

  it("are initiatives with an amount whose year is not stated, the reserve among them", async () => {
    const { totalCount, nodes } = await lacking("AMOUNT_YEARS", "2181");
    expect(totalCount).toBe(15);
    expect(nodes).toContainEqual(expect.objectContaining({ id: "2181-buffert-inkludering-och-livsvillkor" }));
    expect((await lacking("AMOUNT_YEARS", "0480")).nodes).toEqual([]);
    expect((await lacking("AMOUNT_YEARS", "2281")).nodes).toEqual([
      expect.objectContaining({ id: "2281-omradesutveckling-med-stod-fran-boverket" }),
    ]);
  });

  it("are initiatives with a target that has no number", async () => {
    const ids = (await lacking("TARGETS", "0480")).nodes.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([
      "0480-centralmotesplats-och-stod-till-det-civilsamhallet",
      "0480-feriepraktik-ungdomar-i-socioekonomisk-utsatthet",
      "0480-starta-eget-for-utrikesfodda",
      "0480-ungdomsledare",
    ]);
    // Its targets are of the programme, not of an initiative.
    expect((await lacking("TARGETS", "0191")).nodes).toEqual([]);
  });

  it("takes no cursor of another part", async () => {
    const { pageInfo } = await lacking("AMOUNTS", "2281", "first: 1");
    const { errors } = await hub.ask(
      `{ coverage(municipalities: ["2281"]) { lacking(part: STATUSES, after: "${pageInfo.endCursor}") { totalCount } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["INVALID_CURSOR"]);
  });
});

describe("SQL statements", () => {
  const costOf = async (query: string, variables?: Record<string, unknown>) => {
    const before = hub.statements();
    await hub.data(query, variables);
    const after = hub.statements();
    return Object.fromEntries(
      Object.entries(after).flatMap(([room, count]) =>
        count === before[room] ? [] : [[room, count - (before[room] ?? 0)]],
      ),
    );
  };

  it("are one for the coverage of all, one for each page of what is lacking and one for their counts", async () => {
    const query = `query ($codes: [MunicipalityCode!]) { coverage(municipalities: $codes) {
      initiatives ${SCORE} a: lacking(part: AMOUNTS, first: 2) { nodes { id } } b: lacking(part: DATES) { totalCount }
    } }`;
    const one = await costOf(query, { codes: ["0191"] });
    expect(one).toEqual({ comparisons: 4 });
    expect(await costOf(query, { codes: FOUR })).toEqual(one);
    expect(await costOf(query)).toEqual(one);
  });

  it("are one for all municipalities that another part of the graph lists", async () => {
    expect(await costOf("{ municipalities { coverage { initiatives } } }")).toEqual({ areas: 1, comparisons: 1 });
  });

  it("do not grow with the number of initiatives", async () => {
    const many = await startTestHub("seeded");
    try {
      for (const [table, changes] of [
        ["initiatives.initiative", {}],
        ["comparisons.fact", { initiative_id: "r.id || '-' || copy.n" }],
      ] as const) {
        await copyRows(
          many.database,
          table,
          { id: "r.id || '-' || copy.n", ...changes },
          "generate_series(1, 20) AS copy(n)",
          `r.id = '0191-stadsdelsmammor'${table === "comparisons.fact" ? " AND r.subject = 'INITIATIVE'" : ""}`,
        );
      }
      const before = many.statements().comparisons ?? 0;
      const { coverage } = await many.data("{ coverage { lacking(part: AMOUNTS, first: 100) { nodes { id } } } }");
      expect(coverage[0].lacking.nodes).toHaveLength(27);
      expect((many.statements().comparisons ?? 0) - before).toBe(2);
    } finally {
      await many.stop();
    }
  });
});
