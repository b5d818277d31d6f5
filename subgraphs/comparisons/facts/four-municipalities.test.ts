import { createTestDatabase, type TestDatabase } from "../../../test/testkit/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase("seeded");
});
afterAll(() => database.drop());

interface Sum {
  readonly kind: string;
  readonly records: number;
  readonly missing: number;
  readonly value: string | null;
  readonly years: string;
  readonly certainty: number;
  readonly inferred: number;
}

const sumsOf = (municipality: string, subject: string) =>
  database.query<Sum>(
    `SELECT kind, count(*)::int AS records, (count(*) - count(value))::int AS missing, sum(value)::text AS value,
       string_agg(DISTINCT years::text, ' ') AS years, max(certainty)::int AS certainty,
       count(*) FILTER (WHERE is_year_inferred)::int AS inferred
     FROM comparisons.fact WHERE municipality_code = $1 AND subject = $2 GROUP BY kind ORDER BY kind`,
    [municipality, subject],
  );

const partsOf = (municipality: string, subject: string, split: string) =>
  database.query(
    `SELECT source_id AS source, count(*)::int AS records, sum(value)::text AS value, min(certainty)::int AS certainty
     FROM comparisons.fact_source WHERE municipality_code = $1 AND subject = $2 AND split = $3 GROUP BY 1 ORDER BY 1`,
    [municipality, subject, split],
  );

const STATED = 4;
const DERIVED = 3;
const INFERRED = 2;
const MODELLED = 1;
const UNKNOWN = 0;

describe("the money that reaches initiatives", () => {
  it("in Sandviken is 15 allocations of 13 287 000 kronor, for a year that is inferred", async () => {
    expect(await sumsOf("2181", "MONEY_INITIATIVE")).toEqual([
      {
        kind: "ALLOCATED",
        records: 15,
        missing: 0,
        value: "13287000.00",
        years: "{2020}",
        certainty: INFERRED,
        inferred: 15,
      },
    ]);
  });

  it("in Sigtuna is 7 initiatives whose amount is not known: 5 that money was given, 2 of which nothing is said", async () => {
    expect(await sumsOf("0191", "MONEY_INITIATIVE")).toEqual([
      { kind: "", records: 7, missing: 7, value: null, years: "{}", certainty: UNKNOWN, inferred: 0 },
    ]);
    expect(await partsOf("0191", "MONEY_INITIATIVE", "STATED")).toEqual([
      { source: "0191-kommunstyrelsens-medel", records: 5, value: null, certainty: STATED },
      { source: "UNKNOWN", records: 2, value: null, certainty: UNKNOWN },
    ]);
  });

  it("in Sundsvall is 17 records of three kinds and none, of which 3 have an amount", async () => {
    const known = { years: "{2021}", certainty: INFERRED, inferred: 1 };
    expect(await sumsOf("2281", "MONEY_INITIATIVE")).toEqual([
      { kind: "", records: 8, missing: 8, value: null, years: "{}", certainty: UNKNOWN, inferred: 0 },
      { ...known, kind: "AWARDED", records: 7, missing: 6, value: "2800000.00", years: "{2021} {}" },
      { ...known, kind: "DERIVED", records: 1, missing: 0, value: "2800000.00" },
      { ...known, kind: "ESTIMATED_TOTAL", records: 1, missing: 0, value: "5600000.00" },
    ]);
  });

  it("in Nyköping is 9 proposals of 7 500 000 kronor for 2022, as stated", async () => {
    expect(await sumsOf("0480", "MONEY_INITIATIVE")).toEqual([
      {
        kind: "PROPOSED",
        records: 9,
        missing: 0,
        value: "7500000.00",
        years: "{2022}",
        certainty: STATED,
        inferred: 0,
      },
    ]);
  });
});

describe("the money of grants and pots", () => {
  it.each([
    ["2181", "MONEY_GRANT", [{ kind: "AWARDED", records: 1, missing: 0, value: "8000000.00" }]],
    ["2281", "MONEY_GRANT", [{ kind: "AWARDED", records: 7, missing: 6, value: "2800000.00" }]],
    ["0191", "MONEY_GRANT", []],
    ["0480", "MONEY_GRANT", []],
    ["2181", "MONEY_POT", [{ kind: "SET_ASIDE", records: 1, missing: 0, value: "14000000.00" }]],
    ["0480", "MONEY_POT", [{ kind: "SET_ASIDE", records: 1, missing: 0, value: "9000000.00" }]],
    ["0191", "MONEY_POT", []],
    ["2281", "MONEY_POT", []],
  ])("of %s stands on a level of its own: %s", async (municipality, subject, sums) => {
    expect(await sumsOf(municipality, subject)).toMatchObject(sums);
    expect(await sumsOf(municipality, subject)).toHaveLength(sums.length);
  });
});

describe("where Sandviken's money comes from", () => {
  it("is stated of the pot: 8 of 14 million are the state's", async () => {
    expect(await partsOf("2181", "MONEY_POT", "STATED")).toEqual([
      { source: "2181-kommunala-medel", records: 1, value: "6000000.00", certainty: STATED },
      { source: "tillvaxtverket", records: 1, value: "8000000.00", certainty: STATED },
    ]);
  });

  it("is stated of one initiative, half each, and not known of the rest", async () => {
    expect(await partsOf("2181", "MONEY_INITIATIVE", "STATED")).toEqual([
      { source: "2181-kommunala-medel", records: 1, value: "350000.00", certainty: STATED },
      { source: "UNKNOWN", records: 14, value: "12587000.00", certainty: UNKNOWN },
      { source: "tillvaxtverket", records: 1, value: "350000.00", certainty: STATED },
    ]);
  });

  it("can be modelled for the rest, pro rata of the pot, to the öre and marked as such", async () => {
    const modelled = await partsOf("2181", "MONEY_INITIATIVE", "MODELLED");
    expect(modelled).toEqual([
      { source: "2181-kommunala-medel", records: 14, value: expect.any(String), certainty: MODELLED },
      { source: "tillvaxtverket", records: 14, value: expect.any(String), certainty: MODELLED },
    ]);
    const [row] = await database.query(
      `SELECT sum(m.value)::text AS value, bool_and(m.whole = f.value) AS adds_up, bool_and(f.has_modelled_split) AS is_marked
       FROM comparisons.fact f JOIN (
         SELECT fact_id, sum(value) AS whole, sum(value) AS value FROM comparisons.fact_source WHERE split = 'MODELLED' GROUP BY 1
       ) m ON m.fact_id = f.id WHERE f.subject = 'MONEY_INITIATIVE'`,
    );
    expect(row).toEqual({ value: "12587000.00", adds_up: true, is_marked: true });
  });

  it("is derived where a pot has one source, as in Nyköping", async () => {
    expect(await partsOf("0480", "MONEY_INITIATIVE", "STATED")).toEqual([
      { source: "0480-kommunala-medel", records: 9, value: "7500000.00", certainty: DERIVED },
    ]);
    expect(await partsOf("0480", "MONEY_INITIATIVE", "MODELLED")).toEqual([]);
  });
});

describe("the state's part of money", () => {
  const splitOf = (municipality: string, subject: string) =>
    database.query(
      `SELECT code, records::int, missing::int, value::text, inferred::int, derived::int, stated::int FROM comparisons.rollup
       WHERE dimension = 'STATE_SPLIT' AND grain = 'MUNICIPALITY' AND municipality_code = $1 AND subject = $2 ORDER BY code`,
      [municipality, subject],
    );
  const none = { missing: 0, inferred: 0, derived: 0, stated: 0 };

  it("is kept beside the whole of the same amounts, and what is not divided as missing: Sandviken's initiatives", async () => {
    expect(await splitOf("2181", "MONEY_INITIATIVE")).toEqual([
      { ...none, code: "STATE", records: 1, value: "350000.00", inferred: 1 },
      { ...none, code: "UNKNOWN", records: 14, missing: 14, value: "0.00" },
      { ...none, code: "WHOLE", records: 1, value: "700000.00", inferred: 1 },
    ]);
  });

  it("is no surer than where the money comes from: Nyköping's is stated, its source derived from the pot", async () => {
    expect(await splitOf("0480", "MONEY_INITIATIVE")).toEqual([
      { ...none, code: "STATE", records: 9, value: "0.00", derived: 9 },
      { ...none, code: "WHOLE", records: 9, value: "7500000.00", derived: 9 },
    ]);
  });
});

describe("what is counted of each municipality", () => {
  it("is initiatives that are no reserves, with those that some amount is known of, and targets with a number", async () => {
    const rows = await database.query(
      `SELECT municipality_code AS code, count(*) FILTER (WHERE subject = 'INITIATIVE')::int AS initiatives,
         coalesce(sum(value) FILTER (WHERE subject = 'INITIATIVE'), 0)::int AS "withAmount",
         count(*) FILTER (WHERE subject = 'TARGET')::int AS targets,
         coalesce(sum(value) FILTER (WHERE subject = 'TARGET'), 0)::int AS quantified
       FROM comparisons.fact GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { code: "0191", initiatives: 7, withAmount: 0, targets: 4, quantified: 0 },
      { code: "0480", initiatives: 9, withAmount: 9, targets: 7, quantified: 2 },
      { code: "2181", initiatives: 14, withAmount: 14, targets: 6, quantified: 0 },
      { code: "2281", initiatives: 10, withAmount: 1, targets: 12, quantified: 2 },
    ]);
  });

  it("is of years that are inferred wherever a date of the initiative is no more than a conclusion", async () => {
    const rows = await database.query(
      `SELECT municipality_code AS code, subject, count(*) FILTER (WHERE years <> '{}')::int AS dated,
         count(*) FILTER (WHERE is_year_inferred)::int AS inferred
       FROM comparisons.fact WHERE subject IN ('INITIATIVE', 'TARGET') GROUP BY 1, 2 ORDER BY 2, 1`,
    );
    expect(rows).toEqual([
      { code: "0191", subject: "INITIATIVE", dated: 6, inferred: 0 },
      // 2022 is stated as the start, and concluded to be the end.
      { code: "0480", subject: "INITIATIVE", dated: 9, inferred: 9 },
      { code: "2181", subject: "INITIATIVE", dated: 14, inferred: 14 },
      // Two have stated periods, six are said to go on at a time that is inferred.
      { code: "2281", subject: "INITIATIVE", dated: 8, inferred: 6 },
      { code: "0191", subject: "TARGET", dated: 0, inferred: 0 },
      { code: "0480", subject: "TARGET", dated: 7, inferred: 7 },
      { code: "2181", subject: "TARGET", dated: 3, inferred: 3 },
      { code: "2281", subject: "TARGET", dated: 9, inferred: 8 },
    ]);
    const cells = await database.query(
      `SELECT year, records::int, year_inferred::int AS inferred FROM comparisons.rollup
       WHERE dimension = 'NONE' AND grain = 'MUNICIPALITY_YEAR' AND subject = 'INITIATIVE' AND municipality_code = '2281' ORDER BY year`,
    );
    expect(cells).toEqual([
      { year: 0, records: 2, inferred: 0 },
      { year: 2020, records: 1, inferred: 0 },
      { year: 2021, records: 1, inferred: 0 },
      { year: 2022, records: 6, inferred: 6 },
    ]);
  });

  it("is in a row for each of the 290, with data or without", async () => {
    expect(
      await database.query(
        "SELECT count(*)::int AS all, count(*) FILTER (WHERE has_data)::int AS some FROM comparisons.municipality",
      ),
    ).toEqual([{ all: 290, some: 4 }]);
    const [sandviken] = await database.query("SELECT * FROM comparisons.municipality WHERE municipality_code = '2181'");
    expect(sandviken).toMatchObject({
      county_code: "21",
      initiatives: 14,
      initiatives_with_amount: 14,
      initiatives_with_source: 14,
      initiatives_confirmed: 0,
      programmes: 1,
      grants: 1,
      pots: 1,
      allocations: 15,
      // 15 allocations, the grant and the pot, each once.
      amounts: 17,
      amounts_with_stated_year: 0,
      years: [2020],
      doors: ["DATA_PACKAGE"],
    });
  });

  it("counts the grant that goes straight to Sundsvall's initiative as one amount, though it is on two levels", async () => {
    const [sundsvall] = await database.query(
      "SELECT amounts, grants, allocations FROM comparisons.municipality WHERE municipality_code = '2281'",
    );
    expect(sundsvall).toEqual({ amounts: 3, grants: 7, allocations: 0 });
  });

  it("agrees with the documents and notes that the rooms hold", async () => {
    const rows = await database.query(
      `SELECT m.municipality_code AS code, m.source_documents = (
           SELECT count(*) FROM initiatives.source_document d WHERE d.municipality_code = m.municipality_code
         ) AS documents, m.quality_notes > 0 AND m.deficiencies > 0 AND m.deficiencies <= m.quality_notes AS notes,
         (SELECT count(*)::int FROM comparisons.citation c WHERE c.municipality_code = m.municipality_code) AS cited
       FROM comparisons.municipality m WHERE has_data ORDER BY 1`,
    );
    expect(rows).toEqual([
      { code: "0191", documents: true, notes: true, cited: 2 },
      { code: "0480", documents: true, notes: true, cited: 1 },
      { code: "2181", documents: true, notes: true, cited: 3 },
      { code: "2281", documents: true, notes: true, cited: 2 },
    ]);
  });
});
