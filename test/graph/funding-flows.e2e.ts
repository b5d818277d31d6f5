import { startTestHub, type TestHub } from "../testkit/hub";
import { copyRows } from "./copy-rows";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub?.stop());

interface Link {
  readonly source: string;
  readonly target: string;
  readonly kind: string | null;
  readonly value: number | null;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly certainty: string | null;
  readonly precision: string | null;
  readonly isSplitStated: boolean;
  readonly isModelled: boolean;
}

const QUERY = `query ($input: FundingFlowsInput!) { fundingFlows(input: $input) {
  dataVersion
  nodes { id kind stage code label english: label(language: EN) }
  links { source target kind value recordCount missingCount certainty precision isSplitStated isModelled }
  warnings { code severity municipalityCodes message english: message(language: EN) }
} }`;

const flows = async (input: object = {}) => (await hub.data(QUERY, { input })).fundingFlows;
const linksFrom = (links: readonly Link[], source: string) => links.filter((link) => link.source === source);
const totalOf = (links: readonly Link[]) => links.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** A link in one line: from, to, kind, kronor, records and how many of them lack an amount. */
const line = ({ source, target, kind, value, recordCount, missingCount }: Link) =>
  [source, target, kind, value, recordCount, missingCount] as const;

describe("the pot of Sandviken", () => {
  const POT = "POT:2181-potten-2020";

  it("holds what the sources state that each paid in, as exactly as each amount is printed", async () => {
    const { links } = await flows({ municipalities: ["2181"] });
    const into = links.filter(({ target }: Link) => target === POT);
    expect(into).toEqual([
      {
        source: "FUNDING_SOURCE:2181-kommunala-medel",
        target: POT,
        kind: "SET_ASIDE",
        value: 6_000_000,
        recordCount: 1,
        missingCount: 0,
        certainty: "INFERRED",
        precision: "EXACT",
        isSplitStated: true,
        isModelled: false,
      },
      expect.objectContaining({ source: "FUNDING_SOURCE:tillvaxtverket", value: 8_000_000, isSplitStated: true }),
    ]);
  });

  it("gives the municipality what is allocated from it; what nobody says is left is not made up", async () => {
    const { nodes, links } = await flows({ municipalities: ["2181"] });
    expect(linksFrom(links, POT).map(line)).toEqual([[POT, "MUNICIPALITY:2181", "ALLOCATED", 13_287_000, 15, 0]]);
    expect(nodes.map(({ kind }: { kind: string }) => kind)).not.toContain("UNALLOCATED");
  });

  it("reaches a theme where an initiative has one, and unknown where it has several", async () => {
    const { links } = await flows({ municipalities: ["2181"] });
    expect(linksFrom(links, "MUNICIPALITY:2181").map(line)).toEqual(
      [
        ["THEME:ADULT_LANGUAGE", 530_000, 1],
        ["THEME:EMPLOYMENT", 1_500_000, 1],
        ["THEME:MEETING_PLACES_LEISURE", 200_000, 1],
        ["THEME:RESERVE", 1_252_000, 1],
        ["THEME:URBAN_ENVIRONMENT", 235_000, 1],
        ["THEME:YOUTH_PREVENTION", 100_000, 1],
        ["UNKNOWN:3", 9_470_000, 9],
      ].map(([target, value, records]) => ["MUNICIPALITY:2181", target, "ALLOCATED", value, records, 0]),
    );
    for (const { target, isSplitStated, isModelled } of linksFrom(links, "MUNICIPALITY:2181")) {
      expect([target, isSplitStated, isModelled]).toEqual([target, target !== "UNKNOWN:3", false]);
    }
  });

  it("is divided evenly between themes when a model is asked for, and every such link is marked", async () => {
    const { links, warnings } = await flows({ municipalities: ["2181"], split: "MODELLED" });
    const ends = linksFrom(links, "MUNICIPALITY:2181");
    expect(totalOf(ends)).toBe(13_287_000);
    expect(ends.map(({ target }) => target)).not.toContain("UNKNOWN:3");
    // 1 500 000 of its own; half of 2 070 000 and half of 1 600 000.
    expect(ends).toContainEqual(
      expect.objectContaining({
        target: "THEME:EMPLOYMENT",
        value: 3_335_000,
        recordCount: 3,
        certainty: "MODELLED",
        isSplitStated: false,
        isModelled: true,
      }),
    );
    expect(ends).toContainEqual(expect.objectContaining({ target: "THEME:RESERVE", isModelled: false }));
    expect(warnings.map(({ code }: { code: string }) => code)).toContain("FLOW_SPLIT_MODELLED");
  });

  it("reaches the organisations that are responsible, unknown where several are", async () => {
    const { links } = await flows({ municipalities: ["2181"], end: "ORGANISATION" });
    const ends = linksFrom(links, "MUNICIPALITY:2181");
    expect(totalOf(ends)).toBe(13_287_000);
    expect(ends).toContainEqual(
      expect.objectContaining({ target: "ORGANISATION:2181-arbetslivsnamnden", value: 4_200_000, recordCount: 3 }),
    );
    expect(ends).toContainEqual(
      expect.objectContaining({ target: "UNKNOWN:3", value: 4_100_000, recordCount: 6, isSplitStated: false }),
    );
  });
});

describe("the pot of Nyköping", () => {
  it("has 9 000 000 in, 7 500 000 proposed out, and 1 500 000 that the source says is left", async () => {
    const { links } = await flows({ municipalities: ["0480"] });
    const pot = "POT:0480-potten-2022";
    expect(links.filter((link: Link) => [link.source, link.target].includes(pot)).map(line)).toEqual([
      ["FUNDING_SOURCE:0480-kommunala-medel", pot, "SET_ASIDE", 9_000_000, 1, 0],
      [pot, "MUNICIPALITY:0480", "PROPOSED", 7_500_000, 9, 0],
      [pot, "UNALLOCATED:UNALLOCATED", "SET_ASIDE", 1_500_000, 1, 0],
    ]);
    expect(links.map(({ certainty }: Link) => certainty).slice(0, 3)).toEqual(["STATED", "STATED", "STATED"]);
  });

  it("is as sure at the themes as their classification is", async () => {
    const { links } = await flows({ municipalities: ["0480"] });
    expect(linksFrom(links, "MUNICIPALITY:0480")).toEqual([
      expect.objectContaining({ target: "THEME:EMPLOYMENT", value: 2_000_000, certainty: "INFERRED" }),
      expect.objectContaining({ target: "UNKNOWN:3", value: 5_500_000, certainty: "STATED" }),
    ]);
  });
});

describe("grants to Sundsvall", () => {
  it("come by their funding programme; those without one by unknown, and their amounts stay unknown", async () => {
    const { links } = await flows({ municipalities: ["2281"] });
    expect(links.map(line)).toEqual([
      ["FUNDING_SOURCE:2281-mitthem", "UNKNOWN:1", "AWARDED", null, 6, 6],
      ["FUNDING_SOURCE:boverket", "FUNDING_PROGRAMME:sfs-2020-1202", "AWARDED", 2_800_000, 1, 0],
      ["FUNDING_PROGRAMME:sfs-2020-1202", "MUNICIPALITY:2281", "AWARDED", 2_800_000, 1, 0],
      ["UNKNOWN:1", "MUNICIPALITY:2281", "AWARDED", null, 6, 6],
      // Both are of initiatives with several themes.
      ["MUNICIPALITY:2281", "UNKNOWN:3", "AWARDED", 2_800_000, 7, 6],
    ]);
    expect(links[0]).toMatchObject({ certainty: null, precision: null, isSplitStated: false, isModelled: false });
    expect(links[2]).toMatchObject({ certainty: "INFERRED", precision: "EXACT", isSplitStated: true });
  });

  it("leave out what initiatives are said to cost", async () => {
    const { links } = await flows({ municipalities: ["2281"] });
    const kinds = new Set(links.map(({ kind }: Link) => kind));
    expect([...kinds]).toEqual(["AWARDED"]);
  });
});

it("shows Sigtuna's five allocations as records without amounts, never as 0", async () => {
  const { links, warnings } = await flows({ municipalities: ["0191"] });
  expect(links.map(line)).toEqual([
    ["FUNDING_SOURCE:0191-kommunstyrelsens-medel", "UNKNOWN:1", null, null, 5, 5],
    ["UNKNOWN:1", "MUNICIPALITY:0191", null, null, 5, 5],
    ["MUNICIPALITY:0191", "THEME:CIVIL_SOCIETY", null, null, 1, 1],
    ["MUNICIPALITY:0191", "THEME:EMPLOYMENT", null, null, 1, 1],
    ["MUNICIPALITY:0191", "THEME:PARENTING_FAMILY", null, null, 1, 1],
    ["MUNICIPALITY:0191", "UNKNOWN:3", null, null, 2, 2],
  ]);
  expect(warnings).toEqual([
    expect.objectContaining({ code: "AMOUNTS_MISSING", severity: "NOTE", municipalityCodes: ["0191"] }),
  ]);
});

describe("the nodes", () => {
  it("stand in the order of their stages, then by code, with unknown last, and have names", async () => {
    const { nodes, links } = await flows();
    const places = nodes.map(({ stage, kind, code }: { stage: number; kind: string; code: string }) => [
      stage,
      kind === "UNKNOWN" || kind === "UNALLOCATED",
      code,
    ]);
    const sorted = [...places].sort(
      (a, b) => a[0] - b[0] || Number(a[1]) - Number(b[1]) || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0),
    );
    expect(places).toEqual(sorted);
    const ids = nodes.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const ends = new Set(links.flatMap(({ source, target }: Link) => [source, target]));
    expect([...ends].sort()).toEqual([...ids].sort());
    expect(nodes).toEqual(
      expect.arrayContaining([
        {
          id: "FUNDING_SOURCE:tillvaxtverket",
          kind: "FUNDING_SOURCE",
          stage: 0,
          code: "tillvaxtverket",
          label: "Tillväxtverket",
          english: "Tillväxtverket",
        },
        {
          id: "POT:2181-potten-2020",
          kind: "POT",
          stage: 1,
          code: "2181-potten-2020",
          label: "Potten på cirka 14 miljoner kronor",
          english: "Potten på cirka 14 miljoner kronor",
        },
        expect.objectContaining({ id: "MUNICIPALITY:0480", stage: 2, label: "Nyköping" }),
        expect.objectContaining({ id: "UNKNOWN:3", stage: 3, code: "UNKNOWN", label: "Okänt", english: "Unknown" }),
        expect.objectContaining({ kind: "UNALLOCATED", stage: 2, label: "Inte fördelat", english: "Not allocated" }),
        expect.objectContaining({ kind: "FUNDING_PROGRAMME", stage: 1, code: "sfs-2020-1202" }),
      ]),
    );
    for (const { label, code } of nodes.filter(({ kind }: { kind: string }) => kind === "THEME")) {
      expect(label).not.toBe(code);
    }
  });

  it("come the same every time, and links in the order of their nodes", async () => {
    const first = await flows();
    expect(await flows({ municipalities: ["2281", "0191", "2181", "0480", "2181"] })).toEqual(first);
    const place = (id: string) => first.nodes.findIndex((node: { id: string }) => node.id === id);
    const places = first.links.map(({ source, target }: Link) => place(source) * 1000 + place(target));
    expect(places).toEqual([...places].sort((a: number, b: number) => a - b));
  });
});

describe("the years asked for", () => {
  it("leave out money of other years and of unknown ones, pots by their own year", async () => {
    const { links } = await flows({ years: [2022] });
    const municipalities = links
      .filter(({ source }: Link) => source.startsWith("POT:"))
      .map(({ target }: Link) => target);
    expect(municipalities).toEqual(["MUNICIPALITY:0480", "UNALLOCATED:UNALLOCATED"]);
    expect(links.filter(({ target }: Link) => target.startsWith("POT:"))).toHaveLength(1);
    expect(await flows({ years: [1999] })).toMatchObject({ nodes: [], links: [] });
  });

  it("may be several", async () => {
    const { links } = await flows({ municipalities: ["2181", "0480"], years: [2020, 2022] });
    expect(links).toEqual((await flows({ municipalities: ["2181", "0480"] })).links);
  });
});

describe("the warnings", () => {
  it("tell what the links of the four municipalities must not be used for", async () => {
    const { warnings } = await flows();
    const codes = warnings.map(({ code, municipalityCodes }: { code: string; municipalityCodes: string[] }) => [
      code,
      municipalityCodes,
    ]);
    expect(codes).toEqual([
      ["AMOUNT_KINDS_DIFFER", []],
      ["YEARS_DIFFER", []],
      ["PRICE_LEVELS_DIFFER", []],
      ["SUM_IS_PARTIAL", ["0191", "2281"]],
      ["AMOUNTS_MISSING", ["0191", "2281"]],
      ["YEARS_INFERRED", ["2181", "2281"]],
      ["AMOUNTS_APPROXIMATE", ["2181"]],
      ["AMOUNTS_PROPOSED", ["0480"]],
      ["FLOW_SPLIT_UNKNOWN", ["0480", "2181", "2281"]],
      ["CLASSIFICATION_INFERRED", ["0480", "2181", "2281"]],
    ]);
    expect(warnings[0]).toMatchObject({ severity: "MISLEADING", english: expect.stringContaining("Set aside") });
    expect(warnings[6].message).toContain("Sandviken");
  });

  it("name a municipality that has no data", async () => {
    const { links, warnings } = await flows({ municipalities: ["1480"] });
    expect(links).toEqual([]);
    expect(warnings).toEqual([
      expect.objectContaining({ code: "MUNICIPALITY_WITHOUT_DATA", municipalityCodes: ["1480"] }),
    ]);
  });
});

describe("a question that cannot be answered", () => {
  it("is refused with every mistake at once", async () => {
    const { data, errors } = await hub.ask(QUERY, { input: { municipalities: ["9999", "2181", "0000"], years: [22] } });
    expect(data).toEqual({ fundingFlows: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "input",
      mistakes: [
        {
          path: ["input", "municipalities"],
          message: "No municipality has the code 9999.",
          remedy: expect.any(String),
        },
        {
          path: ["input", "municipalities"],
          message: "No municipality has the code 0000.",
          remedy: expect.any(String),
        },
        { path: ["input", "years"], message: "A year has four digits.", remedy: "Give years such as 2022." },
      ],
    });
  });

  it("may not have empty lists or endless ones", async () => {
    const mistakesOf = async (input: object) => {
      const { errors = [] } = await hub.ask(QUERY, { input });
      return (errors[0]?.extensions.mistakes as { message: string }[] | undefined)?.map(({ message }) => message);
    };
    expect(await mistakesOf({ municipalities: [], years: [] })).toEqual(["The list is empty.", "The list is empty."]);
    const codes = Array.from({ length: 291 }, (_, n) => String(1000 + n));
    const years = Array.from({ length: 101 }, (_, n) => 1900 + n);
    expect(await mistakesOf({ municipalities: codes, years })).toEqual([
      "The list has 291 codes.",
      "The list has 101 years.",
    ]);
  });
});

it("costs the same statements for one municipality as for all, and for many records", async () => {
  const costOf = async (input: object) => {
    const before = hub.statements();
    await flows(input);
    const after = hub.statements();
    return Object.fromEntries(Object.entries(after).map(([room, count]) => [room, count - (before[room] ?? 0)]));
  };
  const one = await costOf({ municipalities: ["0191"] });
  expect(one).toEqual({ areas: 0, organisations: 0, initiatives: 0, funding: 0, comparisons: 4, opendata: 0 });
  expect(await costOf({})).toEqual(one);
  expect(await costOf({ split: "MODELLED", end: "ORGANISATION" })).toEqual(one);
});

it("refuses more municipalities than it can follow in time, before it looks for their money", async () => {
  const { municipalities } = await hub.data("{ municipalities { code } }");
  const before = hub.statements().comparisons ?? 0;
  const input = { municipalities: municipalities.slice(0, 101).map(({ code }: { code: string }) => code) };
  const answer = await hub.ask(QUERY, { input });
  expect(answer.errors).toMatchObject([
    { extensions: { code: "ANSWER_TOO_LARGE", argument: "input.municipalities", limit: 100 } },
  ]);
  expect((hub.statements().comparisons ?? 0) - before).toBe(1);
});

it("refuses more links than anybody reads, and says how to ask for fewer", async () => {
  const big = await startTestHub("seeded");
  try {
    // A source for each of 1 001 allocations of Sigtuna: as many links, and one more from each programme on.
    await copyRows(
      big.database,
      "comparisons.fact",
      {
        id: "r.id || '-' || copy.n",
        grant_id: "'0191-grant-' || copy.n",
        funding_programme_id: "'0191-programme-' || copy.n",
      },
      "generate_series(1, 1001) AS copy(n)",
      "r.id = '0191-stadsdelsmammor-medel' AND r.subject = 'MONEY_INITIATIVE'",
    );
    const { data, errors } = await big.ask(QUERY, { input: { municipalities: ["0191"] } });
    expect(data).toEqual({ fundingFlows: null });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/more than 2000 links.*Name municipalities or years/),
      extensions: { code: "ANSWER_TOO_LARGE" },
    });
  } finally {
    await big.stop();
  }
});
